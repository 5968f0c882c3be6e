package io.jingling.http;

import io.jingling.complaints.Desk;
import io.jingling.complaints.Measure;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.Step;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an officer does with a case; each kind of step wants its own fields, and all a reason. */
@Schema(name = "StepSent", description = "A step in a case. text, the reason, is always wanted.")
public record StepSent(
        @Schema(
                required = true,
                description = "hand_over (to, toName), verify (outcome), act (measure), tell (outcome), reply or note.",
                examples = "verify")
        String step,

        @Schema(description = "carrier, outbound_platform, police_lead or own_officer.", examples = "outbound_platform")
        String to,

        @Schema(description = "Which one.", examples = "甲平台")
        String toName,

        @Schema(
                description = "harassment, legit_trade, benign, unproven; of tell also not_accepted.",
                examples = "harassment")
        String outcome,

        @Schema(
                description = "none, warned, marked, number_stopped, line_stopped, company_stopped, lead_sent or"
                        + " added_to_do_not_call.",
                examples = "number_stopped")
        String measure,

        @Schema(required = true, description = "1 to 2,000 characters.", examples = "话单核实属实")
        String text) {
    /** @throws BadInput where a field is not of its form */
    public Step toStep(String by, Instant at) {
        String why = present("text", text);
        String kind = present("step", step);
        return BadInput.in("text", () -> switch (kind) {
            case "hand_over" -> new Step.HandedOver(at, by, desk(), "officer", reason(why));
            case "verify" -> new Step.Verified(at, by, readOutcome(), why);
            case "act" -> new Step.Acted(at, by, readMeasure(), why);
            case "tell" -> new Step.Told(at, by, readOutcome(), why);
            case "reply" -> new Step.Replied(at, by, why);
            case "note" -> new Step.Noted(at, by, why);
            default -> throw new BadInput("step", "another word", "hand_over, verify, act, tell, reply or note");
        });
    }

    private static String reason(String why) {
        if (why.isBlank() || why.length() > Step.TEXT_MAX) {
            throw new BadInput("text", why.strip().length() + " characters", "1 to " + Step.TEXT_MAX);
        }
        return why;
    }

    private Desk desk() {
        String kind = present("to", to);
        return BadInput.in("to", () -> new Desk(Desk.Kind.of(kind), toName == null ? "" : toName));
    }

    private Outcome readOutcome() {
        String word = present("outcome", outcome);
        Outcome read = BadInput.in("outcome", () -> Outcome.of(word));
        if (read == Outcome.NOT_ACCEPTED && !"tell".equals(step)) {
            throw new BadInput("outcome", "not_accepted", "harassment, legit_trade, benign or unproven");
        }
        return read;
    }

    private Measure readMeasure() {
        String word = present("measure", measure);
        return BadInput.in("measure", () -> Measure.of(word));
    }

    private static String present(String field, String sent) {
        if (sent == null) {
            throw new BadInput(field, "nothing", "a text");
        }
        return sent;
    }
}

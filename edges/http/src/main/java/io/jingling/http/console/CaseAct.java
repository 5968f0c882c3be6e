package io.jingling.http.console;

import io.jingling.complaints.Case;
import io.jingling.complaints.Desk;
import io.jingling.complaints.Measure;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.Step;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A form for one step in a case.
 *
 * @param word of the step
 * @param field what is chosen; empty where nothing is
 * @param isOpen whether it is the one being filled in
 * @param text the reason, as it was typed
 * @param problem why it was not taken; empty where it was not sent
 * @param isConfirming whether all is well and only a yes is wanted
 */
record CaseAct(
        String word,
        String name,
        String help,
        String field,
        List<Choice> choices,
        boolean hasName,
        boolean isOpen,
        String deskName,
        String text,
        String problem,
        String wrong,
        boolean isConfirming) {
    private static final List<String> ALL = List.of("verify", "hand_over", "act", "tell", "reply", "note");

    record Choice(String word, String name, boolean isChosen) {}

    /**
     * What was sent and not taken.
     *
     * @param wrong the field that is wrong; empty where it is the step itself, or only a yes is wanted
     */
    record Sent(String step, String chosen, String deskName, String text, String problem, String wrong) {
        static final Sent NOTHING = new Sent("", "", "", "", "", "");
    }

    /** What this stage allows, what is likely next first; and what was refused, so that nothing that was typed is lost. */
    static List<CaseAct> of(Case about, Sent sent, Words words) {
        List<String> steps = steps(about);
        Stream<String> refused = Stream.of(sent.step()).filter(step -> ALL.contains(step) && !steps.contains(step));
        return Stream.concat(refused, steps.stream())
                .map(step -> of(step, about, sent, words))
                .toList();
    }

    private static List<String> steps(Case about) {
        if (about.stage().isClosed()) {
            return List.of("reply", "note");
        }
        if (about.outcome().isEmpty()) {
            return List.of("verify", "hand_over", "tell", "reply", "note");
        }
        return about.last(Step.Acted.class).isEmpty()
                ? List.of("act", "tell", "verify", "hand_over", "reply", "note")
                : List.of("tell", "act", "verify", "hand_over", "reply", "note");
    }

    private static CaseAct of(String step, Case about, Sent sent, Words words) {
        boolean isThis = step.equals(sent.step());
        String chosen = isThis ? sent.chosen() : "";
        return new CaseAct(
                step,
                words.say("act." + step),
                words.say("actHelp." + step),
                field(step),
                choices(step, about, new CaseWords(words)).stream()
                        .map(one ->
                                new Choice(one.word(), one.name(), one.word().equals(chosen)))
                        .toList(),
                step.equals("hand_over"),
                isThis,
                isThis ? sent.deskName() : "",
                isThis ? sent.text() : "",
                isThis ? sent.problem() : "",
                isThis ? sent.wrong() : "",
                isThis && sent.problem().isEmpty());
    }

    private static String field(String step) {
        return switch (step) {
            case "hand_over" -> "to";
            case "verify", "tell" -> "outcome";
            case "act" -> "measure";
            default -> "";
        };
    }

    private static List<Choice> choices(String step, Case about, CaseWords say) {
        return switch (step) {
            case "hand_over" ->
                Arrays.stream(Desk.Kind.values())
                        .map(one -> new Choice(one.word(), say.of(one), false))
                        .toList();
            case "verify" ->
                Arrays.stream(Outcome.values())
                        .filter(one -> one != Outcome.NOT_ACCEPTED)
                        .map(one -> new Choice(one.word(), say.of(one), false))
                        .toList();
            case "tell" ->
                Stream.of(about.outcome().orElse(Outcome.NOT_ACCEPTED))
                        .map(one -> new Choice(one.word(), say.of(one), false))
                        .toList();
            case "act" ->
                Arrays.stream(Measure.values())
                        .map(one -> new Choice(one.word(), say.of(one), false))
                        .toList();
            default -> List.of();
        };
    }
}

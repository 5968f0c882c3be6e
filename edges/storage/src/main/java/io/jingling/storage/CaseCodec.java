package io.jingling.storage;

import io.jingling.complaints.Appeal;
import io.jingling.complaints.AppealStep;
import io.jingling.complaints.Desk;
import io.jingling.complaints.Measure;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.Step;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Steps as bytes: what kind, when, by whom, its text, and what its kind has beside. A kind's number is never given to another. */
final class CaseCodec {
    private static final byte ACCEPTED = 1;
    private static final byte HANDED_OVER = 2;
    private static final byte VERIFIED = 3;
    private static final byte ACTED = 4;
    private static final byte TOLD = 5;
    private static final byte REPLIED = 6;
    private static final byte NOTED = 7;
    private static final byte WITHDRAWN = 8;
    private static final byte RELIEVED = 1;
    private static final byte ANSWERED = 2;
    private static final byte DECIDED = 3;

    private CaseCodec() {}

    static void write(DataOutputStream out, List<Step> steps) throws IOException {
        out.writeInt(steps.size());
        for (Step step : steps) {
            out.writeByte(kind(step));
            head(out, step.at(), step.by(), step.text());
            switch (step) {
                case Step.HandedOver over -> {
                    out.writeUTF(over.to().kind().word());
                    out.writeUTF(over.to().name());
                    out.writeUTF(over.rule());
                }
                case Step.Verified verified -> out.writeUTF(verified.outcome().word());
                case Step.Acted acted -> out.writeUTF(acted.measure().word());
                case Step.Told told -> out.writeUTF(told.outcome().word());
                case Step.Accepted accepted -> {}
                case Step.Replied replied -> {}
                case Step.Noted noted -> {}
                case Step.Withdrawn withdrawn -> {}
            }
        }
    }

    private static void head(DataOutputStream out, Instant at, String by, String text) throws IOException {
        Sealing.time(out, at);
        out.writeUTF(by);
        out.writeUTF(text);
    }

    private static byte kind(Step step) {
        return switch (step) {
            case Step.Accepted accepted -> ACCEPTED;
            case Step.HandedOver over -> HANDED_OVER;
            case Step.Verified verified -> VERIFIED;
            case Step.Acted acted -> ACTED;
            case Step.Told told -> TOLD;
            case Step.Replied replied -> REPLIED;
            case Step.Noted noted -> NOTED;
            case Step.Withdrawn withdrawn -> WITHDRAWN;
        };
    }

    static List<Step> steps(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte kind = in.readByte();
            Instant at = Sealing.time(in);
            String by = in.readUTF();
            String text = in.readUTF();
            steps.add(
                    switch (kind) {
                        case ACCEPTED -> new Step.Accepted(at, by, text);
                        case HANDED_OVER -> new Step.HandedOver(at, by, desk(in), in.readUTF(), text);
                        case VERIFIED -> new Step.Verified(at, by, Outcome.of(in.readUTF()), text);
                        case ACTED -> new Step.Acted(at, by, Measure.of(in.readUTF()), text);
                        case TOLD -> new Step.Told(at, by, Outcome.of(in.readUTF()), text);
                        case REPLIED -> new Step.Replied(at, by, text);
                        case NOTED -> new Step.Noted(at, by, text);
                        case WITHDRAWN -> new Step.Withdrawn(at, by, text);
                        default -> throw new IOException("step: got kind " + kind + ", want one that is known");
                    });
        }
        return steps;
    }

    private static Desk desk(DataInputStream in) throws IOException {
        return new Desk(Desk.Kind.of(in.readUTF()), in.readUTF());
    }

    static void write(DataOutputStream out, Appeal appeal) throws IOException {
        out.writeUTF(appeal.text());
        out.writeInt(appeal.steps().size());
        for (AppealStep step : appeal.steps()) {
            switch (step) {
                case AppealStep.Relieved relieved -> out.writeByte(RELIEVED);
                case AppealStep.Answered answered -> out.writeByte(ANSWERED);
                case AppealStep.Decided decided -> {
                    out.writeByte(DECIDED);
                    out.writeBoolean(decided.isUpheld());
                }
            }
            head(out, step.at(), step.by(), step.text());
        }
    }

    static List<AppealStep> appealSteps(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<AppealStep> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte kind = in.readByte();
            boolean isUpheld = kind == DECIDED && in.readBoolean();
            Instant at = Sealing.time(in);
            String by = in.readUTF();
            String text = in.readUTF();
            steps.add(
                    switch (kind) {
                        case RELIEVED -> new AppealStep.Relieved(at, by, text);
                        case ANSWERED -> new AppealStep.Answered(at, by, text);
                        case DECIDED -> new AppealStep.Decided(at, by, isUpheld, text);
                        default -> throw new IOException("step: got kind " + kind + ", want one that is known");
                    });
        }
        return steps;
    }
}

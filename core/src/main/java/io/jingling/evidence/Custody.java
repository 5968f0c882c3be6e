package io.jingling.evidence;

import io.jingling.evidence.Paragraphs.Made;
import io.jingling.evidence.Paragraphs.Paragraph;
import io.jingling.evidence.Paragraphs.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Who held what is in a bundle, step by step; each step binds all before it.
 *
 * @param steps at least one, in the order of time
 */
public record Custody(List<Step> steps) {
    static final String FORMAT = "jingling/custody/v1";

    /** What was done, in the words of ISO/IEC 27037 and one more. */
    public enum Act {
        IDENTIFY,
        COLLECT,
        ACQUIRE,
        PRESERVE,
        RELEASE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Act of(String word) {
            for (Act act : values()) {
                if (act.word().equals(word)) {
                    return act;
                }
            }
            throw new IllegalArgumentException(
                    "what: got " + Shown.of(word) + ", want identify, collect, acquire, preserve or release");
        }
    }

    /**
     * One step.
     *
     * @param who did it
     * @param act what was done
     * @param at when, by the clock of who did it
     * @param note in a sentence
     */
    public record Step(String who, Act act, Instant at, String note) {
        public Step {
            Moment.wantSeconds(at);
        }
    }

    public Custody {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("custody: got no step, want one");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).at.isBefore(steps.get(i - 1).at)) {
                throw new IllegalArgumentException("step " + (i + 1) + ": got a time before that of the step before");
            }
        }
    }

    /** Reads what {@link #bytes} writes, and nothing else. */
    static Custody read(byte[] file) {
        List<Step> steps = new ArrayList<>();
        List<Paragraph> before = new ArrayList<>();
        for (Paragraph paragraph : Paragraphs.read(FORMAT, file).all()) {
            steps.add(step(paragraph.walk(), steps.size() + 1, previous(before)));
            before.add(paragraph);
        }
        return new Custody(steps);
    }

    private static Step step(Walk lines, int number, String previous) {
        String got = lines.next("step");
        Step step = new Step(
                lines.next("who"), Act.of(lines.next("what")), Moment.of(lines.next("when")), lines.next("note"));
        String gotPrevious = lines.next("previous");
        lines.end();
        if (!got.equals(Integer.toString(number)) || !gotPrevious.equals(previous)) {
            throw new IllegalArgumentException("step: got " + Shown.of(got) + " after " + Shown.of(gotPrevious)
                    + ", want " + number + " after " + previous);
        }
        return step;
    }

    byte[] bytes() {
        List<Paragraph> all = new ArrayList<>();
        for (Step step : steps) {
            all.add(new Made()
                    .with("step", Integer.toString(all.size() + 1))
                    .with("who", step.who)
                    .with("what", step.act.word())
                    .with("when", step.at.toString())
                    .with("note", step.note)
                    .with("previous", previous(all))
                    .done());
        }
        return new Paragraphs(FORMAT, all).bytes();
    }

    /** SHA-256 of the file as it was before the step. */
    private static String previous(List<Paragraph> before) {
        return Hash.sha256(new Paragraphs(FORMAT, before).bytes()).toString();
    }
}

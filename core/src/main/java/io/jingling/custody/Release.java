package io.jingling.custody;

import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody's wish to see full numbers, and what became of it: one asks, another releases or refuses, the first reads.
 *
 * <p>Which numbers they are is fixed when they are asked for: who releases knows what is released. Whatever is not clearly
 * allowed is denied.
 *
 * @param id opaque
 * @param wish what is wanted, and why
 * @param numbers at most {@value #NUMBERS_MAX}; none where it is about an entry of the log
 * @param asker who wants to see them
 * @param asked when
 * @param state what became of it
 */
public record Release(UUID id, Wish wish, List<PhoneNumber> numbers, Person asker, Instant asked, State state) {
    public static final int NUMBERS_MAX = 1_000;

    /**
     * What is wanted, and why.
     *
     * @param caseId the case that it is for; 1 to 100 characters
     * @param reason in a sentence; 1 to 200 characters
     */
    public record Wish(Subject subject, String caseId, String reason) {
        private static final int CASE_MAX = 100;
        private static final int REASON_MAX = 200;

        public Wish {
            wantText("case", caseId, CASE_MAX);
            wantText("reason", reason, REASON_MAX);
        }
    }

    /** What became of it. */
    public sealed interface State {
        /** Nobody answered yet; from {@code until} on nobody can. */
        record Asked(Instant until) implements State {}

        /** The one who asked may read until then. */
        record Released(Person by, Instant at, Instant until) implements State {}

        record Refused(Person by, Instant at, String reason) implements State {}
    }

    /** Where it stands at a time. */
    public enum Stage {
        ASKED,
        RELEASED,
        REFUSED,
        /** Nobody answered in time. */
        EXPIRED,
        /** It was released, and the time to read is over. */
        OVER
    }

    /** What came of a step. */
    public sealed interface Answer {
        /** It may be done; this is how it stands then. */
        record Allowed(Release release) implements Answer {}

        record Denied(Denial why) implements Answer {}
    }

    public Release {
        numbers = List.copyOf(numbers);
        if (numbers.size() > NUMBERS_MAX) {
            throw new IllegalArgumentException("numbers: got " + numbers.size() + ", want at most " + NUMBERS_MAX);
        }
    }

    public static Release ask(UUID id, Wish wish, List<PhoneNumber> numbers, Person asker, Instant now, Terms terms) {
        return new Release(id, wish, numbers, asker, now, new State.Asked(now.plus(terms.answerWithin())));
    }

    /** Another person lets the one who asked read, for a while from now. */
    public Answer release(Person by, Instant now, Terms terms) {
        return answered(by, now, new State.Released(by, now, now.plus(terms.readWithin())));
    }

    /** Another person says no. */
    public Answer refuse(Person by, String reason, Instant now) {
        wantText("reason", reason, Wish.REASON_MAX);
        return answered(by, now, new State.Refused(by, now, reason));
    }

    private Answer answered(Person by, Instant now, State next) {
        if (by.is(asker)) {
            return new Answer.Denied(Denial.SAME_PERSON);
        }
        if (!by.since().isBefore(asked)) {
            return new Answer.Denied(Denial.TOO_NEW);
        }
        return stage(now) == Stage.ASKED
                ? new Answer.Allowed(new Release(id, wish, numbers, asker, asked, next))
                : new Answer.Denied(Denial.NOT_OPEN);
    }

    /** Whether that one may see the numbers now. */
    public Answer read(Person by, Instant now) {
        if (!by.is(asker)) {
            return new Answer.Denied(Denial.ANOTHER_ASKED);
        }
        return switch (stage(now)) {
            case RELEASED -> new Answer.Allowed(this);
            case ASKED, REFUSED, EXPIRED -> new Answer.Denied(Denial.NOT_RELEASED);
            case OVER -> new Answer.Denied(Denial.OVER);
        };
    }

    public Stage stage(Instant now) {
        return switch (state) {
            case State.Asked(Instant until) -> now.isBefore(until) ? Stage.ASKED : Stage.EXPIRED;
            case State.Released released -> now.isBefore(released.until()) ? Stage.RELEASED : Stage.OVER;
            case State.Refused refused -> Stage.REFUSED;
        };
    }

    private static void wantText(String field, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(
                    field + ": got " + text.strip().length() + " characters, want 1 to " + most);
        }
    }
}

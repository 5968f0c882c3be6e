package io.jingling.detection;

import io.jingling.domain.Action;

/**
 * From which log-odds on a call is rejected, challenged or labelled. Numbers at their first calls have levels of their
 * own: there is little to judge them by, and nobody is to blame for being new.
 *
 * @param ofNew of {@link Segment#NEW}
 * @param ofOthers of all other segments
 */
public record Thresholds(Levels ofNew, Levels ofOthers) {
    /**
     * Log-odds.
     *
     * @param reject not below {@code challenge}; may be infinite, for never
     * @param challenge not below {@code label}
     * @param label the least
     */
    public record Levels(float reject, float challenge, float label) {
        public Levels {
            if (!(reject >= challenge && challenge >= label)) {
                throw new IllegalArgumentException("thresholds: got reject " + reject + ", challenge " + challenge
                        + ", label " + label + ", want each at least the next");
            }
        }

        private Action action(float logOdds) {
            if (logOdds >= reject) {
                return Action.REJECT;
            }
            if (logOdds >= challenge) {
                return Action.CHALLENGE;
            }
            return logOdds >= label ? Action.LABEL : Action.PASS;
        }
    }

    /** The same for numbers at their first calls and for all others. */
    public static Thresholds same(float reject, float challenge, float label) {
        Levels levels = new Levels(reject, challenge, label);
        return new Thresholds(levels, levels);
    }

    public Levels of(Segment segment) {
        return segment == Segment.NEW ? ofNew : ofOthers;
    }

    public Action action(float logOdds, Segment segment) {
        return of(segment).action(logOdds);
    }
}

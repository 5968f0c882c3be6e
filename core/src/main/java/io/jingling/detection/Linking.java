package io.jingling.detection;

import io.jingling.domain.CallRecord;

/**
 * The part of a {@link Model} that looks beyond a caller's own behaviour.
 *
 * @param pairs over {@link Signal}s: whether a call belongs to a campaign
 * @param limits from where on something is done about campaigns
 * @param clues over {@link Clue}s: whether a call is harassment
 * @param calibration of the clues' score
 * @param thresholds for the actions, in place of those of the caller's own behaviour
 */
public record Linking(Trees pairs, Limits limits, Trees clues, Calibration calibration, Thresholds thresholds)
        implements LinkScore {
    /** So many independent signals must agree before a link is one. */
    public static final int FAMILIES_MIN = 2;

    /**
     * Log-odds, and a probability.
     *
     * @param founding of harassment by a caller's own behaviour, from which on it founds a campaign
     * @param weak of a link, from which on a call belongs to a campaign
     * @param strong of a link, from which on it may join campaigns to one
     * @param suspicion mean probability of harassment, 0 to 1, from which on a group of numbers is called a campaign: an
     *     office whose numbers change is a group too
     */
    public record Limits(float founding, float weak, float strong, float suspicion) {
        public Limits {
            if (!(strong >= weak)) {
                throw new IllegalArgumentException(
                        "limits: got weak " + weak + ", strong " + strong + ", want strong at least weak");
            }
            if (!(suspicion >= 0 && suspicion <= 1)) {
                throw new IllegalArgumentException("limits: got suspicion " + suspicion + ", want 0 to 1");
            }
        }

        public Limits withSuspicion(float other) {
            return new Limits(founding, weak, strong, other);
        }
    }

    public Linking {
        if (pairs.width() != Signal.COUNT || clues.width() != Clue.COUNT) {
            throw new IllegalArgumentException("linking: got trees over " + pairs.width() + " signals and "
                    + clues.width() + " clues, want " + Signal.COUNT + " and " + Clue.COUNT);
        }
    }

    @Override
    public float logOdds(CallRecord call, float[] signals, int campaign) {
        return pairs.score(signals);
    }
}

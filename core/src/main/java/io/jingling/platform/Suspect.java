package io.jingling.platform;

import io.jingling.detection.Judge;
import io.jingling.detection.Sighting;
import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.screening.Standings;

/**
 * Puts a model's judgement as a suspicion, whose score says what the model would do: from 90 on it would reject, from 80
 * challenge, from 70 label. So the lines of the policy hold for it as for any standing.
 */
final class Suspect {
    private static final int REJECTS = 90;
    private static final int CHALLENGES = 80;
    private static final int LABELS = 70;
    private static final int STEPS = 10;

    private Suspect() {}

    /**
     * Makes no object; 0 where the model would let it ring.
     *
     * @param isHeldOut whether the model may not refuse it: then the score is what it would be for a label
     */
    static long of(Judge judge, Sighting sighting, Action action, boolean isHeldOut) {
        if (isHeldOut && action.compareTo(Action.LABEL) > 0) {
            int score = LABELS + tenth(judge);
            return Standings.suspicion(Category.OTHER_MARKETING, score, Evidence.Kind.HELD_OUT, score);
        }
        int from =
                switch (action) {
                    case REJECT -> REJECTS;
                    case CHALLENGE -> CHALLENGES;
                    case LABEL, SILENT -> LABELS;
                    case PASS -> 0;
                };
        if (from == 0) {
            return 0;
        }
        int score = from + tenth(judge);
        return sighting.campaign() == 0
                ? Standings.suspicion(Category.OTHER_MARKETING, score, Evidence.Kind.MODEL, score)
                : Standings.suspicion(
                        Category.OTHER_MARKETING, score, Evidence.Kind.CAMPAIGN, sighting.campaignNumbers());
    }

    /** Of the probability, so that of two the likelier has the higher score. */
    private static int tenth(Judge judge) {
        return (int) Math.clamp(judge.probability() * STEPS, 0, STEPS - 1);
    }
}

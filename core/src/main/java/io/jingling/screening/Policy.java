package io.jingling.screening;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.Rule;
import io.jingling.domain.RuleSet;
import io.jingling.domain.Wishes;

/**
 * What the operator decides for everybody: the lines at which a score counts, and which rules are off
 * or in shadow.
 *
 * @param version raised at every change, stored with every decision
 * @param blackListScoreMin 1 to 100: from there a suspected caller is on the system black list
 * @param wishScoreMin from there a wish for the category acts
 * @param labelScoreMin from there a call is labelled where no wish says otherwise; ten less for kinds
 *     of number from which harassment comes often
 * @param shadow rules that are evaluated and recorded but not followed
 * @param off rules that are not looked at
 * @param callBackSeconds how long call-backs ring after an emergency line was dialled, at most 7 days
 */
public record Policy(
        int version,
        int blackListScoreMin,
        int wishScoreMin,
        int labelScoreMin,
        RuleSet shadow,
        RuleSet off,
        int callBackSeconds) {
    /** How much less a score needs to be for a risky kind of number to be labelled. */
    public static final int RISKY_KIND_BONUS = 10;

    public static final Policy STANDARD = new Policy(1, 90, 50, 70, RuleSet.NONE, RuleSet.NONE, 6 * 3600);

    private static final int CALL_BACK_SECONDS_MAX = 7 * 86_400;

    public Policy {
        score("black list score", blackListScoreMin);
        score("wish score", wishScoreMin);
        score("label score", labelScoreMin);
        for (Rule rule : Rule.values()) {
            if (!rule.maySleep() && (shadow.contains(rule) || off.contains(rule))) {
                throw new IllegalArgumentException("rules: got " + rule.id() + " in shadow or off, want it always on");
            }
        }
        if (callBackSeconds < 0 || callBackSeconds > CALL_BACK_SECONDS_MAX) {
            throw new IllegalArgumentException(
                    "call-back pass: got " + callBackSeconds + " seconds, want 0 to " + CALL_BACK_SECONDS_MAX);
        }
    }

    /** Suspected fraud is refused, the rest is labelled; class 03 is never decided on. */
    public static Wishes defaultWishes() {
        Wishes wishes = Wishes.DEFAULT;
        for (Category category : Category.values()) {
            if (category.isDecidable()) {
                wishes = wishes.withCategory(category, category == Category.FRAUD ? Action.REJECT : Action.LABEL);
            }
        }
        return wishes;
    }

    private static void score(String field, int score) {
        if (score < 1 || score > 100) {
            throw new IllegalArgumentException(field + ": got " + score + ", want 1 to 100");
        }
    }
}

package io.jingling.domain;

import java.time.Instant;

/**
 * What the operator thinks of a whole {@link NumberRange}; it weighs less the broader the range is, and ends by itself.
 *
 * <p>Each of the first two free digits costs 5 points of the score, each further one 15. So under {@code Policy.STANDARD} even a
 * rule of score 100 can do no more than this:
 *
 * <pre>
 * free digits         1, 2      3        4             5 to 8
 * numbers             10, 100   1,000    10,000        100,000 to 100,000,000
 * weight              95, 90    75       60            45, 30, 15, 0
 * refuse for all      yes       no       no            no      (from 90)
 * wishes act          yes       yes      yes           no      (from 50; the default ones label, and refuse fraud)
 * label unwished      yes       yes      risky kinds   no      (from 70; for risky kinds of number from 60)
 * </pre>
 *
 * @param range which numbers
 * @param category what their calls are about; not class 03, on which only people decide
 * @param score how sure, were it one number: 0 to 100
 * @param expires from then on it says nothing
 */
public record RangeRule(NumberRange range, Category category, int score, Instant expires) {
    private static final int NARROW_DIGITS = 2;
    private static final int NARROW_COST = 5;
    private static final int BROAD_COST = 15;

    public RangeRule {
        if (!category.isDecidable()) {
            throw new IllegalArgumentException(
                    "category: got \"" + category.code() + "\", want one that is decided on: 01, 02, 04 to 21 or F1");
        }
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score: got " + score + ", want 0 to 100");
        }
    }

    /** The score that counts for each of its numbers, 0 to 95; at 0 it says that nothing is suspected. */
    public int weight() {
        int narrow = Math.min(range.freeDigits(), NARROW_DIGITS);
        int broad = range.freeDigits() - narrow;
        return Math.max(0, score - NARROW_COST * narrow - BROAD_COST * broad);
    }

    public boolean isInForce(Instant at) {
        return at.isBefore(expires);
    }
}

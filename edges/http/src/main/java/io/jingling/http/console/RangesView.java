package io.jingling.http.console;

import io.jingling.domain.RangeRule;
import io.jingling.platform.Ranges;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The rules on ranges of numbers.
 *
 * @param count how many there are
 * @param listed the first hundred, in the order of their digits
 */
record RangesView(String count, List<Row> listed) {
    private static final int LISTED_MAX = 100;

    /**
     * A rule.
     *
     * @param numbers how many are in its range
     * @param weight the score that counts
     * @param reach the most it may do, in words
     * @param isExpired whether it says nothing any more
     */
    record Row(
            String range,
            String numbers,
            String category,
            int score,
            int weight,
            String reach,
            String expires,
            boolean isExpired) {}

    /** @param inFull false where the known digits would fill the gaps of masked numbers */
    static RangesView of(Ranges ranges, boolean inFull, Instant now, Words words) {
        List<RangeRule> all = ranges.all();
        return new RangesView(
                Figures.number(all.size()),
                all.stream()
                        .limit(LISTED_MAX)
                        .map(rule -> row(rule, ranges.reach(rule), inFull, now, words))
                        .toList());
    }

    private static Row row(RangeRule rule, Ranges.Reach reach, boolean inFull, Instant now, Words words) {
        return new Row(
                inFull ? rule.range().toString() : rule.range().masked(),
                Figures.number(rule.range().numbers()),
                words.of(rule.category()),
                rule.score(),
                rule.weight(),
                words.say("reach." + reach.name().toLowerCase(Locale.ROOT)),
                Times.day(rule.expires()) + " " + Times.minute(rule.expires()),
                !rule.isInForce(now));
    }
}

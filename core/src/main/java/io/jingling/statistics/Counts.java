package io.jingling.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted for a report, each grouping by itself: that they agree is checked, not assumed.
 *
 * @param source of the counts, for people
 * @param asOf when all were read, in one snapshot
 * @param total complaints of the period
 * @param by for each dimension the complaints of each code; the empty code is what is not known
 * @param months complaints of each month; those of the period and some before it. A month that is not there was not counted
 * @param handling what became of the cases opened in the period
 */
public record Counts(
        Period period,
        String source,
        Instant asOf,
        long total,
        Map<Dimension, Map<String, Long>> by,
        Map<YearMonth, Long> months,
        Handling handling) {
    /**
     * What became of cases.
     *
     * @param cases opened in the period
     * @param desks cases by who is responsible now: the kind, a slash and its name
     * @param handled of these, those verified, or told without
     * @param measures cases by what was done last
     * @param outcomes cases by what was found
     * @param ratios counts that figures of quality are made of
     * @param medians seconds, of those that came so far; none where there were none
     */
    public record Handling(
            long cases,
            Map<String, Long> desks,
            Map<String, Long> handled,
            Map<String, Long> measures,
            Map<String, Long> outcomes,
            Map<Definition, Ratio> ratios,
            Map<String, Long> medians) {
        public static final Handling NONE = new Handling(0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

        public Handling {
            desks = new TreeMap<>(desks);
            handled = new TreeMap<>(handled);
            measures = new TreeMap<>(measures);
            outcomes = new TreeMap<>(outcomes);
            ratios = Map.copyOf(ratios);
            medians = new TreeMap<>(medians);
        }
    }

    /** So many of so many. */
    public record Ratio(long part, long whole) {}

    public Map<String, Long> of(Dimension dimension) {
        return by.getOrDefault(dimension, Map.of());
    }
}

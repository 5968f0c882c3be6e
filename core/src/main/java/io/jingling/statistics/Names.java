package io.jingling.statistics;

import java.util.List;
import java.util.Map;

/**
 * What codes are called, in the order in which a report has them. A row is labelled from its code, never by hand.
 *
 * @param of each dimension's codes
 * @param desks kinds of desks
 */
public record Names(Map<Dimension, List<Name>> of, List<Name> desks, List<Name> measures, List<Name> outcomes) {
    /** A code and what people call it. */
    public record Name(String code, String chinese) {}

    List<Name> of(Dimension dimension) {
        return of.getOrDefault(dimension, List.of());
    }
}

package io.jingling.statistics;

import java.time.LocalDate;
import java.util.List;

/**
 * A definition changed, or began: figures on both sides of it are not to be compared without a word.
 *
 * @param definition what changed, with its version since then, as {@link Definition#id} says it
 * @param since from which day on
 * @param what was changed, and what that does to the figures
 */
public record Restatement(String definition, LocalDate since, String what) {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 29);

    /** All so far, the last first. Every definition has an entry for every version: a test wants it. */
    public static final List<Restatement> LOG = List.of(Definition.values()).stream()
            .map(one -> new Restatement(one.id(), FIRST, "首次定义；之前的统计期按此版本重算"))
            .toList();
}

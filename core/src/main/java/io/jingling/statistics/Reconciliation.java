package io.jingling.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether all that was counted adds up. A report is not made of what does not. */
public final class Reconciliation {
    private Reconciliation() {}

    /** What does not add up, a line for each; empty where all differences are 0. */
    public static List<String> differences(Counts counts) {
        List<String> found = new ArrayList<>();
        counts.by().forEach((dimension, codes) -> differs(dimension.word(), codes, counts.total())
                .ifPresent(found::add));
        Counts.Handling handling = counts.handling();
        if (handling.cases() > 0) {
            differs("desks", handling.desks(), handling.cases()).ifPresent(found::add);
            differs("measures", handling.measures(), handling.cases()).ifPresent(found::add);
            differs("outcomes", handling.outcomes(), handling.cases()).ifPresent(found::add);
        }
        handling.handled().forEach((desk, count) -> {
            long all = handling.desks().getOrDefault(desk, 0L);
            if (count > all) {
                found.add("handled: got " + count + " of " + all + ", want no more than all");
            }
        });
        months(counts).ifPresent(found::add);
        return found;
    }

    /** @throws IllegalArgumentException where something does not add up */
    public static void check(Counts counts) {
        List<String> found = differences(counts);
        if (!found.isEmpty()) {
            throw new IllegalArgumentException("totals: got " + String.join("; ", found) + "; no report is made of it");
        }
    }

    private static Optional<String> months(Counts counts) {
        if (!counts.months().keySet().containsAll(counts.period().all())) {
            return Optional.empty();
        }
        long sum =
                counts.period().all().stream().mapToLong(counts.months()::get).sum();
        return sum == counts.total()
                ? Optional.empty()
                : Optional.of("months: got " + sum + ", want the total " + counts.total());
    }

    private static Optional<String> differs(String what, Map<String, Long> codes, long total) {
        long sum = codes.values().stream().mapToLong(Long::longValue).sum();
        return sum == total ? Optional.empty() : Optional.of(what + ": got " + sum + ", want the total " + total);
    }
}

package io.jingling.http.console;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.Rule;
import io.jingling.platform.DecisionHistory.Tally;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The tables that the charts are drawn from; who cannot see a chart reads its table.
 *
 * @param actions the columns of {@code minutes}
 * @param minutes calls by minute and action, the oldest first
 * @param categories calls by category, the most first
 * @param rules calls by rule, the most first
 * @param asOf when the counts were read
 */
record Charts(List<Column> actions, List<Minute> minutes, List<Bar> categories, List<Bar> rules, String asOf) {
    /** An action and its name. */
    record Column(String action, String name) {}

    /** One minute; a count for each action. */
    record Minute(String time, List<Long> counts) {}

    /** How often something was. */
    record Bar(String name, long count) {}

    static Charts of(LiveFeed.Counts counts, Words words) {
        return new Charts(
                Arrays.stream(Action.values())
                        .map(action -> new Column(action.word(), words.of(action)))
                        .toList(),
                minutes(counts),
                bars(counts.tallies(), Tally::category, code -> words.of(Category.of(code))),
                bars(counts.tallies(), Tally::rule, id -> words.of(Rule.of(id))),
                counts.asOf().equals(Instant.EPOCH) ? "–" : Times.clock(counts.asOf()));
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    private static List<Minute> minutes(LiveFeed.Counts counts) {
        Map<Instant, long[]> byMinute = new HashMap<>();
        for (Tally tally : counts.tallies()) {
            byMinute.computeIfAbsent(tally.minute(), minute -> new long[Action.values().length])[
                            Action.of(tally.action()).ordinal()] +=
                    tally.count();
        }
        Instant last = counts.asOf().truncatedTo(ChronoUnit.MINUTES);
        List<Minute> minutes = new ArrayList<>();
        for (long ago = LiveFeed.WINDOW.toMinutes(); ago >= 0; ago--) {
            Instant minute = last.minus(ago, ChronoUnit.MINUTES);
            long[] found = byMinute.getOrDefault(minute, new long[Action.values().length]);
            minutes.add(new Minute(
                    Times.minute(minute), Arrays.stream(found).boxed().toList()));
        }
        return minutes;
    }

    private static List<Bar> bars(List<Tally> tallies, Function<Tally, String> key, Function<String, String> name) {
        Map<String, Long> counts = new HashMap<>();
        tallies.stream()
                .filter(tally -> !key.apply(tally).isEmpty())
                .forEach(tally -> counts.merge(key.apply(tally), tally.count(), Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new Bar(name.apply(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingLong(Bar::count).reversed().thenComparing(Bar::name))
                .toList();
    }
}

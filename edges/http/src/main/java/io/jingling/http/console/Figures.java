package io.jingling.http.console;

import io.jingling.domain.Rule;
import io.jingling.platform.DecisionHistory.Tally;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The numbers above the list, ready to show.
 *
 * @param lastMinute calls in the last whole minute
 * @param thisMinute calls since this minute began
 * @param lastHour calls in the last 60 minutes
 * @param shares how the last hour's calls were decided, one for each action in their order
 * @param failedOpen calls of the last hour that rang because they could not be decided in time
 * @param backlog decisions that wait to be written; empty where not known
 * @param lost decisions that could not be taken note of since the start; empty where not known
 * @param anyLost true where a decision was lost
 * @param databaseAnswers whether the database answered when last asked
 * @param asOf when the counts were read
 */
record Figures(
        String lastMinute,
        String thisMinute,
        String lastHour,
        List<Share> shares,
        long failedOpen,
        String backlog,
        String lost,
        boolean anyLost,
        boolean databaseAnswers,
        String asOf) {
    static Figures of(LiveFeed.Counts counts, Pulse pulse, Words words) {
        List<Tally> tallies = counts.tallies();
        Instant minute = counts.asOf().truncatedTo(ChronoUnit.MINUTES);
        return new Figures(
                number(sum(tallies, tally -> tally.minute().equals(minute.minus(1, ChronoUnit.MINUTES)))),
                number(sum(tallies, tally -> tally.minute().equals(minute))),
                number(sum(tallies, tally -> true)),
                Share.of(action -> sum(tallies, tally -> tally.action().equalsIgnoreCase(action.word())), words),
                sum(tallies, tally -> tally.rule().equals(Rule.FAIL_OPEN.id())),
                pulse.backlog().isPresent() ? number(pulse.backlog().getAsLong()) : "–",
                pulse.lost().isPresent() ? number(pulse.lost().getAsLong()) : "–",
                pulse.lost().orElse(0) > 0,
                pulse.databaseAnswers(),
                counts.asOf().equals(Instant.EPOCH) ? "–" : Times.clock(counts.asOf()));
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static long sum(List<Tally> tallies, Predicate<Tally> which) {
        return tallies.stream().filter(which).mapToLong(Tally::count).sum();
    }
}

package io.jingling.http.console;

import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionHistory.PastDecision;
import io.jingling.platform.DecisionHistory.Tally;
import io.jingling.platform.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The newest decisions, asked of the history once for all visitors.
 *
 * <p>However many consoles are open, the list is read at most once a second, and the counts at most
 * every five and never for more than a fifth of the time. What was shown is remembered, so that it
 * can be opened after it has scrolled away.
 */
@ApplicationScoped
class LiveFeed {
    static final int LATEST_MAX = 60;
    static final Duration WINDOW = Duration.ofMinutes(60);

    private static final Duration LIST_EVERY = Duration.ofMillis(900);
    private static final Duration COUNTS_EVERY = Duration.ofSeconds(5);
    private static final int COUNTS_SHARE = 4;
    private static final int SHOWN_MAX = 5_000;

    private final DecisionHistory history;
    private final InstantSource clock;
    private final Bounded<Long, PastDecision> shown = new Bounded<>(SHOWN_MAX);
    private Latest latest = new Latest(List.of(), Instant.EPOCH, true);
    private Counts counts = new Counts(List.of(), Instant.EPOCH, true);
    private Instant nextList = Instant.MIN;
    private Instant nextCounts = Instant.MIN;

    LiveFeed(DecisionHistory history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    /**
     * The newest decisions.
     *
     * @param fresh false where the history did not answer and this is what it said last
     */
    record Latest(List<PastDecision> decisions, Instant asOf, boolean fresh) {}

    /** The counts of the last {@link #WINDOW}. */
    record Counts(List<Tally> tallies, Instant asOf, boolean fresh) {}

    synchronized Latest latest() {
        Instant now = clock.instant();
        if (now.isBefore(nextList)) {
            return latest;
        }
        nextList = now.plus(LIST_EVERY);
        try {
            latest = new Latest(history.latest(LATEST_MAX), now, true);
            latest.decisions().forEach(this::remember);
        } catch (StoreFailure away) {
            latest = new Latest(latest.decisions(), latest.asOf(), false);
        }
        return latest;
    }

    synchronized Counts counts() {
        Instant now = clock.instant();
        if (now.isBefore(nextCounts)) {
            return counts;
        }
        try {
            // From the beginning of a minute, as that is how the history counts.
            Instant from = now.minus(WINDOW).truncatedTo(ChronoUnit.MINUTES);
            counts = new Counts(history.tallies(from, now.plusSeconds(60)), now, true);
        } catch (StoreFailure away) {
            counts = new Counts(counts.tallies(), counts.asOf(), false);
        }
        Duration took = Duration.between(now, clock.instant()).multipliedBy(COUNTS_SHARE);
        nextCounts = now.plus(took.compareTo(COUNTS_EVERY) > 0 ? took : COUNTS_EVERY);
        return counts;
    }

    /** Keeps a decision that is shown, so that it can be opened. */
    synchronized void remember(PastDecision decision) {
        shown.put(decision.id(), decision);
    }

    synchronized Optional<PastDecision> find(long id) {
        return Optional.ofNullable(shown.get(id));
    }
}

package io.jingling.http.console;

import io.jingling.domain.Evidence;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionHistory.PastDecision;
import io.jingling.platform.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the latest decisions were made from, asked of the history once for all visitors. */
@ApplicationScoped
class EvidenceFeed {
    static final int LATEST_MAX = 2_000;
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final DecisionHistory history;
    private final InstantSource clock;
    private Counts counts = new Counts(0, Map.of());
    private Instant next = Instant.MIN;

    EvidenceFeed(DecisionHistory history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    /**
     * @param all how many decisions were looked at
     * @param byKind of those that something was counted against: how many by what it was
     */
    record Counts(int all, Map<Evidence.Kind, Long> byKind) {
        long of(Evidence.Kind kind) {
            return byKind.getOrDefault(kind, 0L);
        }
    }

    /** What the history said last, where it does not answer now. */
    synchronized Counts latest() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return counts;
        }
        next = now.plus(EVERY);
        try {
            counts = count(history.latest(LATEST_MAX));
        } catch (StoreFailure away) {
            return counts;
        }
        return counts;
    }

    private static Counts count(List<PastDecision> decisions) {
        Map<Evidence.Kind, Long> byKind = new EnumMap<>(Evidence.Kind.class);
        decisions.stream()
                .map(past -> past.decision().evidence())
                .flatMap(Optional::stream)
                .forEach(evidence -> byKind.merge(evidence.kind(), 1L, Long::sum));
        return new Counts(decisions.size(), byKind);
    }
}

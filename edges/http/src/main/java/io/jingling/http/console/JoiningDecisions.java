package io.jingling.http.console;

import io.jingling.detection.CampaignView.Member;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionHistory.PastDecision;
import io.jingling.platform.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was decided on the call by which a number joined a campaign.
 *
 * <p>That never changes, so it is asked of the history once a number; and for some numbers a second only, however many
 * pages are open.
 */
@ApplicationScoped
class JoiningDecisions {
    private static final Duration AROUND = Duration.ofSeconds(2);
    /** A record's decision may be on its way to the history for so long; one that is not there then never comes. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    private static final int CALLS_MAX = 20;
    private static final int KNOWN_MAX = 5_000;
    private static final int A_SECOND = 50;

    private final DecisionHistory history;
    private final InstantSource clock;
    private final Bounded<Joining, Optional<PastDecision>> known = new Bounded<>(KNOWN_MAX);
    private long second;
    private int asked;

    private record Joining(long number, long atMillis) {}

    JoiningDecisions(DecisionHistory history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    /** Empty where the history has none, or not yet. */
    synchronized Optional<PastDecision> of(Member member) {
        Joining joining = new Joining(member.number().key(), member.joined().toEpochMilli());
        Optional<PastDecision> before = known.get(joining);
        if (before != null) {
            return before;
        }
        if (!mayAsk()) {
            return Optional.empty();
        }
        try {
            Optional<PastDecision> found = ask(member);
            if (found.isPresent() || member.joined().plus(ON_ITS_WAY).isBefore(clock.instant())) {
                known.put(joining, found);
            }
            return found;
        } catch (StoreFailure away) {
            return Optional.empty();
        }
    }

    private Optional<PastDecision> ask(Member member) {
        List<PastDecision> around = history.ofCaller(
                member.number(), member.joined().minus(AROUND), member.joined().plus(AROUND), CALLS_MAX);
        return around.stream().min(Comparator.comparing(past -> Duration.between(past.at(), member.joined())
                .abs()));
    }

    private boolean mayAsk() {
        long now = clock.instant().getEpochSecond();
        asked = now == second ? asked + 1 : 1;
        second = now;
        return asked <= A_SECOND;
    }
}

package io.jingling.platform;

import io.jingling.domain.Decision;
import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Past decisions, for "why was this call …?" and for the console. */
public interface DecisionHistory {
    /** Newest first, at most {@code limit}. */
    List<PastDecision> ofCallee(PhoneNumber callee, Instant from, Instant to, int limit);

    /** Newest first, at most {@code limit}. */
    List<PastDecision> ofCaller(PhoneNumber caller, Instant from, Instant to, int limit);

    /** Newest first, at most {@code limit}. */
    List<PastDecision> latest(int limit);

    /** Of all callers and callees, newest first, at most {@code limit}. */
    List<PastDecision> between(Instant from, Instant to, int limit);

    /** The decision of that id; empty where none is kept any more. */
    Optional<PastDecision> find(long id);

    /**
     * Counts by time, action, rule and category: by the minute up to 6 hours, by the hour up to 7 days, by the
     * day (UTC) beyond. All that there are; where that were more than 100,000 rows it fails.
     */
    List<Tally> tallies(Instant from, Instant to);

    /**
     * A decision as it was made.
     *
     * @param id the log's own number
     * @param policyVersion the policy it was made under
     */
    record PastDecision(
            long id, Instant at, PhoneNumber caller, PhoneNumber callee, Decision decision, int policyVersion) {}

    /**
     * How often something was decided within a minute, an hour or a day.
     *
     * @param minute its beginning
     * @param category the category's code, empty where none
     */
    record Tally(Instant minute, String action, String rule, String category, long count) {}
}

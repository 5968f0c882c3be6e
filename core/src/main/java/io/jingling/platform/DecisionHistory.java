package io.jingling.platform;

import io.jingling.domain.Decision;
import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.List;

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

    /** Counts by minute, action, rule and category; at most 100,000 rows. */
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
     * How often something was decided within a minute.
     *
     * @param minute the minute's beginning
     * @param category the category's code, empty where none
     */
    record Tally(Instant minute, String action, String rule, String category, long count) {}
}

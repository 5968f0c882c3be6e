package io.jingling.storage;

import io.jingling.domain.Decision;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.DecisionHistory.PastDecision;
import java.time.Instant;

/** Decisions as rows of longs in an array: what each place in a row means. */
final class DecisionRows {
    static final int AT = 0;
    static final int CALLER = 1;
    static final int CALLEE = 2;
    static final int VERDICT = 3;
    static final int CALL_ID = 4;
    static final int LIST_VERSION = 5;
    static final int POLICY_VERSION = 6;
    static final int WIDTH = 7;

    private DecisionRows() {}

    /**
     * A row as a decision.
     *
     * @param offset where the row begins in the array
     */
    static PastDecision decision(long id, long[] rows, int offset) {
        return new PastDecision(
                id,
                Instant.ofEpochMilli(rows[offset + AT]),
                new PhoneNumber(rows[offset + CALLER]),
                new PhoneNumber(rows[offset + CALLEE]),
                new Decision(rows[offset + VERDICT], rows[offset + LIST_VERSION]),
                (int) rows[offset + POLICY_VERSION]);
    }
}

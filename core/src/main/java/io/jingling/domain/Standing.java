package io.jingling.domain;

import java.time.Instant;

/** What is thought of a caller now; it ends by itself, because numbers are issued again. */
public sealed interface Standing {
    /** From then on it counts for nothing. */
    Instant expires();

    /**
     * Suspected of harassment.
     *
     * @param category what the calls are about
     * @param score how sure, 0 (not at all) to 100
     * @param evidence what was counted
     * @param expires whole hours are kept; a part of an hour is rounded up
     */
    record Suspected(Category category, int score, Evidence evidence, Instant expires) implements Standing {
        public Suspected {
            if (score < 0 || score > 100) {
                throw new IllegalArgumentException("score: got " + score + ", want 0 to 100");
            }
        }
    }

    /**
     * Verified protected use: a courier, a hospital, a school, an alarm line. In files its category
     * is {@code L1}.
     */
    record Protected(Instant expires) implements Standing {}

    /** The code that marks verified protected use in files, beside the {@link Category} codes. */
    String PROTECTED_CODE = "L1";
}

package io.jingling.complaints;

import java.time.Instant;

/** A step in a case: what somebody did, and when. Never changed once it is there. */
public sealed interface Step {
    int TEXT_MAX = 2_000;
    /** Who does what nobody does: rules. */
    String BY_RULE = "rule";

    Instant at();

    /** Who did it: an officer's key, or {@link #BY_RULE}. Never a number. */
    String by();

    /** In words, for whoever reads the case. */
    String text();

    /** It came in and has a number. */
    record Accepted(Instant at, String by, String text) implements Step {}

    /**
     * Somebody else is responsible from now on; all that the case has goes along.
     *
     * @param to who
     * @param rule of the routing table, or {@code officer}
     */
    record HandedOver(Instant at, String by, Desk to, String rule, String text) implements Step {}

    /** It was found what the calls were. */
    record Verified(Instant at, String by, Outcome outcome, String text) implements Step {
        public Verified {
            wantReason(text);
        }
    }

    /** Something was done about them. */
    record Acted(Instant at, String by, Measure measure, String text) implements Step {
        public Acted {
            wantReason(text);
        }
    }

    /** All who reported were told what came of it, with the reason. This closes the case. */
    record Told(Instant at, String by, Outcome outcome, String text) implements Step {
        public Told {
            wantReason(text);
        }
    }

    /** The company or the number's owner answered. */
    record Replied(Instant at, String by, String text) implements Step {
        public Replied {
            wantReason(text);
        }
    }

    /** Something that the next who reads it should know. */
    record Noted(Instant at, String by, String text) implements Step {
        public Noted {
            wantReason(text);
        }
    }

    /** The last report was withdrawn. */
    record Withdrawn(Instant at, String by, String text) implements Step {}

    private static void wantReason(String text) {
        if (text.isBlank() || text.length() > TEXT_MAX) {
            throw new IllegalArgumentException(
                    "reason: got " + text.strip().length() + " characters, want 1 to " + TEXT_MAX);
        }
    }
}

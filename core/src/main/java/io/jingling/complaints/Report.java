package io.jingling.complaints;

import java.time.Instant;
import java.util.Optional;

/**
 * What one person says of one call.
 *
 * @param id opaque, given at intake
 * @param by who reports; nothing in a report tells the number
 * @param about which number called
 * @param when it called
 * @param said what about it
 * @param intake how it came in
 */
public record Report(String id, ReporterId by, ReportedNumber about, CallTime when, Said said, Intake intake) {
    /** What it is about: as its reporter says, and where that one says nothing, as a reader of the text is sure of. */
    public Case.Topic topic() {
        return new Case.Topic(said.category().or(intake.guess()::category), said.mode());
    }

    /**
     * How a report came in.
     *
     * @param at when it was received
     * @param entrance by which way
     * @param key what the sender calls it: the same key of the same person is the same report, however often it comes
     * @param mayBeForwarded whether the reporter agreed that it is passed on, under a pseudonym (PIPL §23)
     * @param guess what a reader of texts takes the description for
     */
    public record Intake(Instant at, Entrance entrance, Optional<String> key, boolean mayBeForwarded, Guess guess) {
        private static final int KEY_MAX = 100;

        public Intake {
            key.ifPresent(sent -> {
                if (sent.isBlank() || sent.length() > KEY_MAX) {
                    throw new IllegalArgumentException(
                            "key: got " + sent.length() + " characters, want 1 to " + KEY_MAX);
                }
            });
        }
    }
}

package io.jingling.evidence;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times in texts: UTC, to the second, {@code 2026-11-28T13:00:00Z}. */
final class Moment {
    private static final int LENGTH = 20;

    private Moment() {}

    static Instant of(String text) {
        try {
            Instant at = Instant.parse(text);
            if (at.toString().equals(text) && text.length() == LENGTH) {
                return at;
            }
        } catch (DateTimeParseException malformed) {
            throw refused(text, malformed);
        }
        throw refused(text, new IllegalArgumentException("another writing"));
    }

    static void wantSeconds(Instant at) {
        of(at.toString());
    }

    private static IllegalArgumentException refused(String text, Exception why) {
        return new IllegalArgumentException(
                "time: got " + Shown.of(text) + ", want UTC to the second, such as 2026-11-28T13:00:00Z", why);
    }
}

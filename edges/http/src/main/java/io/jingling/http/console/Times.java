package io.jingling.http.console;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times as the console shows and reads them: Chinese standard time, which is +08:00 all year. */
final class Times {
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZONE);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZONE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZONE);
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(ZONE);

    private Times() {}

    /** {@code 20:31:05}. */
    static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** {@code 20:31}. */
    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** {@code 2026-11-23}. */
    static String day(Instant at) {
        return DAY.format(at);
    }

    /** {@code 11-23 20:31:05}. */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** As a {@code datetime-local} field has it. */
    static String field(Instant at) {
        return FIELD.format(at);
    }

    /** Reads a {@code datetime-local} field; empty where it is none. */
    static Optional<Instant> ofField(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).toInstant(ZONE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

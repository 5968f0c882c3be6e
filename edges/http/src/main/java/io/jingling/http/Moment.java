package io.jingling.http;

import io.jingling.domain.Masking;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Reads times: ISO 8601, always with an offset, between 2000 and 2100. */
final class Moment {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
    private static final String WANT = "ISO 8601 with an offset, such as 2026-11-23T09:30:00+08:00";

    private Moment() {}

    /**
     * From when to when.
     *
     * @param from included
     * @param to not included, after {@code from}
     */
    record Span(Instant from, Instant to) {}

    static Instant read(String field, String text) {
        try {
            Instant read = OffsetDateTime.parse(text).toInstant();
            if (read.isBefore(FIRST) || !read.isBefore(LAST)) {
                throw new BadInput(field, "a time outside 2000 to 2100", WANT);
            }
            return read;
        } catch (DateTimeParseException wrong) {
            throw new BadInput(field, '"' + Masking.clip(text) + '"' + (isLocal(text) ? " (no offset)" : ""), WANT);
        }
    }

    /** The usual mistake, which masked digits would hide. */
    private static boolean isLocal(String text) {
        try {
            LocalDateTime.parse(text);
            return true;
        } catch (DateTimeParseException somethingElse) {
            return false;
        }
    }

    /**
     * Reads both ends of a span, as they stand in a query or a document.
     *
     * @param from text, or null for {@code usual} before the end
     * @param to text, or null for now
     */
    static Span span(String from, String to, Instant now, Duration usual, Duration longest) {
        Instant end = to == null ? now : read("to", plusKept(to));
        Instant start = from == null ? end.minus(usual) : read("from", plusKept(from));
        if (!start.isBefore(end)) {
            throw new BadInput("from", start.toString(), "a time before to, " + end);
        }
        if (start.plus(longest).isBefore(end)) {
            throw new BadInput("from", start.toString(), "at most " + longest.toDays() + " days before to, " + end);
        }
        return new Span(start, end);
    }

    /** In a query a bare + is a space; no time has a space before its offset. */
    private static String plusKept(String text) {
        return text.replace(' ', '+');
    }
}

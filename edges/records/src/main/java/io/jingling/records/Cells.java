package io.jingling.records;

import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One row's cells by column name, read into domain words. A cell that cannot be read throws {@link BadField}. */
interface Cells {
    Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    /** So much clocks may be apart; further ahead is the future, or another time zone. */
    Duration AHEAD_MAX = Duration.ofMinutes(5);

    Set<String> HIDDEN_WORDS =
            Set.of("", "anonymous", "hidden", "private", "restricted", "unavailable", "unknown", "withheld");
    /* Looked at before parsing, which would make an exception with its stack trace for each bad line. */
    Pattern WITH_OFFSET = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{5,18}(?:Z|[+-][\\d:]{2,8})");
    Pattern WITHOUT_OFFSET = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]{5,18}");

    DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /** The cell as it stands there; empty where the file has no such column. */
    String cell(String column);

    /** Without white space around it. */
    default String word(String column) {
        return cell(column).strip();
    }

    default PhoneNumber number(String column) {
        try {
            return PhoneNumber.parse(cell(column));
        } catch (IllegalArgumentException e) {
            throw BadField.of(column, e);
        }
    }

    /** Nothing, or a word for it, is {@link PhoneNumber#HIDDEN}. */
    default PhoneNumber callerNumber(String column) {
        return HIDDEN_WORDS.contains(word(column).toLowerCase(Locale.ROOT)) ? PhoneNumber.HIDDEN : number(column);
    }

    default long whole(String column, long least, long most) {
        String text = word(column);
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new BadField(column, Rejected.quote(text), "a whole number from " + least + " to " + most);
    }

    /** As {@link #whole}; an empty cell is 0. */
    default long wholeOrNone(String column, long most) {
        return word(column).isEmpty() ? 0 : whole(column, 0, most);
    }

    /** ISO 8601 with an offset; a time without one would mean another moment in another place. */
    default Instant time(String column) {
        String text = word(column);
        try {
            if (WITH_OFFSET.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            // A day or hour that does not exist; said below.
        }
        String got = Rejected.quoteTime(text) + (WITHOUT_OFFSET.matcher(text).matches() ? " (no offset)" : "");
        throw new BadField(column, got, "ISO 8601 with offset, such as 2026-11-23T09:30:00+08:00");
    }

    /** {@code 2026-11-23 09:30:00} as clocks in the zone show it. */
    default Instant localTime(String column, ZoneId zone) {
        String text = word(column);
        try {
            if (WITHOUT_OFFSET.matcher(text).matches()) {
                return LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
            }
        } catch (DateTimeException e) {
            // A day or hour that does not exist; said below.
        }
        throw new BadField(column, Rejected.quoteTime(text), "a time such as 2026-11-23 09:30:00");
    }

    /** Refuses what no call can have: a start before this century, or more than minutes ahead. */
    static Instant plausible(String column, Instant start, Instant now) {
        if (start.isBefore(EARLIEST) || start.isAfter(now.plus(AHEAD_MAX))) {
            throw new BadField(column, start.toString(), "2000-01-01 to five minutes from now");
        }
        return start;
    }

    /** The same of an end. */
    static Instant over(String column, Instant end, Instant now) {
        if (end.isAfter(now.plus(AHEAD_MAX))) {
            throw new BadField(column, "an end at " + end, "one at most five minutes from now");
        }
        return end;
    }

    /** Refuses a call whose end is still to come: there is no record of it before it is over. */
    static CallRecord over(String column, CallRecord call, Instant now) {
        over(column, call.end(), now);
        return call;
    }
}

package io.jingling.records;

import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One transaction as Kamailio's {@code acc} accounts for it, at the time of its final answer.
 *
 * @param method INVITE, BYE, …
 * @param callId of the dialog
 * @param fromTag of who sent the request, in the dialog
 * @param toTag of the other
 * @param code the SIP status, 100 to 699
 * @param reason the status in words
 * @param at when it was answered
 * @param caller may be hidden; {@link PhoneNumber#INVALID} where the request is no INVITE
 * @param callee likewise
 */
record AccEntry(
        String method,
        String callId,
        String fromTag,
        String toTag,
        int code,
        String reason,
        Instant at,
        PhoneNumber caller,
        PhoneNumber callee) {
    /** The end of the year 9999. */
    private static final long SECONDS_MAX = 253_402_300_799L;

    private static final String LOG_MARK = "ACC: ";

    boolean isInvite() {
        return method.equals("INVITE");
    }

    boolean isBye() {
        return method.equals("BYE");
    }

    boolean isAnswered() {
        return code >= 200 && code < 300;
    }

    /** A challenge to log in: the caller tries again at once. */
    boolean isChallenge() {
        return code == 401 || code == 407;
    }

    /** A row of the table {@code acc}, whose times are local. */
    static AccEntry ofTable(Cells cells, ZoneId zone) {
        return of(cells, "callid", "sip_code", "sip_reason", cells.localTime("time", zone));
    }

    /** A line of the log, by {@link #attributes}. */
    static AccEntry ofLog(Cells cells) {
        Instant at = Instant.ofEpochSecond(cells.whole("timestamp", 0, SECONDS_MAX));
        return of(cells, "call_id", "code", "reason", at);
    }

    /**
     * The attributes of a log line: what stands behind {@code ACC: …:} as {@code name=value}, parted by
     * semicolons. None where the line is not Kamailio's accounting.
     */
    static Map<String, String> attributes(String line) {
        int mark = line.indexOf(LOG_MARK);
        int start = mark < 0 ? -1 : line.indexOf("timestamp=", mark);
        Map<String, String> attributes = new HashMap<>();
        if (start < 0) {
            return attributes;
        }
        String name = "";
        for (String part : line.substring(start).split(";")) {
            int equals = part.indexOf('=');
            boolean named = equals > 0 && part.substring(0, equals).chars().allMatch(AccEntry::isOfName);
            if (named) {
                name = part.substring(0, equals);
                attributes.put(name, part.substring(equals + 1));
            } else {
                // A semicolon within a value.
                attributes.merge(name, ";" + part, String::concat);
            }
        }
        return attributes;
    }

    private static AccEntry of(Cells cells, String callId, String code, String reason, Instant at) {
        String method = cells.word("method").toUpperCase(Locale.ROOT);
        boolean invite = method.equals("INVITE");
        return new AccEntry(
                method,
                named(cells, callId),
                cells.word("from_tag"),
                cells.word("to_tag"),
                (int) cells.whole(code, 100, 699),
                cells.word(reason),
                at,
                invite ? cells.callerNumber("src_user") : PhoneNumber.INVALID,
                invite ? callee(cells) : PhoneNumber.INVALID);
    }

    private static String named(Cells cells, String column) {
        if (cells.word(column).isEmpty()) {
            throw new BadField(column, "nothing", "the Call-ID");
        }
        return cells.word(column);
    }

    /** What the caller dialled, where it is recorded; otherwise where the call was sent. */
    private static PhoneNumber callee(Cells cells) {
        return cells.number(cells.word("dst_ouser").isEmpty() ? "dst_user" : "dst_ouser");
    }

    private static boolean isOfName(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
}

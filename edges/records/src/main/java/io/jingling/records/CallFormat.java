package io.jingling.records;

import io.jingling.domain.CallRecord;
import io.jingling.domain.Masking;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of call record that are read; docs/reference/call-records.md has their columns. */
public enum CallFormat {
    /** Jingling's own CSV. */
    GENERIC,
    /** {@code Master.csv} of Asterisk's {@code cdr_csv}. */
    ASTERISK,
    /** {@code Master.csv} of FreeSWITCH's {@code mod_cdr_csv}, its templates that begin like the default one. */
    FREESWITCH,
    /** Kamailio's {@code acc}: lines of its log, or the {@code acc} table as CSV. */
    KAMAILIO;

    /** How much of a file's beginning {@link #detect} looks at, in bytes. */
    public static final int HEAD_MAX = 1 << 13;

    private static final Pattern UUID = Pattern.compile("\"?\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\"?");
    private static final Pattern AMA = Pattern.compile(".*,\"(?:DOCUMENTATION|BILLING|BILL|OMIT|IGNORE|DEFAULT)\".*");

    /**
     * What a file's times mean and may be.
     *
     * @param zone of times written without an offset: all formats but the generic one
     * @param now no call may end more than five minutes after
     */
    public record Times(ZoneId zone, Instant now) {}

    /**
     * @param in is closed by the rows
     * @throws UnreadableFile where there is a header and it is another
     */
    public Rows<CallRecord> read(InputStream in, Times times) {
        return switch (this) {
            case GENERIC -> GenericCalls.read(in, times.now());
            case ASTERISK -> AsteriskCalls.read(in, times);
            case FREESWITCH -> FreeSwitchCalls.read(in, times);
            case KAMAILIO -> KamailioCalls.read(in, times);
        };
    }

    /** The word of the command line: {@code generic}, … */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CallFormat of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("format: got \"" + Masking.clip(word)
                        + "\", want one of "
                        + Arrays.stream(values()).map(CallFormat::word).toList()));
    }

    /** Tells the format from a file's first bytes; empty where it is not plain to see. */
    public static Optional<CallFormat> detect(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, HEAD_MAX), StandardCharsets.UTF_8);
        String first = text.lines().findFirst().orElse("").strip();
        String header = first.toLowerCase(Locale.ROOT);
        if (header.contains("call_id") && header.contains("start_time")) {
            return Optional.of(GENERIC);
        }
        if (header.contains("from_tag") && header.contains("callid") || text.contains("ACC: ")) {
            return Optional.of(KAMAILIO);
        }
        String[] cells = first.split(",");
        if (cells.length >= 13
                && Arrays.stream(cells)
                        .anyMatch(cell -> UUID.matcher(cell.strip()).matches())) {
            return Optional.of(FREESWITCH);
        }
        return AMA.matcher(first).matches() ? Optional.of(ASTERISK) : Optional.empty();
    }
}

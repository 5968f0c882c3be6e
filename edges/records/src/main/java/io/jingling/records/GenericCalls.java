package io.jingling.records;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Jingling's own call record CSV; {@link GenericCallsWriter} writes it. */
final class GenericCalls {
    static final String HEADER = "call_id,start_time,caller,callee,direction,answered,ring_ms,duration_ms,"
            + "released_by,cause,trunk,tenant,user_agent,media_hash,transcript";
    static final long LONGEST_MS = Duration.ofDays(1).toMillis();

    private static final List<String> REQUIRED = List.of(HEADER.split(",")).subList(0, 10);
    private static final Set<String> ONE_LINE = Set.copyOf(REQUIRED.subList(1, 9));
    private static final Set<String> YES = Set.of("true", "1", "yes");
    private static final Set<String> NO = Set.of("false", "0", "no");

    private GenericCalls() {}

    static Rows<CallRecord> read(InputStream in, Instant now) {
        return CsvRows.withHeader(
                in, REQUIRED, ONE_LINE, HEADER + " (the last five may be left out)", c -> call(c, now));
    }

    private static CallRecord call(Cells cells, Instant now) {
        boolean answered = answered(cells);
        long duration = cells.wholeOrNone("duration_ms", LONGEST_MS);
        if (!answered && duration > 0) {
            throw new BadField("duration_ms", duration + " for a call not answered", "0");
        }
        CallRecord call = new CallRecord(
                cells.cell("call_id"),
                Cells.plausible("start_time", cells.time("start_time"), now),
                cells.callerNumber("caller"),
                cells.number("callee"),
                choice(cells, "direction", Direction.values(), Direction.UNKNOWN),
                answered,
                Duration.ofMillis(cells.wholeOrNone("ring_ms", LONGEST_MS)),
                Duration.ofMillis(duration),
                choice(cells, "released_by", ReleasedBy.values(), ReleasedBy.UNKNOWN),
                cells.cell("cause"),
                new Origin(
                        cells.cell("trunk"),
                        cells.cell("tenant"),
                        cells.cell("user_agent"),
                        cells.cell("media_hash"),
                        cells.cell("transcript")));
        return Cells.over("duration_ms", call, now);
    }

    private static boolean answered(Cells cells) {
        String word = cells.word("answered").toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new BadField("answered", Rejected.quote(word), "true or false");
        }
        return YES.contains(word);
    }

    /** An empty cell is the value for "unknown". */
    private static <E extends Enum<E>> E choice(Cells cells, String column, E[] values, E unknown) {
        String word = cells.word(column);
        if (word.isEmpty()) {
            return unknown;
        }
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new BadField(column, Rejected.quote(word), words(values)));
    }

    private static String words(Enum<?>[] values) {
        return Arrays.stream(values).map(GenericCalls::word).toList().toString();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

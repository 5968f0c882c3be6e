package io.jingling.records;

import static io.jingling.records.Reading.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericCallsTest {
    private static final String HEADER = GenericCalls.HEADER + "\n";
    private static final String GOOD =
            "a-1,2026-11-22T10:00:00.5+08:00,13800001111,13900000001,in,true,4200,61000,caller,16,T7,shop,ua,m,hello\n";

    @Test
    void aRecordHasFifteenColumns() {
        assertThat(read(HEADER + GOOD).values())
                .containsExactly(new CallRecord(
                        "a-1",
                        Instant.parse("2026-11-22T02:00:00.5Z"),
                        PhoneNumber.parse("13800001111"),
                        PhoneNumber.parse("13900000001"),
                        Direction.IN,
                        true,
                        Duration.ofMillis(4_200),
                        Duration.ofSeconds(61),
                        ReleasedBy.CALLER,
                        "16",
                        new Origin("T7", "shop", "ua", "m", "hello")));
    }

    @Test
    void theLastFiveColumnsMayBeLeftOutAndTheRestMayBeEmpty() {
        Reading<CallRecord> reading =
                read("cause,released_by,duration_ms,ring_ms,answered,direction,callee,caller,start_time,call_id,mood\n"
                        + ",,,,no,,13900000001,,2026-11-22T02:00:00Z,b-1,fine\n");
        assertThat(reading.values())
                .containsExactly(new CallRecord(
                        "b-1",
                        Instant.parse("2026-11-22T02:00:00Z"),
                        PhoneNumber.HIDDEN,
                        PhoneNumber.parse("13900000001"),
                        Direction.UNKNOWN,
                        false,
                        Duration.ZERO,
                        Duration.ZERO,
                        ReleasedBy.UNKNOWN,
                        "",
                        Origin.UNKNOWN));
    }

    @Test
    void aTranscriptMayGoOverLines() {
        Reading<CallRecord> reading = read(HEADER + GOOD.replace("hello", "\"hello,\r\n\"\"who\"\" is there\"") + GOOD);
        assertThat(reading.values()).hasSize(2);
        assertThat(reading.values().getFirst().origin().transcript()).isEqualTo("hello,\r\n\"who\" is there");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            a-1,2026-11 | ,2026-11 | call_id: got 0 characters, want 1 to 200
            +08:00,13800001111 | ,13800001111 | start_time: got "2026-11-22T10:00:00.5" (no offset), want ISO 8601 with offset, such as 2026-11-23T09:30:00+08:00
            2026-11-22T10:00:00.5+08:00 | 2026-11-24T04:00:01Z | start_time: got 2026-11-24T04:00:01Z, want 2000-01-01 to five minutes from now
            2026-11-22T10:00:00.5+08:00 | 1980-02-11T07:18:23Z | start_time: got 1980-02-11T07:18:23Z, want 2000-01-01 to five minutes from now
            13800001111 | 1380000 | caller: got "138****" (only the beginning of a number), want 3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…
            13900000001 | +86 | callee: got "+86" (only the beginning of a number), want 3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…
            ,in, | ,inwards, | direction: got "inwards", want [in, out, unknown]
            true | maybe | answered: got "maybe", want true or false
            4200 | -1 | ring_ms: got "-1", want a whole number from 0 to 86400000
            4200 | 4.2 | ring_ms: got "4.2", want a whole number from 0 to 86400000
            61000 | 86400001 | duration_ms: got "864*****", want a whole number from 0 to 86400000
            2026-11-22T10:00:00.5+08:00 | | start_time: got nothing, want ISO 8601 with offset, such as 2026-11-23T09:30:00+08:00
            2026-11-22T10:00:00.5+08:00 | 2026-11-23T04:03:54.801Z | duration_ms: got an end at 2026-11-23T04:05:00.001Z, want one at most five minutes from now
            61000 | 2592000000 | duration_ms: got "259*******", want a whole number from 0 to 86400000
            true | false | duration_ms: got 61000 for a call not answered, want 0
            caller | robot | released_by: got "robot", want [caller, callee, network, unknown]
            """)
    void aBadCellIsNamed(String good, String bad, String sentence) {
        Reading<CallRecord> reading =
                read(HEADER + GOOD.replaceFirst(java.util.regex.Pattern.quote(good), bad == null ? "" : bad) + GOOD);
        assertThat(reading.sentences()).containsExactly("line 2: " + sentence);
        assertThat(reading.values()).hasSize(1);
    }

    @Test
    void aCallThatEndsSomeMinutesAheadIsTakenAsClocksDiffer() {
        assertThat(read(HEADER + GOOD.replace("2026-11-22T10:00:00.5+08:00", "2026-11-23T04:03:54.8Z"))
                        .values())
                .hasSize(1);
    }

    @Test
    void aHiddenCalleeIsNoCall() {
        assertThat(read(HEADER + GOOD.replace("13900000001", "")).sentences())
                .singleElement()
                .asString()
                .startsWith("line 2: callee: got \"\" (no digits), want 3 to 17 digits");
    }

    @Test
    void aWrongHeaderIsOneError() {
        assertThatThrownBy(() -> read("call_id,start,from,to\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("header: got \"call_id,start,from,to\", want " + GenericCalls.HEADER
                        + " (the last five may be left out)");
    }

    private static Reading<CallRecord> read(String text) {
        return Reading.of(CallFormat.GENERIC.read(Reading.utf8(text), SHANGHAI));
    }
}

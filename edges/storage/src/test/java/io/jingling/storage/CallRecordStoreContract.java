package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.CallRecordStore.Appended;
import io.jingling.platform.CallRecordStore.Page;
import io.jingling.platform.CallRecordStore.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of call records keeps to. */
abstract class CallRecordStoreContract {
    private static final Instant START = Instant.parse("2026-11-23T01:00:00.5Z");

    /** An empty one. */
    abstract CallRecordStore store();

    @Test
    void newRecordsAreAdded() {
        assertThat(store().append("switch", records(0, 3_000))).isEqualTo(new Appended(3_000, 0));
    }

    @Test
    void whatIsThereAlreadyChangesNothing() {
        CallRecordStore store = store();
        store.append("switch", records(0, 10));
        assertThat(store.append("switch", records(5, 15))).isEqualTo(new Appended(5, 5));
        assertThat(store.append("switch", records(0, 15))).isEqualTo(new Appended(0, 15));
    }

    @Test
    void aRecordThatComesTwiceAtOnceIsKeptOnce() {
        List<CallRecord> twice = List.of(record("same"), record("same"));
        assertThat(store().append("switch", twice)).isEqualTo(new Appended(1, 1));
    }

    @Test
    void eachSourceHasItsOwnCallIds() {
        CallRecordStore store = store();
        store.append("switch 1", List.of(record("1")));
        assertThat(store.append("switch 11", List.of(record("1")))).isEqualTo(new Appended(1, 0));
        assertThat(store.append("switch ", List.of(record("11")))).isEqualTo(new Appended(1, 0));
    }

    @Test
    void thoseOfSomeCallersAreFoundInTheOrderOfTheirStarts() {
        CallRecordStore store = store();
        List<CallRecord> own = IntStream.range(0, 10).mapToObj(i -> of(1, i)).toList();
        store.append("switch", own.reversed());
        store.append("switch", List.of(of(2, 3), record("hidden")));
        PhoneNumber caller = Numbers.mobile(1);
        Instant end = START.plusSeconds(9);
        assertThat(store.ofCallers(List.of(caller, PhoneNumber.HIDDEN), START, end, 100))
                .containsExactlyElementsOf(own.subList(0, 9));
        assertThat(store.ofCallers(List.of(caller), START.plusSeconds(1), end, 2))
                .containsExactlyElementsOf(own.subList(1, 3));
        assertThat(store.ofCallers(List.of(caller, Numbers.mobile(2)), START, end, 100))
                .hasSize(10);
        assertThat(store.ofCallers(List.of(), START, end, 100)).isEmpty();
    }

    private static CallRecord of(int caller, int second) {
        CallRecord like = record("of-" + caller + "-" + second, START.plusSeconds(second));
        return new CallRecord(
                like.callId(),
                like.start(),
                Numbers.mobile(caller),
                like.callee(),
                like.direction(),
                like.answered(),
                like.ring(),
                like.duration(),
                like.releasedBy(),
                like.cause(),
                like.origin());
    }

    @Test
    void nothingIsAddedOutOfNothing() {
        assertThat(store().append("switch", List.of())).isEqualTo(new Appended(0, 0));
    }

    @Test
    void aSourceHasAName() {
        assertThatThrownBy(() -> store().append(" ", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("source: got 1 characters, want 1 to 100");
    }

    @Test
    void recordsAreReadBackWholeInTheOrderOfTheirStarts() {
        CallRecordStore store = store();
        assertThat(store.latestStart()).isEmpty();
        List<CallRecord> kept = IntStream.range(0, 250)
                .mapToObj(i -> record("call-" + i, START.plusSeconds(i * 7_919L % 250)))
                .toList();
        store.append("switch", kept);
        Place place = Place.before(START);
        List<CallRecord> read = new ArrayList<>();
        for (Page page = store.after(place, 100); !page.records().isEmpty(); page = store.after(page.next(), 100)) {
            assertThat(page.records()).hasSizeLessThanOrEqualTo(100);
            read.addAll(page.records());
        }
        assertThat(read)
                .isEqualTo(kept.stream()
                        .sorted(Comparator.comparing(CallRecord::start))
                        .toList());
        assertThat(store.latestStart()).contains(START.plusSeconds(249));
        assertThat(store.after(Place.before(START.plusSeconds(240)), 100).records())
                .hasSize(10);
    }

    @Test
    void recordsThatBeganTogetherAreEachReadOnce() {
        CallRecordStore store = store();
        List<CallRecord> kept = records(0, 20);
        store.append("switch", kept);
        Page first = store.after(Place.before(START), 13);
        Page second = store.after(first.next(), 13);
        assertThat(second.records()).hasSize(7).doesNotContainAnyElementsOf(first.records());
        assertThat(store.after(second.next(), 13)).isEqualTo(new Page(List.of(), second.next()));
    }

    private static List<CallRecord> records(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> record("call-" + i)).toList();
    }

    static CallRecord record(String callId) {
        return record(callId, START);
    }

    private static CallRecord record(String callId, Instant start) {
        return new CallRecord(
                callId,
                start,
                PhoneNumber.HIDDEN,
                Numbers.mobile(3),
                Direction.IN,
                true,
                Duration.ofMillis(8_500),
                Duration.ofMinutes(2),
                ReleasedBy.CALLER,
                "16",
                new Origin("trunk-7", "", "Asterisk", "", "您好\0"));
    }
}

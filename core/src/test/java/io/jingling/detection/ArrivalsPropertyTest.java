package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.CallRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the order in which records arrive, within the lateness, the same is told and the same is known. */
class ArrivalsPropertyTest {
    private static final Duration LATENESS = Duration.ofMinutes(10);
    private static final Capacity SMALL = new Capacity(200, 200, 1 << 12, 1 << 10, 1 << 12, 1 << 4);

    @Test
    void anyOrderWithinTheLatenessAndAnyCopiesAreToldAsIfInOrder() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<CallRecord> calls = MadeUpCalls.calls(random, 300);
            Told inOrder = tell(calls);
            Told disordered = tell(withCopies(disordered(calls, random), random));
            assertThat(disordered.events).as("seed %d", seed).isEqualTo(inOrder.events);
            assertThat(disordered.late)
                    .as("seed %d: a copy of what was told already is late", seed)
                    .allMatch(inOrder.events::contains);
        }
    }

    @Test
    void eventsAreThoseOfASortedListOfRingsAndEnds() {
        for (long seed = 1; seed <= 50; seed++) {
            List<CallRecord> calls = MadeUpCalls.calls(new Random(seed), 200);
            assertThat(tell(calls).events.stream().sorted().toList())
                    .as("seed %d", seed)
                    .isEqualTo(calls.stream()
                            .flatMap(call -> List.of("ring " + call.callId(), "end " + call.callId()).stream())
                            .sorted()
                            .toList());
            assertThat(tell(calls).times).as("seed %d", seed).isSorted();
        }
    }

    @Test
    void featuresJudgementsAndCampaignsAreTheSameBitForBitWhateverTheOrder() {
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            List<CallRecord> calls = MadeUpCalls.calls(random, 300);
            assertThat(seen(disordered(calls, random))).as("seed %d", seed).isEqualTo(seen(calls));
        }
    }

    @Test
    void whatComesTooLateChangesNothing() {
        for (long seed = 1; seed <= 60; seed++) {
            List<CallRecord> calls = new ArrayList<>(MadeUpCalls.calls(new Random(seed), 300));
            List<String> without = seen(calls);
            CallRecord first = calls.getFirst();
            CallRecord late = new CallRecord(
                    "late",
                    first.start().minusSeconds(60),
                    first.caller(),
                    first.callee(),
                    first.direction(),
                    first.answered(),
                    first.ring(),
                    first.duration(),
                    first.releasedBy(),
                    first.cause(),
                    first.origin());
            calls.add(250, late);
            assertThat(seen(calls)).as("seed %d", seed).isEqualTo(without);
        }
    }

    @Test
    void whenTooManyWaitTheEarliestIsToldAtOnce() {
        List<CallRecord> calls = MadeUpCalls.calls(new Random(9), 100);
        Told told = new Told();
        Arrivals arrivals = new ArrivalsByStart(Duration.ofDays(30), 20, told);
        calls.forEach(arrivals::arrive);
        assertThat(told.events).isNotEmpty();
        assertThat(arrivals.hurried()).isPositive();
        arrivals.finish();
        assertThat(told.events.size() + 2 * told.late.size()).isEqualTo(200);
    }

    private static final class Told implements Arrivals.Listener {
        final List<String> events = new ArrayList<>();
        final List<Long> times = new ArrayList<>();
        final List<String> late = new ArrayList<>();

        @Override
        public void rings(TimedCall call) {
            events.add("ring " + call.record.callId());
            times.add(call.startMillis);
        }

        @Override
        public void ends(TimedCall call) {
            events.add("end " + call.record.callId());
            times.add(call.endMillis);
        }

        @Override
        public void late(TimedCall call) {
            late.add("ring " + call.record.callId());
        }
    }

    private static Told tell(List<CallRecord> calls) {
        Told told = new Told();
        Arrivals arrivals = new ArrivalsByStart(LATENESS, 1 << 20, told);
        calls.forEach(arrivals::arrive);
        arrivals.finish();
        return told;
    }

    /** All that is seen of calls, and what they change about campaigns. */
    private static List<String> seen(List<CallRecord> calls) {
        List<String> rows = new ArrayList<>();
        Model model = MadeUpModels.model(17, true, true);
        Judge judge = new Judge(model);
        Grounds why = new Grounds();
        Detection detection = Detection.of(SMALL, LATENESS, model, new Detection.Listener() {
            @Override
            public void rings(Sighting seen) {
                rows.add(seen.call().callId()
                        + Arrays.toString(seen.features())
                        + Arrays.toString(seen.clues())
                        + seen.campaign()
                        + judge.judge(seen, why)
                        + why.list());
            }

            @Override
            public void changed(CallRecord call, Change change) {
                rows.add(call.callId() + change);
            }

            @Override
            public void ends(CallRecord call, float[] step) {
                rows.add(call.callId() + Arrays.toString(step));
            }

            @Override
            public void late(CallRecord call) {
                // Not judged.
            }
        });
        calls.forEach(detection::observe);
        detection.finish();
        return rows;
    }

    /** Each may come before others that began up to the lateness earlier. */
    private static List<CallRecord> disordered(List<CallRecord> calls, Random random) {
        record Arrival(CallRecord call, long at) {}
        return calls.stream()
                .map(call -> new Arrival(
                        call, call.start().toEpochMilli() + (long) (random.nextDouble() * LATENESS.toMillis())))
                .sorted(Comparator.comparingLong(Arrival::at))
                .map(Arrival::call)
                .toList();
    }

    private static List<CallRecord> withCopies(List<CallRecord> calls, Random random) {
        List<CallRecord> all = new ArrayList<>();
        for (CallRecord call : calls) {
            all.add(call);
            if (random.nextInt(4) == 0) {
                all.add(all.get(random.nextInt(all.size())));
            }
        }
        return all;
    }
}

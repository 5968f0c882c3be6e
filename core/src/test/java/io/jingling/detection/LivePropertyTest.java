package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A live feed is told in the order of ends, whatever the order in which it arrives; and asking changes nothing. */
class LivePropertyTest {
    private static final Duration LATENESS = Duration.ofSeconds(5);
    private static final Capacity SMALL = new Capacity(200, 200, 1 << 12, 1 << 10, 1 << 12, 1 << 4);
    private static final Model MODEL = MadeUpModels.model(17, true, true);
    private static final Set<String> NOT_STATE = Set.of("listener", "looking", "asked");

    @Test
    void callsAreToldInTheOrderOfTheirEndsEachRingRightBeforeItsEnd() {
        List<CallRecord> calls = MadeUpCalls.calls(new Random(1), 300);
        Told told = new Told();
        Detection detection = live(told);
        arriveWithin(calls, new Random(2), detection);
        assertThat(told.events)
                .isEqualTo(MadeUpCalls.byEnd(calls).stream()
                        .flatMap(call -> List.of("ring " + call.callId(), "end " + call.callId()).stream())
                        .toList());
    }

    @Test
    void anyOrderWithinTheLatenessLeavesTheSameStateBitForBit() {
        for (long seed = 1; seed <= 20; seed++) {
            List<CallRecord> calls = MadeUpCalls.calls(new Random(seed), 300);
            Detection inOrder = live(new Told());
            MadeUpCalls.byEnd(calls).forEach(inOrder::observe);
            inOrder.passed(calls.getLast().start().plus(Duration.ofDays(2)));
            Detection disordered = live(new Told());
            arriveWithin(calls, new Random(seed), disordered);
            disordered.passed(calls.getLast().start().plus(Duration.ofDays(2)));
            assertThat(StateOf.of(disordered, NOT_STATE)).as("seed %d", seed).isEqualTo(StateOf.of(inOrder, NOT_STATE));
        }
    }

    @Test
    void aCallIsToldWhenItsTimeHasComeThoughNothingNewerArrives() {
        CallRecord call = MadeUpCalls.calls(new Random(3), 1).getFirst();
        Told told = new Told();
        Detection detection = live(told);
        detection.observe(call);
        detection.passed(call.end().plus(LATENESS));
        assertThat(told.events).isEmpty();
        detection.passed(call.end().plus(LATENESS).plusMillis(1));
        assertThat(told.events).hasSize(2);
    }

    @Test
    void aCallWaitsForTheClockWhateverOthersClaim() {
        List<CallRecord> calls = MadeUpCalls.byEnd(MadeUpCalls.calls(new Random(4), 50));
        Told told = new Told();
        Detection detection = live(told);
        detection.observe(calls.getLast());
        detection.passed(calls.getFirst().start());
        calls.forEach(detection::observe);
        detection.finish();
        assertThat(told.events).hasSize(100);
        assertThat(detection.counts().late()).isZero();
        assertThat(detection.counts().twice()).isEqualTo(1);
    }

    @Test
    void whatComesTooLateIsCountedAndChangesNothing() {
        List<CallRecord> calls = MadeUpCalls.byEnd(MadeUpCalls.calls(new Random(5), 100));
        Told told = new Told();
        Detection detection = live(told);
        calls.subList(1, 100).forEach(detection::observe);
        detection.passed(calls.getLast().end().plus(Duration.ofDays(1)));
        long before = StateOf.of(detection, Set.of("listener", "looking", "asked", "late"));
        detection.observe(calls.getFirst());
        assertThat(StateOf.of(detection, Set.of("listener", "looking", "asked", "late")))
                .isEqualTo(before);
        assertThat(detection.counts().late()).isEqualTo(1);
        assertThat(told.late).containsExactly(calls.getFirst().callId());
    }

    @Test
    void aCopyOfWhatWasToldIsKnownAsOne() {
        List<CallRecord> calls = MadeUpCalls.byEnd(MadeUpCalls.calls(new Random(6), 100));
        Detection detection = live(new Told());
        calls.forEach(detection::observe);
        detection.passed(calls.getLast().end().plus(Duration.ofDays(1)));
        calls.forEach(detection::observe);
        assertThat(detection.counts().late()).isZero();
        assertThat(detection.counts().twice()).isEqualTo(100);
    }

    @Test
    void peeksChangeNothingToTheLastBit() {
        for (long seed = 1; seed <= 20; seed++) {
            List<CallRecord> calls = MadeUpCalls.byEnd(MadeUpCalls.calls(new Random(seed), 300));
            Random random = new Random(seed);
            Detection without = live(new Told());
            Detection with = live(new Told());
            for (CallRecord call : calls) {
                tell(without, call);
                for (int i = random.nextInt(3); i > 0; i--) {
                    with.peek(anyAttempt(calls, random));
                }
                tell(with, call);
                if (random.nextInt(3) == 0) {
                    with.peek(anyAttempt(calls, random));
                }
            }
            assertThat(StateOf.of(with, NOT_STATE)).as("seed %d", seed).isEqualTo(StateOf.of(without, NOT_STATE));
        }
    }

    @Test
    void aPeekSeesWhatTheRingThenSees() {
        for (long seed = 1; seed <= 20; seed++) {
            List<String> peeked = new ArrayList<>();
            List<String> rung = new ArrayList<>();
            Detection detection = live(new Told() {
                @Override
                public void rings(Sighting sighting) {
                    rung.add(all(sighting));
                }
            });
            for (CallRecord call : MadeUpCalls.byEnd(MadeUpCalls.calls(new Random(seed), 300))) {
                peeked.add(all(detection.peek(attempt(call))));
                tell(detection, call);
            }
            assertThat(peeked).as("seed %d", seed).isEqualTo(rung);
        }
    }

    @Test
    void aPeekToTellWhySeesTheSameAndTellsWhatThePeekWouldHave() {
        Grounds why = new Grounds();
        Judge judge = new Judge(MODEL);
        int told = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Detection detection = live(new Told());
            for (CallRecord call : MadeUpCalls.byEnd(MadeUpCalls.calls(new Random(seed), 300))) {
                judge.judge(detection.peekToTell(attempt(call)), why);
                List<Ground> inOneWalk = why.list();
                Sighting seen = detection.peek(attempt(call));
                String seenAlone = all(seen);
                judge.judge(seen, why);
                assertThat(inOneWalk).as("seed %d", seed).isEqualTo(why.list());
                assertThat(all(detection.peekToTell(attempt(call))))
                        .as("seed %d", seed)
                        .isEqualTo(seenAlone);
                told += why.count();
                tell(detection, call);
            }
        }
        assertThat(told).isPositive();
    }

    @Test
    void peekingJudgingAndTellingWhyMakeNoObjects() {
        List<CallRecord> calls = MadeUpCalls.byEnd(MadeUpCalls.calls(new Random(7), 1_000));
        Detection detection = live(new Told());
        calls.forEach(call -> tell(detection, call));
        CallAttempt[] attempts = calls.stream().map(LivePropertyTest::attempt).toArray(CallAttempt[]::new);
        Judge judge = new Judge(MODEL);
        Grounds why = new Grounds();
        float sum = peekAll(detection, judge, attempts) + tellAll(detection, judge, why, attempts);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().threadId();
        long before = threads.getThreadAllocatedBytes(self);
        sum += peekAll(detection, judge, attempts) + tellAll(detection, judge, why, attempts);
        long allocated = threads.getThreadAllocatedBytes(self) - before;
        assertThat(sum).isNotZero();
        assertThat(allocated).isLessThan(attempts.length);
    }

    @Test
    void aModelWithTheSameSequencePartIsFollowedAtOnceAndMemoryIsKept() {
        Detection detection = live(new Told());
        MadeUpCalls.byEnd(MadeUpCalls.calls(new Random(8), 300)).forEach(call -> tell(detection, call));
        Model other = MadeUpModels.model(18, true, true);
        assertThat(detection.follow(other)).isFalse();
        Model sameSequence = new Model(
                "other", other.trees(), MODEL.sequence(), other.calibration(), other.thresholds(), other.linking());
        int campaigns = detection.counts().campaigns();
        assertThat(detection.follow(sameSequence)).isTrue();
        assertThat(detection.model()).contains(sameSequence);
        assertThat(detection.counts().campaigns()).isEqualTo(campaigns).isPositive();
    }

    private static float peekAll(Detection detection, Judge judge, CallAttempt[] attempts) {
        float sum = 0;
        for (CallAttempt attempt : attempts) {
            judge.judge(detection.peek(attempt));
            sum += judge.logOdds();
        }
        return sum;
    }

    private static float tellAll(Detection detection, Judge judge, Grounds why, CallAttempt[] attempts) {
        float sum = 0;
        for (CallAttempt attempt : attempts) {
            judge.judge(detection.peekToTell(attempt), why);
            sum += judge.logOdds() + why.count();
        }
        return sum;
    }

    private static String all(Sighting seen) {
        return Arrays.toString(seen.features())
                + Arrays.toString(seen.clues())
                + seen.own()
                + seen.campaign()
                + seen.campaignNumbers()
                + seen.families()
                + seen.link();
    }

    private static void tell(Detection detection, CallRecord call) {
        detection.observe(call);
        detection.passed(call.end().plus(LATENESS).plusMillis(1));
    }

    private static CallAttempt anyAttempt(List<CallRecord> calls, Random random) {
        CallRecord one = calls.get(random.nextInt(calls.size()));
        CallRecord other = calls.get(random.nextInt(calls.size()));
        Instant at = one.start().plusMillis(random.nextInt(10_000_000) - 5_000_000L);
        return new CallAttempt(
                one.caller(),
                other.callee(),
                at.toEpochMilli(),
                false,
                0,
                CallAttempt.nameOf(random.nextBoolean() ? "" : "trunk-" + random.nextInt(5)),
                CallAttempt.nameOf(random.nextBoolean() ? "" : "agent"));
    }

    private static CallAttempt attempt(CallRecord call) {
        return new CallAttempt(
                call.caller(),
                call.callee(),
                call.start().toEpochMilli(),
                false,
                0,
                CallAttempt.nameOf(call.origin().trunk()),
                CallAttempt.nameOf(call.origin().userAgent()));
    }

    /** Each arrives within the lateness after its end, and the clock goes on meanwhile. */
    private static void arriveWithin(List<CallRecord> calls, Random random, Detection detection) {
        record Arrival(CallRecord call, Instant at) {}
        calls.stream()
                .map(call ->
                        new Arrival(call, call.end().plusMillis((long) (random.nextDouble() * LATENESS.toMillis()))))
                .sorted(Comparator.comparing(Arrival::at))
                .forEach(arrival -> {
                    detection.passed(arrival.at());
                    detection.observe(arrival.call());
                });
        detection.passed(calls.getLast().end().plus(Duration.ofDays(1)));
    }

    private static Detection live(Detection.Listener listener) {
        return Detection.live(SMALL, LATENESS, Optional.of(MODEL), listener);
    }

    private static class Told implements Detection.Listener {
        final List<String> events = new ArrayList<>();
        final List<String> late = new ArrayList<>();

        @Override
        public void rings(Sighting sighting) {
            events.add("ring " + sighting.call().callId());
        }

        @Override
        public void ends(CallRecord call, float[] step) {
            events.add("end " + call.callId());
        }

        @Override
        public void late(CallRecord call) {
            late.add(call.callId());
        }
    }
}

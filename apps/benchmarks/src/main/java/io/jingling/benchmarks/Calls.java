package io.jingling.benchmarks;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import io.jingling.simulator.Scenario;
import io.jingling.simulator.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Calls to measure detection with; always the same ones. */
final class Calls {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final long FIRST_MOBILE = 13_000_000_000L;
    private static final long BETWEEN_CALLERS = 601;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int MICROS_BETWEEN = 500;

    private Calls() {}

    /** All calls of a simulated town: people, trades that call like robots, campaigns. */
    static List<CallRecord> ofTown(int subscribers, int days) {
        List<CallRecord> calls = new ArrayList<>();
        Scenario scenario = Scenario.named("default").orElseThrow();
        Simulation.run(
                new Simulation.Settings(20261128, days, subscribers, scenario),
                (call, maker) -> calls.add(call),
                share -> {});
        return calls;
    }

    /** So many calls as a town made them, in random order, which all ring when its last one did. */
    static CallAttempt[] ringing(List<CallRecord> town, int count) {
        Random random = new Random(1);
        long now = town.getLast().start().toEpochMilli();
        CallAttempt[] calls = new CallAttempt[count];
        Arrays.setAll(calls, i -> attempt(town.get(random.nextInt(town.size())), now));
        return calls;
    }

    private static CallAttempt attempt(CallRecord like, long now) {
        return new CallAttempt(
                like.caller(),
                like.callee(),
                now,
                false,
                0,
                CallAttempt.nameOf(like.origin().trunk()),
                CallAttempt.nameOf(like.origin().userAgent()));
    }

    /** One call of each of so many callers, in order of time. */
    static void ofEach(int callers, Consumer<CallRecord> to) {
        for (int i = 0; i < callers; i++) {
            to.accept(new CallRecord(
                    "c" + i,
                    START.plusNanos(1_000L * MICROS_BETWEEN * i),
                    mobile(FIRST_MOBILE + BETWEEN_CALLERS * i),
                    mobile(FIRST_MOBILE + BETWEEN_CALLERS * Math.floorMod(i * SPREAD, (long) callers)),
                    Direction.OUT,
                    false,
                    Duration.ofSeconds(20),
                    Duration.ZERO,
                    ReleasedBy.CALLER,
                    "",
                    Origin.UNKNOWN));
        }
    }

    private static PhoneNumber mobile(long digits) {
        return new PhoneNumber(11L << 58 | digits);
    }
}

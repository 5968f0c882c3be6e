package io.jingling.server.demo;

import io.jingling.domain.CallRecord;
import io.jingling.server.demo.Course.Manner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the town's switch wrote down in the days before: friends, couriers, an office on a rented line, people from
 * elsewhere. Without it nobody would be known and every caller new. A day is always the same, so that it is known when it
 * is told again.
 */
final class Past {
    private static final int DAYS = 5;
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final int COURIERS = 30;
    private static final int COURIERS_CALLS = 40;
    private static final int OFFICE_CALLS = 120;
    private static final int OUTSIDERS = 150;
    private static final double PERSONS_CALLS = 3;
    private static final double CALL_BACK_SHARE = 0.5;
    private static final double CUSTOMERS_CALL_BACK_SHARE = 0.1;
    private static final Line OFFICE = new Line("057181300130", StockTips.TRUNK, "Yealink SIP-T46U 108.86");
    private static final Manner FRIENDLY = new Manner(0.75, 32, 0.4, 0.5, new double[] {15, 30, 45, 90, 240}, 0.8);
    private static final Manner AT_WORK = new Manner(0.4, 30, 0.35, 0.55, new double[] {20, 60, 110}, 0.5);
    private static final Manner FROM_ELSEWHERE = new Manner(0.5, 35, 0.4, 0.5, new double[] {10, 40, 120}, 0.8);

    private final LocalDate day;
    private final SplittableRandom dice;
    private final List<CallRecord> written = new ArrayList<>();

    private Past(LocalDate day) {
        this.day = day;
        this.dice = new SplittableRandom(day.toEpochDay());
    }

    /** Of calls that were over by now. */
    static List<CallRecord> until(Instant now) {
        List<CallRecord> all = new ArrayList<>();
        LocalDate today = now.atOffset(CHINA).toLocalDate();
        for (int ago = DAYS; ago >= 0; ago--) {
            all.addAll(new Past(today.minusDays(ago)).write());
        }
        return all.stream().filter(call -> call.end().isBefore(now)).toList();
    }

    private List<CallRecord> write() {
        for (int i = 0; i < Town.SUBSCRIBERS; i++) {
            person(i);
        }
        calls(Courier.LINE, Courier.MANNER, Courier.CALLS_A_DAY, CUSTOMERS_CALL_BACK_SHARE);
        for (int i = 0; i < COURIERS; i++) {
            Line line = new Line(Long.toString(13_900_131_000L + i), "mobile-" + i % 6, "");
            calls(line, ways(i), COURIERS_CALLS, CUSTOMERS_CALL_BACK_SHARE);
        }
        calls(OFFICE, AT_WORK, OFFICE_CALLS, 0.02);
        for (int i = 0; i < OUTSIDERS; i++) {
            Line line = new Line(Long.toString(15_000_130_000L + 977L * i), "trunk-" + i % 30, "");
            calls(line, FROM_ELSEWHERE, dice.nextInt(2), CUSTOMERS_CALL_BACK_SHARE);
        }
        return written;
    }

    /** Each courier has ways of its own, the same every day. */
    private static Manner ways(int courier) {
        SplittableRandom own = new SplittableRandom(courier);
        double talk = 5 + 20 * own.nextDouble();
        double patience = 18 + 27 * own.nextDouble();
        return new Manner(
                0.5 + 0.2 * own.nextDouble(), patience, 0.2 + 0.3 * own.nextDouble(), 0.55, new double[] {talk}, 0.45);
    }

    private void person(int index) {
        int calls = (int) Math.round(-PERSONS_CALLS * Math.log(1 - dice.nextDouble()));
        for (int i = 0; i < calls; i++) {
            String callee = dice.nextDouble() < 0.85 ? Town.friendOf(index, dice) : Town.anyone(dice);
            call(own(Town.subscriber(index)), callee, FRIENDLY, CALL_BACK_SHARE, between(7, 22));
        }
    }

    private void calls(Line line, Manner manner, int many, double callBackShare) {
        for (int i = 0; i < many; i++) {
            call(line, Town.anyone(dice), manner, callBackShare, between(8, 20));
        }
    }

    private void call(Line line, String callee, Manner manner, double callBackShare, Instant at) {
        if (line.number().equals(callee)) {
            return;
        }
        Course course = Course.of(manner, dice);
        write(at, new DemoCall(line, callee), course);
        if (!course.answered() && dice.nextDouble() < callBackShare) {
            Duration later = Duration.ofSeconds(60 + dice.nextInt(1_500));
            write(
                    at.plus(course.length()).plus(later),
                    new DemoCall(own(callee), line.number()),
                    Course.of(FRIENDLY, dice));
        }
    }

    private void write(Instant at, DemoCall call, Course course) {
        written.add(course.record("past-" + day + "-" + written.size(), at, call, ""));
    }

    private static Line own(String number) {
        return new Line(number, "mobile-" + Long.parseLong(number) % 6, "");
    }

    private Instant between(int hour, int other) {
        long seconds = Duration.ofHours(hour).toSeconds()
                + dice.nextLong(Duration.ofHours(other - hour).toSeconds());
        return day.atStartOfDay().toInstant(CHINA).plusSeconds(seconds);
    }
}

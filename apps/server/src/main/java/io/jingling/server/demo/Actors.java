package io.jingling.server.demo;

import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.platform.StandingStore.Listed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Everybody who calls, each with the share of calls by day, in the evening and at night. */
final class Actors {
    static final String CLINIC = "057180010013";
    static final String LOUD_COLLECTOR = "95079913";
    private static final String BRAND_COURIER = "95399913";
    private static final String COLLECTORS = "9507991";
    private static final String SWINDLER = "1670013";
    private static final Duration LISTED_FOR = Duration.ofDays(30);

    private final List<Robot> robots = List.of(
            new Robot(Category.LOANS, 17_000_130_000L, 74),
            new Robot(Category.INSURANCE, 16_500_130_000L, 66),
            new Robot(Category.REAL_ESTATE, 17_100_130_000L, 71),
            new Robot(Category.EDUCATION, 16_200_130_000L, 58),
            new Robot(Category.RENOVATION, 40_000_13_000L, 61));
    private int lastRobot;
    private DemoCall again = new DemoCall("", "");

    /** Who calls, in the order of {@link #SHARES}. */
    enum Kind {
        FRIEND,
        COURIER,
        BRAND_COURIER,
        CLINIC,
        SERVICE,
        ROBOT,
        COLLECTOR,
        SWINDLER,
        WANGIRI,
        SPOOFED_110,
        HIDDEN,
        FOR_HELP,
        ONCE_MORE
    }

    /** Parts in a thousand: day, evening, night. */
    private static final int[][] SHARES = {
        {380, 560, 620},
        {110, 60, 5},
        {50, 30, 0},
        {25, 5, 10},
        {45, 20, 5},
        {230, 170, 20},
        {45, 35, 0},
        {20, 25, 60},
        {15, 20, 120},
        {5, 5, 15},
        {20, 20, 60},
        {5, 5, 15},
        {50, 45, 70}
    };

    /** What is known of the callers before the first call. */
    static List<Listed> known(Instant now) {
        Instant until = now.plus(LISTED_FOR);
        return List.of(
                listed(CLINIC, new Standing.Protected(until)),
                listed(BRAND_COURIER, new Standing.Protected(until)),
                listed(LOUD_COLLECTOR, suspected(Category.DEBT_COLLECTION, 82, Evidence.Kind.REPORTS, 57, until)),
                listed(COLLECTORS + "4", suspected(Category.DEBT_COLLECTION, 64, Evidence.Kind.REPORTS, 12, until)),
                listed(COLLECTORS + "5", suspected(Category.DEBT_COLLECTION, 71, Evidence.Kind.SHORT_CALLS, 78, until)),
                listed(SWINDLER + "0001", suspected(Category.FRAUD, 96, Evidence.Kind.REPORTS, 133, until)),
                listed(SWINDLER + "0002", suspected(Category.FRAUD, 84, Evidence.Kind.CAMPAIGN, 41, until)),
                listed(SWINDLER + "0003", suspected(Category.FRAUD, 91, Evidence.Kind.MODEL, 91, until)));
    }

    DemoCall next(int period, SplittableRandom dice) {
        DemoCall call = call(kind(period, dice), dice);
        again = call;
        return call;
    }

    /** What has become known with the last call, if it was a robot's. */
    Optional<Listed> heard(Instant now) {
        return lastRobot < 0 ? Optional.empty() : robots.get(lastRobot).heard(now);
    }

    private DemoCall call(Kind kind, SplittableRandom dice) {
        lastRobot = -1;
        int index = dice.nextInt(Town.SUBSCRIBERS);
        String callee = Town.subscriber(index);
        return switch (kind) {
            case FRIEND -> new DemoCall(Town.friendOf(index, dice), callee);
            case COURIER -> new DemoCall("1390013" + String.valueOf(1_000 + dice.nextInt(30)), callee);
            case BRAND_COURIER -> new DemoCall(BRAND_COURIER, callee);
            case CLINIC -> new DemoCall(CLINIC, callee);
            case SERVICE -> new DemoCall(dice.nextBoolean() ? "4000013001" : "95199913", callee);
            case ROBOT -> robot(dice);
            case COLLECTOR ->
                new DemoCall(COLLECTORS + (3 + dice.nextInt(3)), Town.subscriber(6 + 10 * dice.nextInt(6)));
            case SWINDLER -> new DemoCall(SWINDLER + "000" + (1 + dice.nextInt(4)), callee);
            case WANGIRI -> new DemoCall("006753001" + (1_000 + dice.nextInt(5)), callee);
            case SPOOFED_110 -> new DemoCall("110", callee);
            case HIDDEN -> new DemoCall("", callee);
            case FOR_HELP -> new DemoCall(callee, dice.nextBoolean() ? "120" : "12345");
            case ONCE_MORE -> again.callee().isEmpty() ? new DemoCall(Town.friendOf(index, dice), callee) : again;
        };
    }

    private DemoCall robot(SplittableRandom dice) {
        lastRobot = dice.nextInt(robots.size());
        return robots.get(lastRobot).call(dice);
    }

    private static Kind kind(int period, SplittableRandom dice) {
        int drawn = dice.nextInt(1_000);
        for (Kind kind : Kind.values()) {
            drawn -= SHARES[kind.ordinal()][period];
            if (drawn < 0) {
                return kind;
            }
        }
        return Kind.FRIEND;
    }

    private static Listed listed(String number, Standing standing) {
        return new Listed(PhoneNumber.parse(number), standing);
    }

    private static Standing suspected(Category category, int score, Evidence.Kind kind, int value, Instant until) {
        return new Standing.Suspected(category, score, new Evidence(kind, value), until);
    }
}

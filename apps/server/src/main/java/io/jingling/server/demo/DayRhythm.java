package io.jingling.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** When the town telephones, Chinese standard time. */
final class DayRhythm {
    static final int DAY = 0;
    static final int EVENING = 1;
    static final int NIGHT = 2;

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final Duration OPENING = Duration.ofMinutes(1);
    private static final double OPENING_A_SECOND = 20;
    /** Calls a second in each hour of the day, from midnight. */
    private static final double[] A_SECOND = {
        0.8, 0.6, 0.5, 0.5, 0.5, 0.6, 1.0, 1.8, 2.8, 3.6, 4.0, 3.6, 2.4, 2.6, 3.6, 3.8, 3.6, 3.2, 3.0, 3.2, 2.8, 2.0,
        1.4, 1.0
    };

    private final Instant began;

    /** The first minute is busy at any hour, so that there is something to see. */
    DayRhythm(Instant began) {
        this.began = began;
    }

    /** How long until the next call; calls come by chance. */
    Duration pause(Instant now, SplittableRandom dice) {
        boolean opening = now.isBefore(began.plus(OPENING));
        double aSecond = opening ? OPENING_A_SECOND : A_SECOND[hour(now)];
        double seconds = -Math.log(1 - dice.nextDouble()) / aSecond;
        return Duration.ofNanos((long) (Math.min(seconds, 10) * 1e9));
    }

    /** {@link #DAY}, {@link #EVENING} or {@link #NIGHT}. */
    static int period(Instant now) {
        int hour = hour(now);
        return hour >= 8 && hour < 18 ? DAY : hour >= 18 && hour < 22 ? EVENING : NIGHT;
    }

    private static int hour(Instant now) {
        return now.atOffset(CHINA).getHour();
    }
}

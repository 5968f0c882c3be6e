package io.jingling.simulator;

/** How the day's hours and the week's days go. Times are milliseconds since a Monday's midnight. */
final class Hours {
    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /** Shares of a day's calls; of all hours together 1. [P] of research/detection.md §4. */
    private static final double[] PEOPLE = {
        .003, .003, .003, .003, .003, .003, .003, .02, .05, .075, .075, .075, .06, .05, .07, .07, .07, .07, .065, .065,
        .065, .045, .022, .008
    };

    private static final double[] MEALS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .06, .2, .18, .08, .03, .03, .05, .14, .15, .06, .02, 0, 0, 0
    };
    /** The most that {@link #people} returns. */
    static final double LARGEST_OF_PEOPLE = 24 * .075;

    /** The most that {@link #meals} returns. */
    static final double LARGEST_OF_MEALS = 24 * .2;

    private Hours() {}

    static long day(long time) {
        return time / DAY;
    }

    static boolean isWeekend(long time) {
        return day(time) % 7 >= 5;
    }

    /** How much busier people are than on average; 1 on average. */
    static double people(long time) {
        return 24 * PEOPLE[hour(time)];
    }

    /** The same for who brings meals. */
    static double meals(long time) {
        return 24 * MEALS[hour(time)];
    }

    private static int hour(long time) {
        return (int) (time % DAY / HOUR);
    }

    /** The time itself where it lies within the hours, else when they next begin. */
    static long within(Range hours, long time) {
        long opens = (long) (hours.low() * HOUR);
        long closes = (long) (hours.high() * HOUR);
        long ofDay = time % DAY;
        if (ofDay < opens) {
            return time - ofDay + opens;
        }
        return ofDay < closes ? time : time - ofDay + DAY + opens;
    }
}

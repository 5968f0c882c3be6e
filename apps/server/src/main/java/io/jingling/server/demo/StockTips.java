package io.jingling.server.demo;

import io.jingling.server.demo.Course.Manner;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/**
 * A campaign that sells stock tips (荐股): one script, forty numbers. Its lines dial at once, and each takes the next number
 * when one has had its calls, or is refused.
 */
final class StockTips {
    static final int NUMBERS = 40;
    static final String TRUNK = "trunk-17";
    static final String USER_AGENT = "AutoDialer 4.2";

    private static final long FIRST_NUMBER = 16_500_231_000L;
    private static final int APART = 2;
    private static final int NUMBERS_AT_ONCE = 8;
    /* By day; and at night, when the models that there are have hardly seen a robot and want more to go by. */
    private static final Pace BY_DAY = new Pace(2, 10, Duration.ofSeconds(11));
    private static final Pace AT_NIGHT = new Pace(6, 30, Duration.ofSeconds(4));
    private static final int DAY_BEGINS = 9;
    private static final int DAY_ENDS = 22;
    private static final int REFUSALS_MAX = 2;
    private static final Duration BETWEEN_STARTS = Duration.ofMillis(700);
    private static final double GAP_SECONDS = 2.5;
    private static final double GAP_SPREAD = 0.1;
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(9);
    private static final double RECORDED_SHARE = 0.35;
    private static final String RECORDING = "7c1f0e5ab2943d68";
    /** Most hang up at the greeting, some at the offer; the machine lets it ring for the same time always. */
    private static final Manner SCRIPT =
            new Manner(0.2, 21, 0.01, 0.85, new double[] {4.5, 4.5, 4.5, 4.5, 11, 11, 11, 25, 25, 60}, 0.05);

    private final Story story;
    private final SplittableRandom dice;
    private Pace pace = BY_DAY;
    private int numbers;
    private int targets;

    /**
     * How hard it dials.
     *
     * @param lines that show one number at once
     * @param calls until a number is changed
     * @param between the starts of a number's lines
     */
    private record Pace(int lines, int calls, Duration between) {}

    StockTips(Story story, SplittableRandom dice) {
        this.story = story;
        this.dice = dice;
    }

    void begin(Instant now) {
        int hour = now.atOffset(ZoneOffset.ofHours(8)).getHour();
        pace = hour >= DAY_BEGINS && hour < DAY_ENDS ? BY_DAY : AT_NIGHT;
        for (int i = 0; i < NUMBERS_AT_ONCE; i++) {
            Shown shown = new Shown();
            for (int line = 0; line < pace.lines(); line++) {
                Duration later =
                        BETWEEN_STARTS.multipliedBy(i).plus(pace.between().multipliedBy(line));
                story.timetable().at(now.plus(later), shown::dial);
            }
        }
    }

    static boolean isOne(String number) {
        long since = Long.parseLong(number) - FIRST_NUMBER;
        return since >= 0 && since < (long) NUMBERS * APART && since % APART == 0;
    }

    private String nextNumber() {
        return Long.toString(FIRST_NUMBER + (long) APART * (numbers++ % NUMBERS));
    }

    private String nextTarget() {
        // Down the list, but not by the order of numbers: lists are bought.
        return Town.subscriber(targets++ * 37 % Town.SUBSCRIBERS);
    }

    /** A number that is shown, by some lines at once. */
    private final class Shown {
        private String number = nextNumber();
        private int calls;
        private int refusals;

        void dial(Instant now) {
            if (calls == pace.calls() || refusals == REFUSALS_MAX) {
                number = nextNumber();
                calls = 0;
                refusals = 0;
            }
            DemoCall call = new DemoCall(new Line(number, TRUNK, USER_AGENT), nextTarget());
            String heard = dice.nextDouble() < RECORDED_SHARE ? RECORDING : "";
            Course course = story.place(call, Course.of(SCRIPT, dice), heard, now);
            calls++;
            boolean isRefused = course.equals(Course.REFUSED);
            refusals += isRefused ? 1 : 0;
            double gap = 1000 * GAP_SECONDS * (1 + GAP_SPREAD * dice.nextGaussian());
            Duration busy = isRefused ? AFTER_REFUSAL : course.length();
            story.timetable().at(now.plus(busy).plusMillis(Math.round(Math.max(500, gap))), this::dial);
        }
    }
}

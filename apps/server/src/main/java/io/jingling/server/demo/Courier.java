package io.jingling.server.demo;

import io.jingling.server.demo.Course.Manner;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** One who brings three hundred parcels a day, and calls about each: to strangers, shortly, again and again. */
final class Courier {
    static final String NUMBER = "13900139300";
    static final Line LINE = new Line(NUMBER, "mobile-3", "");
    static final int CALLS_A_DAY = 300;
    static final Manner MANNER = new Manner(0.6, 30, 0.35, 0.55, new double[] {14}, 0.45);

    /** So many in the eight hours in which most are brought. */
    private static final Duration MEAN_GAP = Duration.ofHours(8).dividedBy(CALLS_A_DAY);

    private final Story story;
    private final SplittableRandom dice;

    Courier(Story story, SplittableRandom dice) {
        this.story = story;
        this.dice = dice;
    }

    void begin(Instant now) {
        story.timetable().at(now, this::call);
    }

    private void call(Instant now) {
        DemoCall call = new DemoCall(LINE, Town.anyone(dice));
        Course course = story.place(call, Course.of(MANNER, dice), "", now);
        double rest = Math.max(5_000, MEAN_GAP.toMillis() - 20_000) * -Math.log(1 - dice.nextDouble());
        story.timetable().at(now.plus(course.length()).plusMillis(5_000 + Math.round(rest)), this::call);
    }
}

package io.jingling.server.demo;

import io.jingling.detection.Calibration;
import io.jingling.detection.Clue;
import io.jingling.detection.Feature;
import io.jingling.detection.Linking;
import io.jingling.detection.Model;
import io.jingling.detection.Segment;
import io.jingling.detection.Signal;
import io.jingling.detection.Thresholds;
import io.jingling.detection.Trees;
import java.util.Arrays;
import java.util.Optional;

/**
 * A model of three small trees, for tests that must not change when another one is learned: who calls at least six
 * times within five minutes and is seldom answered harasses, and so does who calls over the line of such ones.
 */
public final class StoryModel {
    private static final float NO = -4;
    private static final float YES = 4;

    private StoryModel() {}

    public static Model model() {
        float[] slopes = new float[Segment.COUNT];
        Arrays.fill(slopes, 1);
        Calibration neutral = new Calibration(slopes, new float[Segment.COUNT]);
        Thresholds thresholds = Thresholds.same(3, 2, 1);
        Linking linking = new Linking(
                oneQuestion(Signal.COUNT, Signal.LINE.ordinal(), 0.1f, 2),
                new Linking.Limits(0, 1, 3, 0.1f),
                oneQuestion(Clue.COUNT, Clue.LINK.ordinal(), 1, YES),
                neutral,
                thresholds);
        return new Model("of a test", behaviour(), Optional.empty(), neutral, thresholds, Optional.of(linking));
    }

    /** Rings often, and is answered seldom. */
    private static Trees behaviour() {
        int calls = Feature.CALLS_IN_5_MINUTES.ordinal();
        int answers = Feature.ANSWER_SHARE.ordinal();
        return new Trees(
                Feature.COUNT,
                new int[] {0},
                new int[] {calls, -1, answers, -1, -1},
                new float[] {2.75f, 0, 0.4f, 0, 0},
                new int[] {1, 0, 3, 0, 0},
                new float[] {0, NO, 0, YES, NO});
    }

    private static Trees oneQuestion(int width, int feature, float value, float from) {
        return new Trees(
                width,
                new int[] {0},
                new int[] {feature, -1, -1},
                new float[] {value, 0, 0},
                new int[] {1, 0, 0},
                new float[] {0, NO, from});
    }
}

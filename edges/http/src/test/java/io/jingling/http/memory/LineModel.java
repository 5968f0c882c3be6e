package io.jingling.http.memory;

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

/** Rejects who called three times within an hour, and who calls over the line of such ones. */
public final class LineModel {
    public static final Model MODEL = model();

    private LineModel() {}

    private static Model model() {
        float[] slopes = new float[Segment.COUNT];
        Arrays.fill(slopes, 1);
        Calibration neutral = new Calibration(slopes, new float[Segment.COUNT]);
        Thresholds thresholds = Thresholds.same(3, 2, 1);
        Linking linking = new Linking(
                question(Signal.COUNT, Signal.LINE.ordinal(), 0.1f, 2),
                new Linking.Limits(0, 1, 3, 0.1f),
                question(Clue.COUNT, Clue.LINK.ordinal(), 1, 4),
                neutral,
                thresholds);
        Trees rate = question(Feature.COUNT, Feature.CALLS_IN_HOUR.ordinal(), 1.9f, 4);
        return new Model("rate and line", rate, Optional.empty(), neutral, thresholds, Optional.of(linking));
    }

    private static Trees question(int width, int feature, float value, float from) {
        return new Trees(
                width,
                new int[] {0},
                new int[] {feature, -1, -1},
                new float[] {value, 0, 0},
                new int[] {1, 0, 0},
                new float[] {0, -4, from});
    }
}

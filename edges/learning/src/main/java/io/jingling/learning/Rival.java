package io.jingling.learning;

import io.jingling.detection.Calibration;
import io.jingling.detection.Feature;
import io.jingling.detection.Segment;
import io.jingling.detection.Thresholds;
import io.jingling.detection.Trees;
import io.jingling.domain.Action;

/** A part of a model, or something simpler, that judges by the same features: what each part is worth is seen beside it. */
public sealed interface Rival {
    /** What it is called in tables. */
    String name();

    Calibration calibration();

    Thresholds thresholds();

    float score(float[] features);

    /** @param features in the order of {@link Feature} */
    default Action judge(float[] features) {
        Segment segment = Segment.of(features);
        return thresholds().action(calibration().logOdds(score(features), segment), segment);
    }

    /** Trees over some of the features. */
    record OfTrees(String name, Trees trees, Calibration calibration, Thresholds thresholds) implements Rival {
        @Override
        public float score(float[] features) {
            return trees.score(features);
        }
    }

    /** A logistic regression. */
    record OfLine(String name, Linear line, Calibration calibration, Thresholds thresholds) implements Rival {
        @Override
        public float score(float[] features) {
            return line.score(features);
        }
    }
}

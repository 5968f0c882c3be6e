package io.jingling.detection;

import java.util.Optional;

/**
 * All that judges a call.
 *
 * @param name says which one it is: where and when it was learned
 * @param trees over {@link Feature}s
 * @param sequence where there is none, {@link Feature#SEQUENCE} is 0
 * @param calibration of the trees' score
 * @param thresholds for the actions
 */
public record Model(
        String name, Trees trees, Optional<SequenceModel> sequence, Calibration calibration, Thresholds thresholds) {
    private static final int NAME_MAX = 200;

    public Model {
        if (name.isBlank() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException(
                    "model name: got " + name.length() + " characters, want 1 to " + NAME_MAX);
        }
        if (trees.width() != Feature.COUNT) {
            throw new IllegalArgumentException("model: got trees over " + trees.width() + " features, want "
                    + Feature.COUNT + " as this version has");
        }
    }

    /** The log-odds that a call with these features is harassment. */
    public float logOdds(float[] features) {
        return calibration.logOdds(trees.score(features), Segment.of(features));
    }
}

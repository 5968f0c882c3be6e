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
 * @param linking what looks beyond a caller's own behaviour; its thresholds hold where there is one
 */
public record Model(
        String name,
        Trees trees,
        Optional<SequenceModel> sequence,
        Calibration calibration,
        Thresholds thresholds,
        Optional<Linking> linking) {
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

    /** The same, with another part that looks beyond. */
    public Model with(Linking other) {
        return new Model(name, trees, sequence, calibration, thresholds, Optional.of(other));
    }

    /** The log-odds that a call with these features is harassment, by its caller's own behaviour. */
    public float logOdds(float[] features) {
        return calibration.logOdds(trees.score(features), Segment.of(features));
    }

    /** The same, and how much each feature had a part in it; see {@link Trees#score(float[], float[])}. */
    float logOdds(float[] features, float[] parts) {
        return calibration.logOdds(trees.score(features, parts), Segment.of(features));
    }
}

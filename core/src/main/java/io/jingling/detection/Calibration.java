package io.jingling.detection;

/**
 * What a raw score means: log-odds {@code slope * score + shift} in each {@link Segment} (Platt 1999).
 *
 * @param slopes of {@link Segment#COUNT}, above 0
 * @param shifts of {@link Segment#COUNT}
 */
public record Calibration(float[] slopes, float[] shifts) {
    /** Takes the arrays as they are; they must not be changed any more. */
    public Calibration {
        if (slopes.length != Segment.COUNT || shifts.length != Segment.COUNT) {
            throw new IllegalArgumentException("calibration: got " + slopes.length + " slopes and " + shifts.length
                    + " shifts, want " + Segment.COUNT + " of each");
        }
        for (float slope : slopes) {
            if (!(slope > 0)) {
                throw new IllegalArgumentException("calibration: got slope " + slope + ", want one above 0");
            }
        }
    }

    /** The log-odds that a call is harassment. */
    public float logOdds(float score, Segment segment) {
        return slopes[segment.ordinal()] * score + shifts[segment.ordinal()];
    }
}

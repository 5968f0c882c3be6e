package io.jingling.detection;

/** Callers whose scores mean the same; each is calibrated by itself. */
public enum Segment {
    /** At its first three calls within some weeks. */
    NEW,
    MOBILE,
    FIXED_LINE,
    SERVICE,
    OTHER;

    private static final Segment[] ALL = values();
    private static final float FEW_CALLS = 2.5f;

    /** How many there are. */
    public static final int COUNT = ALL.length;

    /** Which one a call's features put it in. */
    public static Segment of(float[] features) {
        if (has(features, Feature.CALLS_IN_FORTNIGHT) < Curves.log(FEW_CALLS)) {
            return NEW;
        }
        if (has(features, Feature.IS_MOBILE) > 0) {
            return MOBILE;
        }
        if (has(features, Feature.IS_FIXED_LINE) > 0) {
            return FIXED_LINE;
        }
        return has(features, Feature.IS_SERVICE) > 0 ? SERVICE : OTHER;
    }

    private static float has(float[] features, Feature feature) {
        return features[feature.ordinal()];
    }
}

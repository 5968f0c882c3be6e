package io.jingling.learning;

import java.util.stream.IntStream;

/**
 * Which examples a model is learned from, and which it is calibrated on: other makers, at a later time, so that nothing
 * it was told comes back.
 *
 * @param folds of the makers that are learned from; what a sequence model says of a fold comes from one that never saw it
 * @param cutMinute learned from before, calibrated on from then on; minutes since 1970
 */
record Split(int folds, int cutMinute) {
    private static final int PARTS = 10;
    private static final int PARTS_LEARNED_FROM = 7;

    /** Where so much of all rows' time has passed. */
    static Split of(Cases cases, int folds, double learnShare) {
        int[] minutes = IntStream.range(0, cases.rows().count())
                .map(cases::minute)
                .sorted()
                .toArray();
        if (minutes.length == 0) {
            throw new IllegalArgumentException("calls: got none, want some to learn from");
        }
        int first = minutes[0];
        int last = minutes[minutes.length - 1];
        return new Split(folds, first + (int) (learnShare * (last - first)));
    }

    /** True where all calls of the maker are kept for calibration, whatever their time. */
    static boolean isForCalibration(Maker maker) {
        return Math.floorMod(maker.group().hashCode(), PARTS) >= PARTS_LEARNED_FROM;
    }

    boolean isLearnedFrom(Maker maker, int minute) {
        return !isForCalibration(maker) && minute < cutMinute;
    }

    boolean isCalibratedOn(Maker maker, int minute) {
        return isForCalibration(maker) && minute >= cutMinute;
    }

    int fold(Maker maker) {
        return Math.floorMod(maker.group().hashCode() / PARTS, folds);
    }
}

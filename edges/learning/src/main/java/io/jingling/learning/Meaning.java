package io.jingling.learning;

import io.jingling.detection.Calibration;
import io.jingling.detection.Segment;
import io.jingling.detection.Thresholds;
import io.jingling.detection.Thresholds.Levels;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What the scores of trees mean, told from cases that the trees were not learned from. */
final class Meaning {
    /** Kinds with fewer calls say nothing. */
    private static final int CALLS_OF_KIND_MIN = 1_000;

    /** Log-odds: more likely than not, and nine in ten. However few benign calls look so, less is no reason. */
    private static final float EVEN = 0;

    private static final float LIKELY = 2.2f;

    private final Cases cases;
    private final int[] rows;
    private final float[] scores;

    /** What is to be given a meaning. */
    interface Score {
        float of(float[] row);
    }

    /** @param rows of other makers than those that were learned from, at a later time */
    Meaning(Cases cases, int[] rows, Score score) {
        this.cases = cases;
        this.rows = rows;
        this.scores = new float[rows.length];
        float[] row = new float[cases.rows().width()];
        for (int i = 0; i < rows.length; i++) {
            cases.rows().copy(rows[i], row);
            scores[i] = score.of(row);
        }
    }

    Calibration calibration() {
        float[] slopes = new float[Segment.COUNT];
        float[] shifts = new float[Segment.COUNT];
        for (Segment segment : Segment.values()) {
            int[] its = places(i -> cases.segment(rows[i]) == segment);
            float[] itsScores = new float[its.length];
            boolean[] happened = new boolean[its.length];
            for (int i = 0; i < its.length; i++) {
                itsScores[i] = scores[its[i]];
                happened[i] = cases.rows().isHarassment(rows[its[i]]);
            }
            Platt.Fit fit = Platt.fit(itsScores, happened);
            slopes[segment.ordinal()] = fit.slope();
            shifts[segment.ordinal()] = fit.shift();
        }
        return new Calibration(slopes, shifts);
    }

    private int[] places(IntPredicate holds) {
        return IntStream.range(0, rows.length).filter(holds).toArray();
    }

    /** By what a caller does: at its first calls it has done too little to be rejected for. */
    Thresholds ofBehaviour(Calibration calibration, Learning.Bounds bounds) {
        Thresholds some = thresholds(calibration, bounds);
        Levels ofNew = new Levels(
                Float.POSITIVE_INFINITY, some.ofNew().challenge(), some.ofNew().label());
        return new Thresholds(ofNew, some.ofOthers());
    }

    /**
     * First calls and all others each keep bounds of their own, by which both together keep little more than the others'.
     *
     * @throws IllegalArgumentException where there are too few calls of others; of too few first calls none is rejected
     */
    Thresholds thresholds(Calibration calibration, Learning.Bounds bounds) {
        int[] benign = places(i -> !cases.rows().isHarassment(rows[i]));
        Map<String, Integer> callsOfTypes = new TreeMap<>();
        for (int i : benign) {
            callsOfTypes.merge(cases.maker(rows[i]).type(), 1, Integer::sum);
        }
        int[] ofNew = only(benign, i -> cases.segment(rows[i]) == Segment.NEW);
        int[] ofOthers = only(benign, i -> cases.segment(rows[i]) != Segment.NEW);
        return new Thresholds(
                levels(
                        new Bounded(calibration, ofNew, BenignBound::thresholdOrNever),
                        bounds.ofFirstCalls(),
                        callsOfTypes),
                levels(new Bounded(calibration, ofOthers, BenignBound::threshold), bounds, callsOfTypes));
    }

    /** Benign calls, and what to do where they are too few to bound a share. */
    private record Bounded(Calibration calibration, int[] places, Bounding by) {}

    private interface Bounding {
        float threshold(BenignBound all, double share);
    }

    /** Of each kind of benign caller that has calls enough, no more than its own share was seen to be rejected. */
    private Levels levels(Bounded its, Learning.Bounds bounds, Map<String, Integer> callsOfTypes) {
        BenignBound all = bound(its.calibration(), its.places());
        float reject = its.by().threshold(all, bounds.reject());
        for (Map.Entry<String, Integer> type : callsOfTypes.entrySet()) {
            int calls = type.getValue();
            if (calls >= CALLS_OF_KIND_MIN) {
                int most = (int) Math.ceil(bounds.rejectOfKind() * calls);
                int[] ofType =
                        only(its.places(), i -> cases.maker(rows[i]).type().equals(type.getKey()));
                reject = Math.max(reject, bound(its.calibration(), ofType).leavingOut(most));
            }
        }
        float challenge = Math.max(LIKELY, its.by().threshold(all, bounds.challenge()));
        float label = Math.max(EVEN, its.by().threshold(all, bounds.label()));
        float least = Math.max(LIKELY, reject);
        return new Levels(least, Math.min(least, challenge), Math.min(Math.min(least, challenge), label));
    }

    private static int[] only(int[] places, IntPredicate holds) {
        return Arrays.stream(places).filter(holds).toArray();
    }

    /** From where on no more than a share of benign calls are, with 95 % confidence. */
    float benignBelow(Calibration calibration, double share) {
        return bound(calibration, places(i -> !cases.rows().isHarassment(rows[i])))
                .threshold(share);
    }

    private BenignBound bound(Calibration calibration, int[] places) {
        float[] odds = new float[places.length];
        int[] callers = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            odds[i] = calibration.logOdds(scores[places[i]], cases.segment(rows[places[i]]));
            callers[i] = cases.caller(rows[places[i]]);
        }
        return new BenignBound(odds, callers);
    }
}

package io.jingling.learning;

import io.jingling.detection.Calibration;
import io.jingling.detection.Segment;
import io.jingling.detection.Thresholds;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What the scores of trees mean, told from cases that the trees were not learned from. */
final class Meaning {
    /** Kinds with fewer calls say nothing; of those with few, some calls may be rejected, lest one odd call speak for all. */
    private static final int CALLS_OF_KIND_MIN = 2_000;

    private static final double REJECTED_OF_FEW = 4;
    /** Many times as many of first calls may be challenged or labelled as of all calls; not all of them. */
    private static final double OF_NEW = 5;

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

    /** Of each kind of benign caller that has calls enough, no more than its own share was seen to be rejected. */
    Thresholds thresholds(Calibration calibration, Learning.Bounds bounds) {
        int[] benign = places(i -> !cases.rows().isHarassment(rows[i]));
        BenignBound all = bound(calibration, benign);
        float reject = all.threshold(bounds.reject());
        for (String type : types(benign)) {
            int[] its = Arrays.stream(benign)
                    .filter(i -> cases.maker(rows[i]).type().equals(type))
                    .toArray();
            if (its.length >= CALLS_OF_KIND_MIN) {
                double share = Math.max(bounds.rejectOfKind(), REJECTED_OF_FEW / its.length);
                reject = Math.max(reject, bound(calibration, its).seen(share));
            }
        }
        float challenge = Math.max(all.threshold(bounds.challenge()), ofNew(calibration, OF_NEW * bounds.challenge()));
        float label = Math.max(all.threshold(bounds.label()), ofNew(calibration, OF_NEW * bounds.label()));
        return new Thresholds(reject, Math.min(reject, challenge), Math.min(Math.min(reject, challenge), label));
    }

    /** From where on no more than a share of benign calls are, with 95 % confidence. */
    float benignBelow(Calibration calibration, double share) {
        return bound(calibration, places(i -> !cases.rows().isHarassment(rows[i])))
                .threshold(share);
    }

    /** From where on so few first calls of benign numbers are; nobody is to blame for being new. */
    private float ofNew(Calibration calibration, double share) {
        int[] its = places(i -> !cases.rows().isHarassment(rows[i]) && cases.segment(rows[i]) == Segment.NEW);
        return its.length == 0
                ? Float.NEGATIVE_INFINITY
                : bound(calibration, its).seen(share);
    }

    private Set<String> types(int[] places) {
        Set<String> types = new TreeSet<>();
        for (int i : places) {
            types.add(cases.maker(rows[i]).type());
        }
        return types;
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

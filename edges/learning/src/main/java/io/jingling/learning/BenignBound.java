package io.jingling.learning;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Finds the least score that so few benign calls reach that their share is below a bound with 95 % confidence: by Clopper
 * and Pearson's interval (1934), and again by drawing callers anew, as the calls of one caller go wrong together.
 */
final class BenignBound {
    private static final double CONFIDENCE = 0.95;
    private static final int DRAWS = 400;
    private static final long SEED = 1934;

    private final float[] scores;
    private final int[] callers;
    private final int callerCount;
    private final int[] callsOfCaller;

    /**
     * @param scores of benign calls
     * @param callers of each, 0 and up
     */
    BenignBound(float[] scores, int[] callers) {
        int[] known = Arrays.stream(callers).sorted().distinct().toArray();
        this.scores = scores;
        this.callers = Arrays.stream(callers)
                .map(caller -> Arrays.binarySearch(known, caller))
                .toArray();
        this.callerCount = known.length;
        this.callsOfCaller = new int[callerCount];
        for (int caller : this.callers) {
            callsOfCaller[caller]++;
        }
    }

    /** The upper bound of a share of which so many of so many were seen. */
    static double upper(int seen, int of) {
        return seen >= of ? 1 : BetaDistribution.of(seen + 1.0, of - seen).inverseCumulativeProbability(CONFIDENCE);
    }

    /**
     * The least threshold whose bound is kept.
     *
     * @throws IllegalArgumentException where there are too few calls for any
     */
    float threshold(double share) {
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        // Drawing takes long: it is asked only where the quick bound says yes.
        int quick = most(sorted.length, above -> upper(above, sorted.length) <= share);
        int low = most(quick, above -> drawnUpper(sorted, above) <= share);
        if (upper(0, sorted.length) > share) {
            throw new IllegalArgumentException(
                    "benign calls: got " + sorted.length + ", want more to bound a share of " + share);
        }
        return Math.nextUp(low == sorted.length ? sorted[0] : sorted[sorted.length - 1 - low]);
    }

    /** The same, but infinite where there are too few calls for any. */
    float thresholdOrNever(double share) {
        return upper(0, scores.length) > share ? Float.POSITIVE_INFINITY : threshold(share);
    }

    /** The least threshold that no more than so many of the calls reach, whatever the chance in that. */
    float leavingOut(int most) {
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        return most < sorted.length ? Math.nextUp(sorted[sorted.length - 1 - most]) : Float.NEGATIVE_INFINITY;
    }

    /** The largest up to a limit that is kept, of which every smaller one is; 0 where none is. */
    private static int most(int limit, IntPredicate isKept) {
        int low = 0;
        int high = limit;
        int middle = limit;
        while (low < high) {
            if (isKept.test(middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
            middle = (low + high + 1) >>> 1;
        }
        return low;
    }

    /** The share that is passed by one in twenty of so many draws of as many callers. */
    private double drawnUpper(float[] sorted, int above) {
        float least = above == 0 ? Float.POSITIVE_INFINITY : sorted[sorted.length - above];
        int[] wrong = new int[callerCount];
        for (int i = 0; i < scores.length; i++) {
            wrong[callers[i]] += scores[i] >= least ? 1 : 0;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] shares = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            long calls = 0;
            long wrongs = 0;
            for (int i = 0; i < callerCount; i++) {
                int caller = random.nextInt(callerCount);
                calls += callsOfCaller[caller];
                wrongs += wrong[caller];
            }
            shares[draw] = wrongs / (double) Math.max(1, calls);
        }
        Arrays.sort(shares);
        return shares[(int) (CONFIDENCE * DRAWS) - 1];
    }
}

package io.jingling.learning;

import java.util.Arrays;
import java.util.Random;
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
        this.scores = scores;
        this.callers = callers;
        this.callerCount = Arrays.stream(callers).max().orElse(-1) + 1;
        this.callsOfCaller = new int[callerCount];
        for (int caller : callers) {
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
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (isKept(sorted, middle, share)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (upper(0, sorted.length) > share) {
            throw new IllegalArgumentException(
                    "benign calls: got " + sorted.length + ", want more to bound a share of " + share);
        }
        return Math.nextUp(low == sorted.length ? sorted[0] : sorted[sorted.length - 1 - low]);
    }

    /** The least threshold that no more than a share of the calls reach, whatever the chance in that. */
    float seen(double share) {
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        return Math.nextUp(sorted[sorted.length - 1 - (int) (share * sorted.length)]);
    }

    private boolean isKept(float[] sorted, int above, double share) {
        return upper(above, sorted.length) <= share && drawnUpper(sorted, above) <= share;
    }

    /** The share that is passed by one in twenty of so many draws of as many callers. */
    private double drawnUpper(float[] sorted, int above) {
        float least = above == 0 ? Float.POSITIVE_INFINITY : sorted[sorted.length - above];
        int[] wrong = new int[callerCount];
        for (int i = 0; i < scores.length; i++) {
            wrong[callers[i]] += scores[i] >= least ? 1 : 0;
        }
        Random random = new Random(SEED);
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

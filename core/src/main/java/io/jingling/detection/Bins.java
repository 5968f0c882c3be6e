package io.jingling.detection;

import java.util.Arrays;

/**
 * Parts of a range that about as many values of a sample fall into, so that how values are spread is a few counts.
 *
 * @param edges in rising order, each above the one before; a value belongs behind all edges that it reaches
 */
record Bins(float[] edges) {
    static final int MOST = 10;

    /** Takes the array as it is; it must not be changed any more. */
    Bins {
        for (int i = 1; i < edges.length; i++) {
            if (!(edges[i] > edges[i - 1])) {
                throw new IllegalArgumentException(
                        "bins: got edge " + edges[i] + " after " + edges[i - 1] + ", want rising ones");
            }
        }
    }

    /** At the sample's tenths; fewer where many values are the same. */
    static Bins of(float[] sample) {
        float[] sorted = sample.clone();
        Arrays.sort(sorted);
        float[] edges = new float[MOST - 1];
        int count = 0;
        for (int i = 1; i < MOST && sorted.length > 0; i++) {
            float edge = sorted[(int) ((long) i * sorted.length / MOST)];
            boolean isNew = count == 0 ? edge > sorted[0] : edge > edges[count - 1];
            if (isNew) {
                edges[count++] = edge;
            }
        }
        return new Bins(Arrays.copyOf(edges, count));
    }

    int count() {
        return edges.length + 1;
    }

    int of(float value) {
        int bin = 0;
        while (bin < edges.length && value >= edges[bin]) {
            bin++;
        }
        return bin;
    }

    /**
     * The population stability index: how much more or less there is of each part now, weighed by how much. Under 0.1 is
     * nothing, above 0.25 much (Siddiqi 2006). Each count is raised by a half, so that an empty part is not infinity.
     */
    static double stability(long[] before, long[] now) {
        double whole = Arrays.stream(before).sum() + 0.5 * before.length;
        double wholeNow = Arrays.stream(now).sum() + 0.5 * now.length;
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            double expected = (before[i] + 0.5) / whole;
            double actual = (now[i] + 0.5) / wholeNow;
            sum += (actual - expected) * StrictMath.log(actual / expected);
        }
        return sum;
    }

    /** Kolmogorov and Smirnov's distance at the edges: the most by which the shares below one differ, 0 to 1. */
    static double distance(long[] before, long[] now) {
        double whole = Math.max(1, Arrays.stream(before).sum());
        double wholeNow = Math.max(1, Arrays.stream(now).sum());
        double below = 0;
        double belowNow = 0;
        double most = 0;
        for (int i = 0; i < before.length - 1; i++) {
            below += before[i] / whole;
            belowNow += now[i] / wholeNow;
            most = Math.max(most, Math.abs(below - belowNow));
        }
        return most;
    }
}

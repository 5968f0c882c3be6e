package io.jingling.detection;

import java.util.Arrays;

/**
 * Gradient-boosted trees in flat arrays, walked without making an object (Friedman 2001; the form is XGBoost's).
 *
 * <p>Node {@code i} asks whether feature {@code features[i]} is less than {@code values[i]}: if so the walk goes on at
 * {@code lefts[i]}, else behind it. A leaf has a feature of -1 and adds {@code means[i]}; in other nodes that is the mean of
 * the leaves below, weighted by how many cases came there, from which the share of each feature in a sum is told.
 *
 * @param width how many features a row has
 * @param roots the first node of each tree
 * @param features of each node, -1 in a leaf
 * @param values what the feature is compared with
 * @param lefts where the walk goes on where it is less; the other way is the next place
 * @param means what a leaf adds, or the mean below
 */
public record Trees(int width, int[] roots, int[] features, float[] values, int[] lefts, float[] means) {
    /** Takes the arrays as they are; they must not be changed any more. */
    public Trees {
        int nodes = features.length;
        if (values.length != nodes || lefts.length != nodes || means.length != nodes) {
            throw new IllegalArgumentException("trees: got arrays of " + nodes + ", " + values.length + ", "
                    + lefts.length + " and " + means.length + ", want all of one length");
        }
        for (int root : roots) {
            within("root", root, nodes);
        }
        for (int node = 0; node < nodes; node++) {
            if (features[node] >= 0) {
                within("feature", features[node], width);
                within("right of node " + node, lefts[node] + 1, nodes);
                // So that every walk ends.
                if (lefts[node] <= node) {
                    throw new IllegalArgumentException("trees: got node " + node + " before " + lefts[node]
                            + ", want what is below to come after");
                }
            }
        }
    }

    private static void within(String what, int got, int end) {
        if (got < 0 || got >= end) {
            throw new IllegalArgumentException("trees: got " + what + " " + got + ", want 0 to " + (end - 1));
        }
    }

    /** The sum of the trees: log-odds, before calibration. */
    public float score(float[] row) {
        float sum = 0;
        for (int root : roots) {
            int node = root;
            while (features[node] >= 0) {
                node = lefts[node] + (row[features[node]] < values[node] ? 0 : 1);
            }
            sum += means[node];
        }
        return sum;
    }

    /**
     * The same, and how much each feature had a part in it: what a path's mean changed by where it was asked (Saabas 2014).
     *
     * @param parts as long as a row, is overwritten; with what an unknown call would get they add up to the score
     */
    public float score(float[] row, float[] parts) {
        Arrays.fill(parts, 0);
        float sum = 0;
        for (int root : roots) {
            int node = root;
            while (features[node] >= 0) {
                int next = lefts[node] + (row[features[node]] < values[node] ? 0 : 1);
                parts[features[node]] += means[next] - means[node];
                node = next;
            }
            sum += means[node];
        }
        return sum;
    }
}

package io.jingling.learning;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Puts features in the form that a straight line can use: in place of each value the normal quantile of its rank among the
 * rows that are learned from (Blom 1958), so that neither scale nor outliers count.
 */
public final class NormalScores {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final float[][] sorted;

    /** @param rows that are learned from */
    public NormalScores(Rows rows) {
        sorted = new float[rows.width()][rows.count()];
        for (int feature = 0; feature < sorted.length; feature++) {
            for (int row = 0; row < rows.count(); row++) {
                sorted[feature][row] = rows.get(row, feature);
            }
            Arrays.sort(sorted[feature]);
        }
    }

    public float[] of(float[] row) {
        float[] scores = new float[row.length];
        for (int feature = 0; feature < row.length; feature++) {
            float[] among = sorted[feature];
            double rank = (below(among, row[feature]) + below(among, Math.nextUp(row[feature]))) / 2.0;
            scores[feature] = (float) NORMAL.inverseCumulativeProbability((rank + 0.625) / (among.length + 1.25));
        }
        return scores;
    }

    public Rows of(Rows rows) {
        Rows all = new Rows(rows.width());
        float[] row = new float[rows.width()];
        for (int i = 0; i < rows.count(); i++) {
            rows.copy(i, row);
            all.add(of(row), rows.isHarassment(i), rows.weight(i));
        }
        return all;
    }

    /** How many are less. */
    private static int below(float[] ascending, float value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

package io.jingling.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Random;

/** A linear support vector machine that tells one label from all others, by LIBLINEAR (Fan et al. 2008). */
public final class SupportVectors {
    private static final double ENOUGH = 0.01;
    private static final int ROUNDS_MAX = 1000;
    private static final long SEED = 1;

    private final SparseRows from;
    private final Feature[][] rows;
    private final int width;

    static {
        Linear.disableDebugOutput();
    }

    public SupportVectors(SparseRows from) {
        this.from = from;
        width = from.width();
        rows = new Feature[from.count()][];
        // LIBLINEAR takes the bias for one more column of each row.
        Feature bias = new FeatureNode(width + 1, 1);
        for (int row = 0; row < rows.length; row++) {
            int count = from.columns()[row].length;
            rows[row] = new Feature[count + 1];
            for (int i = 0; i < count; i++) {
                rows[row][i] = new FeatureNode(from.columns()[row][i] + 1, from.values()[row][i]);
            }
            rows[row][count] = bias;
        }
    }

    /**
     * @param weights of the columns
     * @param bias added to their product with a row
     */
    public record Line(float[] weights, float bias) {}

    /** Multiplies each column of the rows as they were given, in place: they are large. */
    void scale(float[] factors) {
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < rows[row].length - 1; i++) {
                rows[row][i].setValue(from.values()[row][i] * factors[from.columns()[row][i]]);
            }
        }
    }

    /**
     * @param is which rows have the label; there must be both
     * @param costOfIs of one that has it on the wrong side
     * @param costOfOthers of one that has it not
     */
    public Line learn(boolean[] is, double costOfIs, double costOfOthers) {
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = width + 1;
        problem.x = rows;
        problem.bias = 1;
        problem.y = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            problem.y[i] = is[i] ? 1 : -1;
        }
        Parameter how = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, 1, ROUNDS_MAX, ENOUGH);
        how.setWeights(new double[] {costOfIs, costOfOthers}, new int[] {1, -1});
        how.setRandom(new Random(SEED));
        Model model = Linear.train(problem, how);
        // It speaks for the label that it saw first.
        int sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] learned = model.getFeatureWeights();
        float[] weights = new float[width];
        for (int i = 0; i < width; i++) {
            weights[i] = (float) (sign * learned[i]);
        }
        return new Line(weights, (float) (sign * learned[width]));
    }
}

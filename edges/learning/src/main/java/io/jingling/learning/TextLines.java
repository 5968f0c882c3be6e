package io.jingling.learning;

import io.jingling.learning.SupportVectors.Line;

/** One line for each label against all others, learned by a {@link TextMethod} from some of the texts. */
final class TextLines {
    /** Of a text on the wrong side; then a label's texts weigh together as much as all others do. */
    private static final double COST = 1;

    private static final double PRIOR = 1;

    private final TextRows rows;
    private final float[][] weights;
    private final float[] biases;

    private TextLines(TextRows rows, int labels) {
        this.rows = rows;
        this.weights = new float[labels][];
        this.biases = new float[labels];
    }

    /** @param labels of the texts, all of which must be there */
    static TextLines learn(TextMethod method, TextRows rows, int[] texts, int[] labels, int count) {
        TextLines lines = new TextLines(rows, count);
        SparseRows values = rows.of(texts);
        SupportVectors machine = new SupportVectors(values);
        // Of two, one line tells both.
        int learned = count == 2 ? 1 : count;
        for (int label = 0; label < learned; label++) {
            boolean[] is = is(labels, label);
            float[] ratios = method.ratios() ? ratios(values, is) : new float[0];
            if (method.ratios()) {
                machine.scale(ratios);
            }
            lines.set(label, line(machine, is), ratios);
        }
        if (count == 2) {
            lines.mirror();
        }
        return lines;
    }

    private static boolean[] is(int[] labels, int label) {
        boolean[] is = new boolean[labels.length];
        for (int i = 0; i < is.length; i++) {
            is[i] = labels[i] == label;
        }
        return is;
    }

    private static Line line(SupportVectors machine, boolean[] is) {
        int its = 0;
        for (boolean one : is) {
            its += one ? 1 : 0;
        }
        double half = is.length / 2.0;
        return machine.learn(is, COST * half / Math.max(1, its), COST * half / Math.max(1, is.length - its));
    }

    private void set(int label, Line line, float[] ratios) {
        weights[label] = line.weights();
        for (int i = 0; i < ratios.length; i++) {
            weights[label][i] *= ratios[i];
        }
        biases[label] = line.bias();
    }

    private void mirror() {
        weights[1] = weights[0].clone();
        for (int i = 0; i < weights[1].length; i++) {
            weights[1][i] = -weights[1][i];
        }
        biases[1] = -biases[0];
    }

    private static float[] ratios(SparseRows rows, boolean[] is) {
        double[] ofIs = new double[rows.width()];
        double[] ofOthers = new double[rows.width()];
        int its = 0;
        for (int row = 0; row < is.length; row++) {
            double[] counts = is[row] ? ofIs : ofOthers;
            its += is[row] ? 1 : 0;
            for (int column : rows.columns()[row]) {
                counts[column]++;
            }
        }
        float[] ratios = new float[rows.width()];
        for (int i = 0; i < ratios.length; i++) {
            double share = (ofIs[i] + PRIOR) / (its + 2 * PRIOR);
            double shareOfOthers = (ofOthers[i] + PRIOR) / (is.length - its + 2 * PRIOR);
            ratios[i] = (float) StrictMath.log(share / shareOfOthers);
        }
        return ratios;
    }

    /** Of each text for each label. */
    double[][] scores(int[] texts) {
        SparseRows values = rows.of(texts);
        double[][] scores = new double[texts.length][weights.length];
        for (int row = 0; row < texts.length; row++) {
            for (int label = 0; label < weights.length; label++) {
                scores[row][label] = values.product(row, weights[label]) + biases[label];
            }
        }
        return scores;
    }

    float[] biases() {
        return biases;
    }

    float[] weights(int label) {
        return weights[label];
    }
}

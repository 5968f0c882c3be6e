package io.jingling.learning;

import java.util.Arrays;

/**
 * How much each label's score is shifted, so that rare ones are answered as often as their F1 wants: chosen on scores of
 * texts that were not learned from, one label after the other, for the highest macro-F1.
 */
final class LabelShifts {
    private static final int ROUNDS = 3;
    private static final double LOWEST = -0.4;
    private static final double STEP = 0.05;
    private static final int STEPS = 24;
    /** From so many texts on; of fewer, what is chosen would be chance. */
    private static final int TEXTS_MIN = 20;
    /** What a shift must gain for each unit of its size. */
    private static final double PRICE = 0.002;

    private LabelShifts() {}

    static float[] choose(double[][] scores, int[] truth, int labels) {
        float[] shifts = new float[labels];
        int[] texts = new int[labels];
        for (int label : truth) {
            texts[label]++;
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int label = 0; label < labels; label++) {
                if (texts[label] >= TEXTS_MIN) {
                    shifts[label] = best(scores, truth, shifts, label);
                }
            }
        }
        return shifts;
    }

    private static float best(double[][] scores, int[] truth, float[] shifts, int label) {
        float[] tried = shifts.clone();
        tried[label] = 0;
        float best = 0;
        double most = value(scores, truth, tried, 0);
        for (int step = 0; step <= STEPS; step++) {
            tried[label] = (float) (LOWEST + step * STEP);
            double value = value(scores, truth, tried, tried[label]);
            if (value > most) {
                most = value;
                best = tried[label];
            }
        }
        return best;
    }

    private static double value(double[][] scores, int[] truth, float[] shifts, float shift) {
        return MacroF1.of(truth, answers(scores, shifts), shifts.length) - PRICE * Math.abs(shift);
    }

    static int[] answers(double[][] scores, float[] shifts) {
        int[] answers = new int[scores.length];
        Arrays.setAll(answers, row -> best(scores[row], shifts, -1));
        return answers;
    }

    /** But for one. */
    static int best(double[] scores, float[] shifts, int without) {
        int best = without == 0 ? 1 : 0;
        for (int label = best + 1; label < scores.length; label++) {
            if (label != without && scores[label] + shifts[label] > scores[best] + shifts[best]) {
                best = label;
            }
        }
        return best;
    }
}

package io.jingling.detection;

import java.util.Arrays;
import java.util.Optional;

/**
 * A gated recurrent unit that takes one step for each call that ended, and what its state says of the caller (Cho et al.
 * 2014; gates in PyTorch's order: reset, update, new).
 *
 * @param inputWeights {@code [3 * units][inputs]}, row by row
 * @param stateWeights {@code [3 * units][units]}
 * @param inputBiases {@code [3 * units]}
 * @param stateBiases {@code [3 * units]}
 * @param outputWeights {@code [units]}
 * @param outputBias added to the output
 */
public record SequenceModel(
        float[] inputWeights,
        float[] stateWeights,
        float[] inputBiases,
        float[] stateBiases,
        float[] outputWeights,
        float outputBias) {
    /** Numbers a caller keeps. */
    public static final int UNITS = Caller.SEQUENCE_WIDTH;

    private static final int GATES = 3;

    /** Takes the arrays as they are; they must not be changed any more. */
    public SequenceModel {
        length("input weights", inputWeights, GATES * UNITS * Step.COUNT);
        length("state weights", stateWeights, GATES * UNITS * UNITS);
        length("input biases", inputBiases, GATES * UNITS);
        length("state biases", stateBiases, GATES * UNITS);
        length("output weights", outputWeights, UNITS);
    }

    private static void length(String what, float[] array, int wanted) {
        if (array.length != wanted) {
            throw new IllegalArgumentException("sequence model: got " + array.length + " " + what + ", want " + wanted);
        }
    }

    /** Whether two say the same of the same calls. */
    static boolean areSame(Optional<SequenceModel> one, Optional<SequenceModel> other) {
        return one.isPresent() && other.isPresent() ? one.get().isAs(other.get()) : one.isEmpty() && other.isEmpty();
    }

    private boolean isAs(SequenceModel other) {
        return Arrays.equals(inputWeights, other.inputWeights)
                && Arrays.equals(stateWeights, other.stateWeights)
                && Arrays.equals(inputBiases, other.inputBiases)
                && Arrays.equals(stateBiases, other.stateBiases);
    }

    /**
     * Takes one step.
     *
     * @param inputs as many as {@link Detection#STEP_WIDTH}
     * @param state of {@link #UNITS}, is overwritten
     * @param scratch of 6 times {@link #UNITS}, is overwritten
     */
    public void step(float[] inputs, float[] state, float[] scratch) {
        int gates = GATES * UNITS;
        for (int row = 0; row < gates; row++) {
            scratch[row] = inputBiases[row] + dot(inputWeights, row * Step.COUNT, inputs);
            scratch[gates + row] = stateBiases[row] + dot(stateWeights, row * UNITS, state);
        }
        for (int i = 0; i < UNITS; i++) {
            float reset = Curves.logistic(scratch[i] + scratch[gates + i]);
            float update = Curves.logistic(scratch[UNITS + i] + scratch[gates + UNITS + i]);
            float fresh = Curves.tanh(scratch[2 * UNITS + i] + reset * scratch[gates + 2 * UNITS + i]);
            state[i] = (1 - update) * fresh + update * state[i];
        }
    }

    /** What the state says: log-odds, before anything else is known. */
    public float output(float[] state) {
        return outputBias + dot(outputWeights, 0, state);
    }

    private static float dot(float[] weights, int at, float[] values) {
        float sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[at + i] * values[i];
        }
        return sum;
    }
}

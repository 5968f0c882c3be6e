package io.jingling.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.detection.Detection;
import io.jingling.detection.SequenceModel;
import io.jingling.learning.SequenceLearner.Learned;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Real PyTorch, on sequences whose class is in their order alone. */
class SequenceLearnerTest {
    private static final int LENGTH = 12;
    private static final int WIDTH = Detection.STEP_WIDTH;
    private static final SequenceLearner.Settings SETTINGS = new SequenceLearner.Settings(12, 64, 0.01f, 5);

    @Test
    void whatIsTakenOutSaysWhatPytorchSaysAndTellsTheClasses() {
        Learned learned = SequenceLearner.learn(sequences(1_000), SETTINGS, share -> {});
        assertThat(learned.gap()).isLessThan(1e-5f);
        int right = 0;
        Sequences others = sequences(3_000);
        for (int i = 1_000; i < 3_000; i++) {
            boolean said = output(learned.model(), others, i) > 0;
            right += said == others.labels()[i * LENGTH + LENGTH - 1] > 0 ? 1 : 0;
        }
        assertThat(right).isGreaterThan(1_800);
    }

    @Test
    void theSameSequencesAndSeedGiveTheSameWeights() {
        SequenceModel one =
                SequenceLearner.learn(sequences(500), SETTINGS, share -> {}).model();
        SequenceModel other =
                SequenceLearner.learn(sequences(500), SETTINGS, share -> {}).model();
        assertThat(other.stateWeights()).isEqualTo(one.stateWeights());
        assertThat(other.outputBias()).isEqualTo(one.outputBias());
    }

    private static float output(SequenceModel model, Sequences sequences, int piece) {
        float[] state = new float[SequenceModel.UNITS];
        float[] step = new float[WIDTH];
        for (int i = 0; i < LENGTH; i++) {
            System.arraycopy(sequences.inputs(), (piece * LENGTH + i) * WIDTH, step, 0, WIDTH);
            model.step(step, state, new float[6 * SequenceModel.UNITS]);
        }
        return model.output(state);
    }

    /** Steps alternate in one class and come at random in the other: each step alone says nothing. */
    private static Sequences sequences(int count) {
        Random random = new Random(8);
        float[] inputs = new float[count * LENGTH * WIDTH];
        float[] labels = new float[count * LENGTH];
        float[] weights = new float[count * LENGTH];
        for (int i = 0; i < count; i++) {
            boolean alternates = i % 2 == 0;
            boolean high = random.nextBoolean();
            for (int t = 0; t < LENGTH; t++) {
                high = alternates ? !high : random.nextBoolean();
                inputs[(i * LENGTH + t) * WIDTH] = high ? 1 : 0;
                labels[i * LENGTH + t] = alternates ? 1 : 0;
                weights[i * LENGTH + t] = t < LENGTH / 2 ? 0 : 1;
            }
        }
        int[] lengths = new int[count];
        Arrays.fill(lengths, LENGTH);
        return new Sequences(count, LENGTH, WIDTH, inputs, labels, weights, lengths);
    }
}

package io.jingling.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoresTest {
    @Test
    void theAreaIsTheShareOfPairsInTheRightOrder() {
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            float[] scores = new float[60];
            boolean[] is = new boolean[60];
            for (int i = 0; i < 60; i++) {
                scores[i] = random.nextInt(8);
                is[i] = random.nextInt(8) < scores[i];
            }
            is[0] = true;
            is[1] = false;
            double right = 0;
            double pairs = 0;
            for (int i = 0; i < 60; i++) {
                for (int j = 0; j < 60; j++) {
                    if (is[i] && !is[j]) {
                        pairs++;
                        right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    }
                }
            }
            assertThat(Scores.of(scores, is, 4).auc()).as("seed %d", seed).isCloseTo(right / pairs, offset(1e-12));
        }
    }

    @Test
    void recallsAndF1AreThoseOfTheTwoClasses() {
        float[] scores = {1, 1, 0, 0, 0, 1};
        boolean[] is = {true, true, true, false, false, false};
        Scores said = Scores.of(scores, is, 1);
        assertThat(said.macroRecall()).isCloseTo(2 / 3.0, offset(1e-12));
        assertThat(said.macroF1()).isCloseTo(2 / 3.0, offset(1e-12));
        assertThat(said.geometricMean()).isCloseTo(2 / 3.0, offset(1e-12));
    }
}

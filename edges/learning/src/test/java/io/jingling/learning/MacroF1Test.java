package io.jingling.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MacroF1Test {
    @Test
    void eachLabelCountsTheSame() {
        int[] truth = {0, 0, 0, 0, 1};
        assertThat(MacroF1.of(truth, truth, 2)).isEqualTo(1);
        assertThat(MacroF1.of(truth, new int[] {0, 0, 0, 0, 0}, 2)).isCloseTo(8.0 / 9 / 2, within(1e-12));
    }

    @Test
    void aLabelThatIsNowhereDoesNotCount() {
        assertThat(MacroF1.of(new int[] {0, 0}, new int[] {0, 0}, 3)).isEqualTo(1);
        assertThat(MacroF1.each(new int[] {0}, new int[] {0}, 2)[1]).isNaN();
        assertThat(MacroF1.of(new int[0], new int[0], 2)).isZero();
    }

    @Test
    void everyLabelHasItsShareInASplit() {
        int[] labels = new int[110];
        for (int i = 0; i < 10; i++) {
            labels[i] = 1;
        }
        boolean[] test = TextFolds.test(labels, 0.2, 3);
        int rare = 0;
        int all = 0;
        for (int i = 0; i < test.length; i++) {
            all += test[i] ? 1 : 0;
            rare += test[i] && labels[i] == 1 ? 1 : 0;
        }
        assertThat(all).isEqualTo(22);
        assertThat(rare).isEqualTo(2);
        int[] folds = TextFolds.of(labels, 5, 3);
        assertThat(java.util.Arrays.stream(folds, 0, 10)
                        .filter(fold -> fold == 0)
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aShiftIsChosenWhereItHelpsARareLabel() {
        double[][] scores = new double[60][];
        int[] truth = new int[60];
        for (int i = 0; i < 60; i++) {
            truth[i] = i < 30 ? 1 : 0;
            scores[i] = truth[i] == 1 ? new double[] {0.3, 0.1} : new double[] {0.9, 0.1};
        }
        float[] shifts = LabelShifts.choose(scores, truth, 2);
        assertThat(MacroF1.of(truth, LabelShifts.answers(scores, shifts), 2)).isEqualTo(1);
        assertThat(LabelShifts.choose(new double[][] {{1, 0}, {0, 1}}, new int[] {0, 1}, 2))
                .containsOnly(0);
    }
}

package io.jingling.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class NormalScoresTest {
    @Test
    void aValueCountsByItsRankAloneAndTiesShareTheirs() {
        Rows rows = new Rows(1);
        for (float value : new float[] {1, 2, 2, 1_000_000}) {
            rows.add(new float[] {value}, false, 1);
        }
        NormalScores scores = new NormalScores(rows);
        assertThat(scores.of(new float[] {2})[0]).isEqualTo(0, offset(1e-6f));
        assertThat(scores.of(new float[] {1})[0]).isEqualTo(-scores.of(new float[] {1_000_000})[0], offset(1e-6f));
        assertThat(scores.of(new float[] {-50})[0])
                .isLessThan(scores.of(new float[] {1})[0])
                .isGreaterThan(-3);
        assertThat(scores.of(rows).get(3, 0)).isEqualTo(scores.of(new float[] {1_000_000})[0]);
    }
}

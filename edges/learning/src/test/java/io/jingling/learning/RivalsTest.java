package io.jingling.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jingling.detection.Calibration;
import io.jingling.detection.Segment;
import io.jingling.detection.Thresholds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RivalsTest {
    private static final double SLOPE = 1.5;

    @Test
    void aLineFindsTheWeightsThatMadeTheLabels() {
        Random random = new Random(7);
        Rows rows = new Rows(2);
        for (int i = 0; i < 20_000; i++) {
            float[] row = {(float) random.nextGaussian() * 3 + 10, (float) random.nextGaussian()};
            double odds = SLOPE * (row[0] - 10) / 3 - 1;
            rows.add(row, random.nextDouble() < 1 / (1 + Math.exp(-odds)), 1);
        }
        Linear line = Linear.learn(rows);
        assertThat(line.score(new float[] {10, 0})).isCloseTo(-1, within(0.15f));
        assertThat(line.weights()[0]).isCloseTo((float) SLOPE, within(0.15f));
        assertThat(line.weights()[1]).isCloseTo(0, within(0.1f));
    }

    @Test
    void rivalsComeBackFromAFileAsTheyWere(@TempDir Path folder) throws IOException {
        float[] slopes = new float[Segment.COUNT];
        Arrays.fill(slopes, 2);
        Calibration calibration = new Calibration(slopes, new float[Segment.COUNT]);
        Linear line = new Linear(new float[] {1}, new float[] {2}, new float[] {3}, 4);
        Rival one = new Rival.OfLine("line", line, calibration, Thresholds.same(3, 2, 1));
        Rivals.write(folder.resolve("rivals"), List.of(one));
        Rival read = Rivals.read(folder.resolve("rivals")).getFirst();
        assertThat(read.name()).isEqualTo("line");
        assertThat(read.score(new float[] {5})).isEqualTo(one.score(new float[] {5}));
        assertThat(read.thresholds()).isEqualTo(one.thresholds());
    }
}

package io.jingling.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.detection.Trees;
import io.jingling.learning.TreeLearner.Learned;
import io.jingling.learning.TreeLearner.Settings;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TreeLearnerTest {
    private static final int WIDTH = 5;
    private static final long SEED = 20_261_124;

    @Test
    void treesTakenOutSayWhatXgboostSays() {
        Learned learned = TreeLearner.learn(rows(4_000), settings(List.of()));
        assertThat(learned.gap()).isLessThan(1e-5f);
        assertThat(learned.trees().roots()).hasSize(60);
    }

    @Test
    void theSameRowsAndSeedGiveTheSameTrees() {
        Trees one = TreeLearner.learn(rows(4_000), settings(List.of())).trees();
        Trees other = TreeLearner.learn(rows(4_000), settings(List.of())).trees();
        assertThat(other.values()).isEqualTo(one.values());
        assertThat(other.means()).isEqualTo(one.means());
        assertThat(other.features()).isEqualTo(one.features());
    }

    @Test
    void moreOfASafeFeatureNeverRaisesTheScore() {
        Trees free = TreeLearner.learn(rows(4_000), settings(List.of())).trees();
        Trees safe = TreeLearner.learn(rows(4_000), settings(List.of(-1, 0, 0, 0, 0)))
                .trees();
        assertThat(raisesSomewhere(free)).isTrue();
        assertThat(raisesSomewhere(safe)).isFalse();
    }

    @Test
    void thePartsOfTheFeaturesAddUpToTheScore() {
        Rows rows = rows(2_000);
        Trees trees = TreeLearner.learn(rows, settings(List.of())).trees();
        float base = 0;
        for (int root : trees.roots()) {
            base += trees.means()[root];
        }
        float[] row = new float[WIDTH];
        float[] parts = new float[WIDTH];
        for (int i = 0; i < rows.count(); i++) {
            rows.copy(i, row);
            float sum = base;
            float score = trees.score(row, parts);
            for (float part : parts) {
                sum += part;
            }
            assertThat(sum).isCloseTo(score, Offset.offset(1e-4f));
            assertThat(trees.score(row)).isEqualTo(score);
        }
    }

    private static boolean raisesSomewhere(Trees trees) {
        Random random = new Random(SEED);
        float[] row = new float[WIDTH];
        for (int i = 0; i < 2_000; i++) {
            for (int f = 0; f < WIDTH; f++) {
                row[f] = random.nextFloat();
            }
            float low = trees.score(row);
            row[0] += random.nextFloat();
            if (trees.score(row) > low + 1e-6) {
                return true;
            }
        }
        return false;
    }

    private static Settings settings(List<Integer> directions) {
        return new Settings(60, 4, 0.2, 0.8, 0.8, 1, directions, 7);
    }

    private static Rows rows(int count) {
        Random random = new Random(SEED);
        Rows rows = new Rows(WIDTH);
        for (int i = 0; i < count; i++) {
            float[] row = new float[WIDTH];
            for (int f = 0; f < WIDTH; f++) {
                row[f] = random.nextFloat();
            }
            boolean is = row[0] * row[1] + 0.3 * row[2] + 0.2 * random.nextGaussian() > 0.5;
            rows.add(row, is, 1 + random.nextInt(3));
        }
        return rows;
    }
}

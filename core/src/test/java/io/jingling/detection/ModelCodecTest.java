package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.Action;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelCodecTest {
    private static final long SEED = 17;

    @Test
    void aModelComesBackAsItWentAndJudgesTheSame() {
        for (boolean hasSequence : new boolean[] {false, true}) {
            Model model = model(hasSequence);
            byte[] bytes = ModelCodec.write(model);
            Model back = ModelCodec.read(bytes);
            assertThat(back.name()).isEqualTo("a model");
            assertThat(back.sequence().isPresent()).isEqualTo(hasSequence);
            assertThat(ModelCodec.write(back)).isEqualTo(bytes);
            Random random = new Random(SEED);
            float[] row = new float[Feature.COUNT];
            for (int i = 0; i < 1_000; i++) {
                fill(row, random);
                assertThat(back.logOdds(row)).isEqualTo(model.logOdds(row));
            }
        }
    }

    @Test
    void aModelThatIsCutOffAnywhereIsRefused() {
        byte[] bytes = ModelCodec.write(model(true));
        for (int length = 0; length < bytes.length; length += 1 + length / 50) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ModelCodec.read(cut))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("model: got ");
        }
    }

    @Test
    void aModelWithAnyByteChangedIsRefused() {
        byte[] bytes = ModelCodec.write(model(true));
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            byte[] spoilt = bytes.clone();
            spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 + random.nextInt(255));
            assertThatThrownBy(() -> ModelCodec.read(spoilt)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void somethingElseIsToldToBeSomethingElse() {
        assertThatThrownBy(() -> ModelCodec.read(
                        "PK and so on, a jar perhaps, but surely no model".getBytes(StandardCharsets.US_ASCII)))
                .hasMessageContaining("want a file that begins with \"JINGLING MODEL 1\"");
    }

    @Test
    void treesThatWouldNotEndAreRefused() {
        assertThatThrownBy(() -> new Trees(
                        1, new int[] {0}, new int[] {0, -1}, new float[] {0, 0}, new int[] {0, 0}, new float[] {0, 0}))
                .hasMessageContaining("want what is below to come after");
        assertThatThrownBy(() ->
                        new Trees(1, new int[] {5}, new int[] {-1}, new float[] {0}, new int[] {0}, new float[] {0}))
                .hasMessage("trees: got root 5, want 0 to 0");
    }

    @Test
    void judgingTellsTheGroundsThatSpokeAgainstTheCallerTheStrongestFirst() {
        int rings = Feature.CALLS_IN_HOUR.ordinal();
        int talks = Feature.SHORT_SHARE.ordinal();
        // Two trees of one question each.
        Trees trees = new Trees(
                Feature.COUNT,
                new int[] {0, 3},
                new int[] {rings, -1, -1, talks, -1, -1},
                new float[] {3, 0, 0, 0.5f, 0, 0},
                new int[] {1, 0, 0, 4, 0, 0},
                new float[] {0, -1, 1, 0, -2, 2});
        Model model = new Model("two", trees, Optional.empty(), neutral(), new Thresholds(2.5f, 1, 0));
        Judge judge = new Judge(model);
        float[] row = new float[Feature.COUNT];
        row[rings] = 5;
        row[talks] = 0.9f;
        assertThat(judge.judge(row)).isEqualTo(Action.REJECT);
        assertThat(judge.logOdds()).isEqualTo(3);
        assertThat(judge.grounds()).containsExactly(Ground.ANSWERS, Ground.RATE);
        row[talks] = 0;
        assertThat(judge.judge(row)).isEqualTo(Action.PASS);
        assertThat(judge.grounds()).containsExactly(Ground.RATE);
        assertThat(judge.probability()).isBetween(0.26, 0.27);
    }

    private static Model model(boolean hasSequence) {
        Random random = new Random(SEED);
        int trees = 20;
        int[] roots = new int[trees];
        int[] features = new int[7 * trees];
        float[] values = new float[7 * trees];
        int[] lefts = new int[7 * trees];
        float[] means = new float[7 * trees];
        for (int tree = 0; tree < trees; tree++) {
            roots[tree] = 7 * tree;
            for (int node = 0; node < 7; node++) {
                int at = 7 * tree + node;
                features[at] = node < 3 ? random.nextInt(Feature.COUNT) : -1;
                values[at] = random.nextFloat();
                lefts[at] = node < 3 ? 7 * tree + 2 * node + 1 : 0;
                means[at] = random.nextFloat() - 0.5f;
            }
        }
        int units = SequenceModel.UNITS;
        Optional<SequenceModel> sequence = hasSequence
                ? Optional.of(new SequenceModel(
                        floats(random, 3 * units * Step.COUNT),
                        floats(random, 3 * units * units),
                        floats(random, 3 * units),
                        floats(random, 3 * units),
                        floats(random, units),
                        0.5f))
                : Optional.empty();
        return new Model(
                "a model",
                new Trees(Feature.COUNT, roots, features, values, lefts, means),
                sequence,
                neutral(),
                new Thresholds(3, 2, 1));
    }

    private static Calibration neutral() {
        float[] slopes = new float[Segment.COUNT];
        Arrays.fill(slopes, 1);
        return new Calibration(slopes, new float[Segment.COUNT]);
    }

    private static float[] floats(Random random, int count) {
        float[] values = new float[count];
        fill(values, random);
        return values;
    }

    private static void fill(float[] values, Random random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
    }
}

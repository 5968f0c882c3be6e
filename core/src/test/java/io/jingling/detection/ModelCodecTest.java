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
        for (int parts = 0; parts < 4; parts++) {
            boolean hasSequence = (parts & 1) != 0;
            Model model = MadeUpModels.model(SEED, hasSequence, (parts & 2) != 0);
            byte[] bytes = ModelCodec.write(model);
            Model back = ModelCodec.read(bytes);
            assertThat(back.name()).isEqualTo("a model");
            assertThat(back.sequence().isPresent()).isEqualTo(hasSequence);
            assertThat(back.linking().isPresent()).isEqualTo((parts & 2) != 0);
            assertThat(back.thresholds()).isEqualTo(model.thresholds());
            assertThat(ModelCodec.write(back)).isEqualTo(bytes);
            Random random = new Random(SEED);
            float[] row = new float[Feature.COUNT];
            for (int i = 0; i < 1_000; i++) {
                MadeUpModels.fill(row, random);
                assertThat(back.logOdds(row)).isEqualTo(model.logOdds(row));
            }
        }
    }

    @Test
    void aModelThatIsCutOffAnywhereIsRefused() {
        byte[] bytes = ModelCodec.write(MadeUpModels.model(SEED, true, true));
        for (int length = 0; length < bytes.length; length += 1 + length / 50) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ModelCodec.read(cut))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("model: got ");
        }
    }

    @Test
    void aModelWithAnyByteChangedIsRefused() {
        byte[] bytes = ModelCodec.write(MadeUpModels.model(SEED, true, true));
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
                .hasMessageContaining("want a file that begins with \"JINGLING MODEL 3\"");
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
        Model model = new Model(
                "two", trees, Optional.empty(), MadeUpModels.neutral(), Thresholds.same(2.5f, 1, 0), Optional.empty());
        Judge judge = new Judge(model);
        Grounds why = new Grounds();
        Sighting seen = new Sighting(Optional.empty());
        seen.features()[rings] = 5;
        seen.features()[talks] = 0.9f;
        seen.own = model.logOdds(seen.features());
        assertThat(judge.judge(seen, why)).isEqualTo(Action.REJECT);
        assertThat(judge.logOdds()).isEqualTo(3);
        assertThat(why.list()).containsExactly(Ground.ANSWERS, Ground.RATE);
        seen.features()[talks] = 0;
        seen.own = model.logOdds(seen.features());
        assertThat(judge.judge(seen, why)).isEqualTo(Action.PASS);
        assertThat(why.list()).containsExactly(Ground.RATE);
        assertThat(judge.probability()).isBetween(0.26, 0.27);
    }
}

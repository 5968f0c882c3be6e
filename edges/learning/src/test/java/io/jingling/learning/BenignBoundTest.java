package io.jingling.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BenignBoundTest {
    @Test
    void theBoundIsClopperAndPearsons() {
        // None in n: 1 - 0.05^(1/n), which is 1e-4 at 29,956.
        assertThat(BenignBound.upper(0, 29_956)).isCloseTo(1e-4, offset(1e-8));
        assertThat(BenignBound.upper(0, 29_900)).isGreaterThan(1e-4);
        assertThat(BenignBound.upper(20, 300_000)).isLessThan(1e-4);
        assertThat(BenignBound.upper(22, 300_000)).isGreaterThan(1e-4);
        assertThat(BenignBound.upper(5, 5)).isEqualTo(1);
    }

    @Test
    void theThresholdKeepsTheBoundOnCallsThatWereNotSeen() {
        Random random = new Random(4);
        BenignBound bound = bound(random, 200_000, 20_000);
        float threshold = bound.threshold(1e-3);
        int over = 0;
        for (int i = 0; i < 1_000_000; i++) {
            over += random.nextGaussian() >= threshold ? 1 : 0;
        }
        assertThat(over / 1e6).isBetween(0.6e-3, 1e-3);
    }

    @Test
    void callersThatGoWrongTogetherRaiseIt() {
        float[] scores = new float[100_000];
        int[] spread = new int[scores.length];
        int[] together = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i < 60 ? 10 : i / 1e6f;
            spread[i] = i;
            // Two callers make all calls that look bad.
            together[i] = i < 60 ? i % 2 : 2 + i / 10;
        }
        assertThat(new BenignBound(scores, spread).threshold(1e-3)).isLessThan(10);
        assertThat(new BenignBound(scores, together).threshold(1e-3)).isGreaterThan(10);
    }

    @Test
    void tooFewCallsBoundNothing() {
        assertThatThrownBy(() -> bound(new Random(1), 1_000, 100).threshold(1e-4))
                .hasMessageContaining("got 1000, want more");
    }

    private static BenignBound bound(Random random, int calls, int callers) {
        float[] scores = new float[calls];
        int[] of = new int[calls];
        for (int i = 0; i < calls; i++) {
            scores[i] = (float) random.nextGaussian();
            of[i] = random.nextInt(callers);
        }
        return new BenignBound(scores, of);
    }
}

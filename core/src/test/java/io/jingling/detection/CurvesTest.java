package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final long SEED = 41;

    @Test
    void halfLivesHalve() {
        assertThat(Curves.left(0)).isEqualTo(1);
        assertThat(Curves.left(1)).isEqualTo(0.5f);
        assertThat(Curves.left(-3)).isEqualTo(1);
        assertThat(Curves.left(1e12)).isLessThan(1e-17f);
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            double x = 30 * random.nextDouble();
            assertThat(Curves.left(x) / Math.pow(2, -x)).isCloseTo(1, offset(1e-6));
        }
    }

    @Test
    void logarithmsAreThoseOfOneMore() {
        assertThat(Curves.log(0)).isZero();
        assertThat(Curves.log(1)).isEqualTo(1);
        assertThat(Curves.log(-5)).isZero();
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            double x = Math.pow(10, 9 * random.nextDouble()) - 1;
            assertThat((double) Curves.log(x)).isCloseTo(Math.log1p(x) / Math.log(2), offset(4e-6));
        }
    }

    @Test
    void gatesAreWhatTheMathematicsSays() {
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            double x = 40 * random.nextDouble() - 20;
            assertThat((double) Curves.logistic(x)).isCloseTo(1 / (1 + Math.exp(-x)), offset(2e-7));
            assertThat((double) Curves.tanh(x)).isCloseTo(Math.tanh(x), offset(4e-7));
        }
        assertThat(Curves.logistic(1e6)).isEqualTo(1);
        assertThat(Curves.tanh(-1e6)).isEqualTo(-1);
    }

    @Test
    void countingByBitsIsRightWithinAFewInAHundred() {
        Random random = new Random(SEED);
        for (int distinct : new int[] {5, 50, 150, 300}) {
            long[] bits = new long[4];
            for (int i = 0; i < distinct; i++) {
                int bit = random.nextInt(256);
                bits[bit >> 6] |= 1L << bit;
            }
            int set = 0;
            for (long word : bits) {
                set += Long.bitCount(word);
            }
            assertThat(Curves.countedBy(set, 256)).isBetween(0.8f * distinct, 1.2f * distinct);
        }
    }
}

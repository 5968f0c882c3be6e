package io.jingling.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shares of counts at random: they sum to 100.0, each is a tenth at most beside the truth, and more is never less. */
class SharesPropertyTest {
    private static final long SEED = Long.getLong("jingling.seed", 20_261_129);

    @Test
    void sharesSumTo100EachWithinATenthAndInTheOrderOfCounts() {
        Random dice = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            List<Long> counts = counts(dice);
            long total = counts.stream().mapToLong(Long::longValue).sum();
            int[] tenths = Shares.tenths(counts);
            String where = "seed " + SEED + ", round " + round + ": " + counts + " → " + Arrays.toString(tenths);
            assertThat(Arrays.stream(tenths).sum()).as(where).isEqualTo(total == 0 ? 0 : Shares.WHOLE);
            for (int i = 0; i < tenths.length; i++) {
                double exact = total == 0 ? 0 : 1000.0 * counts.get(i) / total;
                assertThat(Math.abs(tenths[i] - exact)).as(where).isLessThan(1);
                for (int j = 0; j < tenths.length; j++) {
                    assertThat(counts.get(i) > counts.get(j) && tenths[i] < tenths[j])
                            .as(where)
                            .isFalse();
                }
            }
        }
    }

    private static List<Long> counts(Random dice) {
        List<Long> counts = new ArrayList<>();
        int size = 1 + dice.nextInt(24);
        for (int i = 0; i < size; i++) {
            counts.add(dice.nextInt(4) == 0 ? 0L : (long) dice.nextInt(1 + dice.nextInt(200_000)));
        }
        return counts;
    }
}

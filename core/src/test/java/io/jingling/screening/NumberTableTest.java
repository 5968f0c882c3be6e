package io.jingling.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTableTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void behavesLikeAHashMap(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NumberTable table = new NumberTable(0);
        Map<Long, Long> model = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            long key = 1 + random.nextLong(3_000);
            if (random.nextInt(3) == 0) {
                table.put(key, 0);
                model.remove(key);
            } else {
                long value = 1 + random.nextLong(Long.MAX_VALUE - 1);
                table.put(key, value);
                model.put(key, value);
            }
            long asked = 1 + random.nextLong(3_500);
            assertThat(table.get(asked)).as("seed %d, step %d", seed, i).isEqualTo(model.getOrDefault(asked, 0L));
        }
        assertThat(table.size()).isEqualTo(model.size());
        Map<Long, Long> seen = new HashMap<>();
        table.forEach(seen::put);
        assertThat(seen).isEqualTo(model);
    }

    @Test
    void whatIsThereStaysVisibleToReadersWhileTheTableGrows() throws InterruptedException {
        NumberTable table = new NumberTable(0);
        table.put(42, 4242);
        boolean[] missed = new boolean[1];
        Thread writer = new Thread(() -> {
            for (long key = 100; key < 400_000; key++) {
                table.put(key, key);
            }
        });
        writer.start();
        while (writer.isAlive()) {
            missed[0] |= table.get(42) != 4242;
        }
        writer.join();
        assertThat(missed[0]).isFalse();
        for (long key = 100; key < 400_000; key++) {
            assertThat(table.get(key)).isEqualTo(key);
        }
    }

    @Test
    void removingAndAddingForeverDoesNotGrowIt() {
        NumberTable table = new NumberTable(1_000);
        long before = table.bytes();
        for (long key = 1; key < 1_000_000; key++) {
            table.put(key, 7);
            table.put(key, 0);
        }
        assertThat(table.size()).isZero();
        assertThat(table.bytes()).isLessThanOrEqualTo(before);
    }
}

package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlabTest {
    private static final int WORDS = 5;

    @Test
    void everyKeyHasWordsOfItsOwnAsLongAsThereIsRoom() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            Slab slab = new Slab(WORDS, 20_000);
            Map<Long, Integer> naive = new HashMap<>();
            for (int i = 0; i < 30_000; i++) {
                long key = random.nextInt(15_000) * 0x1_0000_0001L;
                int entry = slab.claim(key, i);
                int word = slab.at(entry) + Slab.HEAD_WORDS;
                assertThat(slab.words(entry)[word]).as("seed %d", seed).isEqualTo(naive.getOrDefault(key, 0));
                slab.words(entry)[word] = i;
                naive.put(key, i);
            }
            assertThat(slab.size()).isEqualTo(naive.size());
            assertThat(slab.evicted()).isZero();
            assertThat(slab.find(-7)).isEqualTo(-1);
        }
    }

    @Test
    void whenItIsFullOneOfSixteenNeighboursGoesThatWasUsedTheLongestAgo() {
        Slab slab = new Slab(WORDS, Slab.LOOKED_AT);
        for (int key = 1; key <= Slab.LOOKED_AT; key++) {
            slab.claim(key, 100 + key);
        }
        slab.claim(1, 500);
        slab.claim(99, 501);
        assertThat(slab.find(2)).as("used the longest ago").isEqualTo(-1);
        assertThat(slab.find(1)).isNotNegative();
        assertThat(slab.find(99)).isNotNegative();
        assertThat(slab.evicted()).isEqualTo(1);
    }

    @Test
    void manyEvictionsLeaveEveryOtherKeyWhereItCanBeFound() {
        Random random = new Random(7);
        Slab slab = new Slab(WORDS, 1_000);
        long[] keyOf = new long[1_000];
        for (int i = 0; i < 100_000; i++) {
            long key = 1 + random.nextInt(5_000);
            boolean wasThere = slab.find(key) >= 0;
            int entry = slab.claim(key, i);
            int word = slab.at(entry) + Slab.HEAD_WORDS;
            if (!wasThere) {
                assertThat(slab.words(entry)[word])
                        .as("a new one begins with zeros")
                        .isZero();
            }
            slab.words(entry)[word] = (int) key;
            keyOf[entry] = key;
        }
        assertThat(slab.size()).isEqualTo(1_000);
        for (int entry = 0; entry < keyOf.length; entry++) {
            assertThat(slab.find(keyOf[entry])).isEqualTo(entry);
        }
    }

    @Test
    void absurdSizesAreRefused() {
        assertThatThrownBy(() -> new Slab(2, 100)).hasMessageContaining("got 2 words and 100 entries");
    }
}

package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the sketches may get wrong, and what never. */
class SketchesTest {
    private static final long DAY = 86_400_000;

    @Test
    void aPairIsKnownForAWeekAtLeastAndForTwoAtMost() {
        PairMemory pairs = new PairMemory(1_000);
        pairs.add(1, 2, 10 * DAY);
        assertThat(pairs.has(1, 2)).isTrue();
        assertThat(pairs.has(2, 1)).as("the order counts").isFalse();
        pairs.add(5, 6, 18 * DAY);
        assertThat(pairs.has(1, 2)).isTrue();
        pairs.add(7, 8, 26 * DAY);
        assertThat(pairs.has(1, 2)).isFalse();
        assertThat(pairs.has(5, 6)).isTrue();
        pairs.add(9, 10, 90 * DAY);
        assertThat(pairs.has(5, 6)).isFalse();
    }

    @Test
    void noPairIsEverMissedAndOneInAThousandIsTakenForKnown() {
        PairMemory pairs = new PairMemory(1 << 16);
        Random random = new Random(3);
        long[] callers = random.longs(60_000).toArray();
        for (long caller : callers) {
            pairs.add(caller, caller ^ 5, DAY);
        }
        int wrong = 0;
        for (long caller : callers) {
            assertThat(pairs.has(caller, caller ^ 5)).isTrue();
            wrong += pairs.has(caller, caller ^ 6) ? 1 : 0;
        }
        assertThat(wrong).isLessThan(callers.length / 500);
    }

    @Test
    void callsAreNeverCountedTooFewAndSeldomTooMany() {
        CallCounts counts = new CallCounts(1 << 14, DAY);
        Map<Long, Integer> naive = new HashMap<>();
        Random random = new Random(5);
        for (int i = 0; i < 30_000; i++) {
            long number = random.nextInt(10_000);
            counts.add(number, 5 * DAY + i);
            naive.merge(number, 1, Integer::sum);
        }
        int tooMany = 0;
        for (Map.Entry<Long, Integer> one : naive.entrySet()) {
            assertThat(counts.of(one.getKey())).isGreaterThanOrEqualTo(one.getValue());
            tooMany += counts.of(one.getKey()) > one.getValue() ? 1 : 0;
        }
        assertThat(tooMany).isLessThan(naive.size() / 20);
    }

    @Test
    void countsAreHalvedAfterEachPeriodAndStopAt255() {
        CallCounts counts = new CallCounts(1 << 10, DAY);
        for (int i = 0; i < 400; i++) {
            counts.add(1, 5 * DAY + i);
        }
        assertThat(counts.of(1)).isEqualTo(255);
        counts.add(2, 6 * DAY);
        assertThat(counts.of(1)).isEqualTo(127);
        counts.add(2, 60 * DAY);
        assertThat(counts.of(1)).isZero();
    }
}

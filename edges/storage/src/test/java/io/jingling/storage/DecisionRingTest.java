package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.jingling.domain.CallAttempt;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionRingTest {
    private final DecisionRing ring = new DecisionRing(1_000);

    @Test
    void whatIsAppendedIsDrainedInOrder() {
        long[] rows = new long[10 * DecisionRows.WIDTH];
        for (int round = 0; round < 1_000; round++) {
            append(round, 3);
            assertThat(ring.drain(rows)).isEqualTo(3);
            for (int i = 0; i < 3; i++) {
                assertThat(rows[i * DecisionRows.WIDTH + DecisionRows.CALL_ID]).isEqualTo(round * 3L + i);
            }
        }
        assertThat(ring.drain(rows)).isZero();
    }

    @Test
    void everyPartOfADecisionIsKept() {
        CallAttempt call = new CallAttempt(Numbers.mobile(1), Numbers.mobile(2), 3, true, 4);
        ring.append(call, 5, 6, 7);
        long[] row = new long[DecisionRows.WIDTH];
        assertThat(ring.drain(row)).isOne();
        assertThat(row)
                .containsExactly(3, Numbers.mobile(1).key(), Numbers.mobile(2).key(), 5, 4, 7, 6);
    }

    @Test
    void aFullRingCountsWhatItCannotTake() {
        append(0, 1_024);
        assertThat(ring.lost()).isZero();
        ring.append(call(7), 0, 0, 0);
        ring.append(call(8), 0, 0, 0);
        assertThat(ring.lost()).isEqualTo(2);
        assertThat(ring.drain(new long[DecisionRows.WIDTH])).isOne();
        ring.append(call(9), 0, 0, 0);
        assertThat(ring.lost()).isEqualTo(2);
    }

    @Test
    void noMoreIsDrainedThanFits() {
        append(0, 10);
        assertThat(ring.drain(new long[4 * DecisionRows.WIDTH])).isEqualTo(4);
        assertThat(ring.drain(new long[40 * DecisionRows.WIDTH])).isEqualTo(6);
    }

    /** Appenders that find it full lose what they have: seen and lost together are all. */
    @Test
    void manyAppendAtOnceAndEachIsDrainedOnce() throws InterruptedException {
        int each = 200_000;
        List<Thread> appenders = new ArrayList<>();
        for (int appender = 0; appender < 3; appender++) {
            int first = appender * each;
            appenders.add(Thread.ofPlatform().start(() -> appendAll(first, each)));
        }
        BitSet seen = new BitSet();
        long[] rows = new long[100 * DecisionRows.WIDTH];
        long drained = 0;
        while (drained + ring.lost() < 3L * each) {
            int count = ring.drain(rows);
            drained += count;
            for (int i = 0; i < count; i++) {
                int id = (int) rows[i * DecisionRows.WIDTH + DecisionRows.CALL_ID];
                assertThat(rows[i * DecisionRows.WIDTH + DecisionRows.VERDICT]).isEqualTo(-id);
                assertThat(seen.get(id)).isFalse();
                seen.set(id);
            }
        }
        for (Thread appender : appenders) {
            appender.join();
        }
        assertThat(ring.drain(rows)).isZero();
        assertThat(seen.cardinality()).isGreaterThanOrEqualTo(ring.capacity());
    }

    @Test
    void appendingMakesNoObjects() {
        CallAttempt call = call(1);
        ring.append(call, 0, 0, 0);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().threadId();
        threads.getThreadAllocatedBytes(self);
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < 5_000; i++) {
            ring.append(call, 0, 0, 0);
        }
        assertThat(threads.getThreadAllocatedBytes(self) - before).isLessThan(5_000);
    }

    private void appendAll(int first, int count) {
        for (int i = first; i < first + count; i++) {
            ring.append(call(i), -i, 0, 0);
        }
    }

    private void append(int round, int count) {
        for (int i = 0; i < count; i++) {
            ring.append(call(round * count + i), 0, 0, 0);
        }
    }

    private static CallAttempt call(int id) {
        return new CallAttempt(Numbers.mobile(1), Numbers.mobile(2), 0, false, id);
    }
}

package io.jingling.storage;

import io.jingling.domain.CallAttempt;
import io.jingling.platform.DecisionLog;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Holds decisions between the calls' threads and the journal's: many append, one drains.
 *
 * <p>Appending makes no object, takes no lock and never waits; where the ring is full it counts what is lost.
 */
final class DecisionRing implements DecisionLog {
    /*
     * A cell is eight longs, a cache line: a stamp and the decision. The stamp says whose turn it is: equal to
     * the position, an appender's; one more, the drainer's. An appender claims a position by moving the tail,
     * writes, and hands the cell over by its stamp; the drainer hands it back for the next time round.
     */
    private static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int CELL = 1 + DecisionRows.WIDTH;

    private final long[] cells;
    private final int mask;
    private final AtomicLong tail = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private long head;

    /** @param size how many decisions fit, rounded up to a power of two */
    DecisionRing(int size) {
        int capacity = Integer.highestOneBit(Math.max(2, size) - 1) << 1;
        cells = new long[capacity * CELL];
        mask = capacity - 1;
        for (int i = 0; i < capacity; i++) {
            cells[i * CELL] = i;
        }
    }

    @Override
    public void append(CallAttempt call, long verdict, int policyVersion, long listVersion) {
        long position = tail.get();
        // Bounded: each time round, another appender got in or the ring is full.
        while (true) {
            long turn = (long) CELLS.getAcquire(cells, cellOf(position)) - position;
            if (turn < 0) {
                lost.incrementAndGet();
                return;
            }
            if (turn == 0 && tail.compareAndSet(position, position + 1)) {
                break;
            }
            position = tail.get();
        }
        int cell = cellOf(position);
        int row = cell + 1;
        cells[row + DecisionRows.AT] = call.atMillis();
        cells[row + DecisionRows.CALLER] = call.caller().key();
        cells[row + DecisionRows.CALLEE] = call.callee().key();
        cells[row + DecisionRows.VERDICT] = verdict;
        cells[row + DecisionRows.CALL_ID] = call.callId();
        cells[row + DecisionRows.LIST_VERSION] = listVersion;
        cells[row + DecisionRows.POLICY_VERSION] = policyVersion;
        CELLS.setRelease(cells, cell, position + 1);
    }

    @Override
    public long lost() {
        return lost.get();
    }

    int capacity() {
        return mask + 1;
    }

    /** Moves what is there into {@code rows}, as much as fits; how many. One thread at a time. */
    int drain(long[] rows) {
        int most = rows.length / DecisionRows.WIDTH;
        int count = 0;
        while (count < most) {
            int cell = cellOf(head);
            if ((long) CELLS.getAcquire(cells, cell) != head + 1) {
                break;
            }
            System.arraycopy(cells, cell + 1, rows, count * DecisionRows.WIDTH, DecisionRows.WIDTH);
            CELLS.setRelease(cells, cell, head + mask + 1);
            head++;
            count++;
        }
        return count;
    }

    private int cellOf(long position) {
        return ((int) position & mask) * CELL;
    }
}

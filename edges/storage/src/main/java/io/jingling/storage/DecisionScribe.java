package io.jingling.storage;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that moves decisions from the ring to the journal, at least ten times a second.
 *
 * <p>Where the journal fails or is full it leaves them in the ring, which counts what it cannot take.
 */
final class DecisionScribe implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DecisionScribe.class.getName());
    private static final long PAUSE_NANOS = 80_000_000;
    private static final long PAUSE_AFTER_FAILURE_NANOS = 500_000_000;
    private static final int DECISIONS_AT_ONCE_MAX = 1 << 15;
    private static final long CLOSE_MILLIS_MAX = 5_000;

    private final DecisionRing ring;
    private final Journal journal;
    private final NewestDecisions newest;
    private final InstantSource clock;
    private final AtomicLong failures = new AtomicLong();
    private final long[] rows;
    // How many of the rows came from the ring and are not the journal's yet.
    private int drained;
    private final Thread thread;
    private volatile boolean closing;

    DecisionScribe(DecisionRing ring, Journal journal, NewestDecisions newest, InstantSource clock) {
        this.ring = ring;
        this.journal = journal;
        this.newest = newest;
        this.clock = clock;
        this.rows = new long[Math.min(ring.capacity(), DECISIONS_AT_ONCE_MAX) * DecisionRows.WIDTH];
        this.thread = Thread.ofPlatform().daemon().name("decision-journal").start(this::run);
    }

    /** How often writing failed. */
    long failures() {
        return failures.get();
    }

    /** False where the thread has ended. */
    boolean isRunning() {
        return thread.isAlive();
    }

    /** Makes durable what is in the ring, where the journal takes it, and ends the thread. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_MILLIS_MAX);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing) {
            if (!isMore(step())) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        while (isMore(step())) {
            // Until the ring is empty or the journal fails; nobody appends any more.
        }
        step();
        try {
            journal.writer().end();
        } catch (IOException failure) {
            failed(failure);
        }
    }

    private boolean isMore(int moved) {
        return moved > ring.capacity() / 4;
    }

    /** Moves what is there; how many. */
    private int step() {
        try {
            long now = clock.millis();
            journal.writer().flush(now);
            if (journal.segments().isFull()) {
                journal.writer().end();
                return 0;
            }
            if (drained == 0) {
                drained = ring.drain(rows);
            }
            if (drained == 0) {
                journal.writer().endOld(now);
                return 0;
            }
            List<DecisionBlock> blocks = journal.writer().take(rows, drained, now);
            int count = drained;
            drained = 0;
            blocks.forEach(newest::add);
            journal.writer().flush(now);
            return count;
        } catch (IOException | RuntimeException | Error failure) {
            failed(failure);
            return 0;
        }
    }

    private void failed(Throwable failure) {
        if (failures.getAndIncrement() % 100 == 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "journal of decisions: got a failure (" + Storage.root(failure) + "), want it written");
        }
        if (!closing) {
            LockSupport.parkNanos(PAUSE_AFTER_FAILURE_NANOS);
        }
    }
}

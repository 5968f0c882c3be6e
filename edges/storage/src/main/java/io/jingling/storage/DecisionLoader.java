package io.jingling.storage;

import io.jingling.platform.StoreFailure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that moves decisions from the journal to the database, each exactly once and in order; those other than pass
 * into evidence first.
 *
 * <p>Where the database or the evidence log is away it waits and tries again; the journal grows meanwhile. It never takes more
 * of them a second than it may, so that catching up leaves the processors to the calls.
 */
final class DecisionLoader implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DecisionLoader.class.getName());
    /** Under a hundred thousand decisions. */
    private static final int BATCH_BYTES_MAX = 4 << 20;

    private static final int BATCH_BYTES_MIN = 1 << 16;
    private static final long BYTES_A_DECISION = DecisionRows.WIDTH * Long.BYTES;
    /** Larger batches are cheaper by the decision; the newest are in memory meanwhile. */
    private static final long PAUSE_NANOS = 1_000_000_000;

    private static final long RETRY_NANOS = 500_000_000;
    private static final long CLOSE_MILLIS_MAX = 5_000;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final Database database;
    private final DecisionTables tables;
    private final Journal journal;
    private final int decisionsPerSecondMax;
    private final int batchBytes;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    // Read from the journal and not in the database yet.
    private List<byte[]> waiting = List.of();
    private final DecisionBatch batch;
    private final DecisionTestimony testimony;
    private final Thread thread;
    private volatile boolean closing;

    DecisionLoader(
            Database database,
            DecisionTables tables,
            Journal journal,
            DecisionTestimony testimony,
            int decisionsPerSecondMax) {
        this.database = database;
        this.tables = tables;
        this.journal = journal;
        this.decisionsPerSecondMax = decisionsPerSecondMax;
        this.batchBytes = Math.clamp(decisionsPerSecondMax * BYTES_A_DECISION, BATCH_BYTES_MIN, BATCH_BYTES_MAX);
        this.batch = tables.batch();
        this.testimony = testimony;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("decision-loader")
                .priority(Thread.MIN_PRIORITY)
                .start(this::run);
    }

    /** How many decisions this process has put in the database. */
    long written() {
        return written.get();
    }

    /** How often that failed. */
    long failures() {
        return failures.get();
    }

    /** False where the thread has ended. */
    boolean isRunning() {
        return thread.isAlive();
    }

    /** Ends the thread. What is not in the database by then stays in the journal. */
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
        boolean last = false;
        // Once more after being told to close: what was drained until then goes in too.
        while (!last) {
            last = closing;
            try {
                step();
            } catch (IOException | RuntimeException | Error failure) {
                failed(failure);
            }
        }
    }

    private void step() throws IOException {
        if (waiting.isEmpty()) {
            waiting = journal.reader().next(batchBytes);
        }
        if (waiting.isEmpty()) {
            journal.reader().release();
            database.probe();
            pause(PAUSE_NANOS);
            return;
        }
        long start = System.nanoTime();
        long before = written.get();
        if (!writeWaiting()) {
            return;
        }
        waiting = List.of();
        journal.reader().release();
        long share = (written.get() - before) * SECOND_NANOS / decisionsPerSecondMax;
        pause(start + Math.max(share, PAUSE_NANOS) - System.nanoTime());
    }

    /** True where all of it is in the database. */
    private boolean writeWaiting() {
        clear();
        for (byte[] frame : waiting) {
            Optional<DecisionBlock> block = tables.open(frame);
            if (block.isEmpty()) {
                continue;
            }
            if (!batch.takes(block.get())) {
                if (!write()) {
                    return false;
                }
                clear();
            }
            batch.add(block.get(), frame);
            testimony.add(block.get());
        }
        return batch.decisions() == 0 || write();
    }

    private void clear() {
        batch.clear();
        testimony.clear();
    }

    /** Writes the batch: tries until it is done (then true) or the process ends. */
    private boolean write() {
        // Bounded by the process's end: what is not written yet stays in the journal.
        while (true) {
            try {
                testimony.keep();
                tables.write(batch);
                written.addAndGet(batch.decisions());
                return true;
            } catch (StoreFailure failure) {
                failed(failure);
                if (closing) {
                    return false;
                }
            }
        }
    }

    private void failed(Throwable failure) {
        if (failures.getAndIncrement() % 100 == 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "decisions: got no way into the database (" + Storage.root(failure)
                            + "), want one; they stay in the journal");
        }
        pause(RETRY_NANOS);
    }

    private void pause(long nanos) {
        if (nanos > 0 && !closing) {
            LockSupport.parkNanos(nanos);
        }
    }
}

package io.jingling.storage;

import io.jingling.evidence.Entry;
import io.jingling.evidence.EvidenceLog;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.platform.StoreFailure;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets many threads append to one log: whatever has come while a batch was made durable is the next batch.
 *
 * <p>After a failure nobody knows what is on the disk, so the log is read back before the next batch; where that fails too
 * the batch is refused, and the next one tries again. So a disk that was full goes on by itself once there is space.
 */
final class LogQueue {
    private static final System.Logger LOG = System.getLogger(LogQueue.class.getName());
    private static final int WAITING_MAX = 4096;
    private static final long QUEUE_SECONDS_MAX = 10;
    private static final long DURABLE_SECONDS_MAX = 60;
    private static final long IDLE_MILLIS = 200;
    /** How long what is durable may wait to be published while more comes. */
    private static final long PUBLISH_NANOS = 20_000_000;

    private final LogFiles files;
    private final LogTerms terms;
    private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    /** Taken from those that wait, and for the next batches; the log's thread alone looks here. */
    private final Deque<Batch> taken = new ArrayDeque<>();

    private final Thread thread;
    private Optional<LogWriter> writer;
    private long publishedAt = System.nanoTime() - PUBLISH_NANOS;
    private volatile SignedCheckpoint newest;
    private volatile SignedCheckpoint published;
    private volatile boolean closing;

    /** What one thread appends; without entries, it waits for them to be published. */
    private record Batch(List<Entry> entries, CompletableFuture<Durable> answer) {}

    /**
     * Where entries are, durably.
     *
     * @param first the index of the first of them
     * @param checkpoint the first that covers them
     */
    record Durable(long first, SignedCheckpoint checkpoint) {}

    LogQueue(LogFiles files, LogTerms terms) throws IOException {
        this.files = files;
        this.terms = terms;
        LogWriter opened = LogRecovery.open(files, terms);
        this.writer = Optional.of(opened);
        this.newest = opened.newest();
        this.published = opened.published();
        this.thread = Thread.ofPlatform().daemon().name("evidence-log").start(this::run);
    }

    /** Published, and covers every entry that was acknowledged before the call. */
    SignedCheckpoint published() {
        SignedCheckpoint wanted = newest;
        SignedCheckpoint found = published;
        if (found.head().size() < wanted.head().size()) {
            append(List.of());
            found = published;
        }
        return found;
    }

    Durable append(List<Entry> entries) {
        Batch batch = new Batch(entries, new CompletableFuture<>());
        try {
            if (closing || !waiting.offer(batch, QUEUE_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw failure(new IOException("queue: got " + WAITING_MAX + " batches waiting or a log that is closed,"
                        + " want room within " + QUEUE_SECONDS_MAX + " s"));
            }
            return batch.answer().get(DURABLE_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } catch (TimeoutException late) {
            throw failure(late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failure(stopped);
        }
    }

    /** Without waiting: fails at once where too much waits. */
    CompletableFuture<Durable> later(List<Entry> entries) {
        Batch batch = new Batch(entries, new CompletableFuture<>());
        if (closing || !waiting.offer(batch)) {
            batch.answer()
                    .completeExceptionally(new IOException(
                            "queue: got " + WAITING_MAX + " batches waiting or a log that is closed, want room"));
        }
        return batch.answer();
    }

    /** How many batches wait. */
    int waiting() {
        return waiting.size();
    }

    private static StoreFailure failure(Throwable cause) {
        return new StoreFailure("evidence", cause);
    }

    /** Makes durable what waits, and ends the thread. */
    void close() {
        closing = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(DURABLE_SECONDS_MAX));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            // One look more after closing: whoever saw it open may have come in between.
            for (boolean last = false; !last; ) {
                last = closing;
                Optional<Batch> first = Optional.ofNullable(
                        taken.isEmpty() ? waiting.poll(last ? 0 : patience(), TimeUnit.NANOSECONDS) : taken.poll());
                if (first.isPresent()) {
                    last = false;
                    commit(gather(first.get()));
                }
                if (patience() <= 0) {
                    publish();
                }
            }
            if (writer.isPresent()) {
                writer.get().settle();
                published = writer.get().published();
                writer.get().close();
            }
        } catch (InterruptedException stopped) {
            closing = true;
        } catch (IOException failure) {
            failed(failure);
        }
    }

    /** How long there is nothing to publish, in nanoseconds. */
    private long patience() {
        boolean behind = writer.isPresent() && writer.get().isBehind();
        return behind ? publishedAt + PUBLISH_NANOS - System.nanoTime() : TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS);
    }

    private void publish() {
        try {
            LogWriter open = open();
            if (open.isLong()) {
                open.settle();
            } else {
                open.publish();
            }
            publishedAt = System.nanoTime();
            published = open.published();
        } catch (IOException | RuntimeException failure) {
            failed(failure);
        }
    }

    private List<Batch> gather(Batch first) {
        taken.addFirst(first);
        if (taken.size() == 1) {
            waiting.drainTo(taken);
        }
        List<Batch> batches = new ArrayList<>();
        int entries = 0;
        while (!taken.isEmpty() && entries + taken.peek().entries().size() <= EvidenceLog.ENTRIES_AT_ONCE_MAX) {
            entries += taken.peek().entries().size();
            batches.add(taken.poll());
        }
        return batches;
    }

    private void commit(List<Batch> batches) {
        try {
            LogWriter open = open();
            List<byte[]> entries = new ArrayList<>();
            batches.forEach(batch -> batch.entries().forEach(entry -> entries.add(entry.bytes())));
            long first = open.newest().head().size();
            if (!entries.isEmpty()) {
                newest = open.commit(entries);
            }
            if (batches.stream().anyMatch(batch -> batch.entries().isEmpty())) {
                open.publish();
                published = open.published();
            }
            for (Batch batch : batches) {
                batch.answer().complete(new Durable(first, newest));
                first += batch.entries().size();
            }
        } catch (IOException | RuntimeException | Error failure) {
            failed(failure);
            batches.forEach(batch -> batch.answer().completeExceptionally(failure));
        }
    }

    private LogWriter open() throws IOException {
        if (writer.isEmpty()) {
            LogWriter again = LogRecovery.open(files, terms);
            writer = Optional.of(again);
            newest = again.newest();
            published = again.published();
            LOG.log(
                    System.Logger.Level.INFO,
                    "evidence log: read back, goes on at " + newest.head().size());
        }
        return writer.get();
    }

    private void failed(Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, "evidence log: got a failure (" + failure + "), want it written", failure);
        Optional<LogWriter> broken = writer;
        writer = Optional.empty();
        try {
            if (broken.isPresent()) {
                broken.get().close();
            }
        } catch (IOException alsoFailed) {
            // What was durable is read back.
        }
    }
}

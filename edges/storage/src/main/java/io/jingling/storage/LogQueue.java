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
 * Lets many threads append to one log: whatever has come while a batch was made durable is the next batch. Nothing else is done
 * between a batch and its receipts: {@link LogPublisher} does it beside.
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
    /** How soon it is looked again whether what was handed over is published. */
    private static final long AGAIN_NANOS = 1_000_000;

    private final LogFiles files;
    private final LogTerms terms;
    private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    /** Taken from those that wait, and for the next batches; the log's thread alone looks here. */
    private final Deque<Batch> taken = new ArrayDeque<>();

    private final Thread thread;
    private Optional<Opened> opened;
    private long handedOverAt = System.nanoTime() - PUBLISH_NANOS;
    private volatile SignedCheckpoint newest;
    private volatile SignedCheckpoint published;
    private volatile boolean closing;

    /** What one thread appends; without entries, it waits for them to be published. */
    private record Batch(List<Entry> entries, CompletableFuture<Durable> answer) {}

    /** A log from when it was read back until something fails, and what is done beside the log's thread. */
    private static final class Opened {
        private final LogWriter writer;
        private final LogPublisher publisher;
        private CompletableFuture<LogShelf> publishing;
        private Optional<CompletableFuture<LogShelf.Settling>> settling = Optional.empty();

        Opened(LogFiles files, LogWriter writer) {
            this.writer = writer;
            this.publisher = new LogPublisher(files, writer.shelf());
            this.publishing = CompletableFuture.completedFuture(writer.shelf());
        }
    }

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
        this.opened = Optional.of(read());
        this.thread = Thread.ofPlatform().daemon().name("evidence-log").start(this::run);
    }

    private Opened read() throws IOException {
        LogWriter writer = LogRecovery.open(files, terms);
        newest = writer.newest();
        published = writer.shelf().published();
        return new Opened(files, writer);
    }

    /** Published, and covers every entry that was acknowledged before the call. */
    SignedCheckpoint published() {
        SignedCheckpoint found = published;
        return found.head().size() < newest.head().size() ? append(List.of()).checkpoint() : found;
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
                lookBeside();
            }
            if (opened.isPresent()) {
                finish(opened.get());
            }
        } catch (InterruptedException stopped) {
            closing = true;
        } catch (IOException | RuntimeException failure) {
            failed(failure);
        }
    }

    /** How long there is nothing to hand over, in nanoseconds. */
    private long patience() {
        boolean behind = opened.isPresent() && opened.get().writer.isBehind();
        long idle = TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS);
        return behind ? Math.max(AGAIN_NANOS, handedOverAt + PUBLISH_NANOS - System.nanoTime()) : idle;
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
            Opened open = open();
            List<byte[]> entries = new ArrayList<>();
            batches.forEach(batch -> batch.entries().forEach(entry -> entries.add(entry.bytes())));
            long first = open.writer.newest().head().size();
            if (!entries.isEmpty()) {
                newest = open.writer.commit(entries);
            }
            for (Batch batch : batches) {
                if (batch.entries().isEmpty()) {
                    answerWhenPublished(open, batch);
                } else {
                    batch.answer().complete(new Durable(first, newest));
                    first += batch.entries().size();
                }
            }
        } catch (IOException | RuntimeException | Error failure) {
            failed(failure);
            batches.forEach(batch -> batch.answer().completeExceptionally(failure));
        }
    }

    private void answerWhenPublished(Opened open, Batch batch) {
        handOver(open);
        open.publishing.whenComplete((shelf, failure) -> {
            if (failure == null) {
                SignedCheckpoint now = shelf.published();
                batch.answer().complete(new Durable(now.head().size(), now));
            } else {
                batch.answer().completeExceptionally(failure);
            }
        });
    }

    private void handOver(Opened open) {
        handedOverAt = System.nanoTime();
        open.writer.handOver();
        open.publishing = open.publisher.publish().whenComplete((shelf, failure) -> {
            if (failure == null) {
                published = shelf.published();
            }
        });
    }

    /** Hands over what is due, and goes on to a new journal where the tiles are durable. Fails where what is done beside did. */
    private void lookBeside() {
        try {
            if (opened.isPresent()) {
                look(opened.get());
            }
        } catch (IOException | RuntimeException failure) {
            failed(failure);
        }
    }

    private void look(Opened open) throws IOException {
        boolean due = System.nanoTime() - handedOverAt >= PUBLISH_NANOS;
        if (open.writer.isBehind() && due && open.publishing.isDone()) {
            open.publishing.join();
            handOver(open);
        }
        if (open.settling.isEmpty() && open.writer.isLong()) {
            open.writer.keep();
            handOver(open);
            open.settling = Optional.of(open.publisher.settle(open.publishing));
        }
        if (open.settling.isPresent() && (open.settling.get().isDone() || open.writer.isTooLong())) {
            open.writer.beginJournal(open.settling.get().join().checkpoint());
            open.settling = Optional.empty();
        }
    }

    private void finish(Opened open) throws IOException {
        open.settling.ifPresent(CompletableFuture::join);
        open.publishing.join();
        open.publisher.close();
        open.writer.settle();
        published = open.writer.shelf().published();
        open.writer.close();
    }

    private Opened open() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(read());
            LOG.log(
                    System.Logger.Level.INFO,
                    "evidence log: read back, goes on at " + newest.head().size());
        }
        return opened.get();
    }

    private void failed(Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, "evidence log: got a failure (" + failure + "), want it written", failure);
        Optional<Opened> broken = opened;
        opened = Optional.empty();
        try {
            if (broken.isPresent()) {
                broken.get().publisher.close();
                broken.get().writer.close();
            }
        } catch (IOException alsoFailed) {
            // What was durable is read back.
        }
    }
}

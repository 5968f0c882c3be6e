package io.jingling.storage;

import io.jingling.evidence.Entry;
import io.jingling.evidence.Receipt;
import io.jingling.platform.StoreFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes openings to the database and their entries to the log, many at once: whatever has come while some were made durable
 * is taken next.
 *
 * <p>The opening is durable before its entry: an opening without an entry opens nothing, an entry without its opening would
 * be evidence of nothing. While the log takes some entries the database takes the next openings.
 */
final class EvidenceQueue implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EvidenceQueue.class.getName());
    private static final int WAITING_MAX = 4096;
    /** Of openings in one transaction, some; a batch of decisions is up to 400 kB. */
    private static final int ROWS_AT_ONCE_MAX = 1024;

    private static final long QUEUE_SECONDS_MAX = 10;
    private static final long DURABLE_SECONDS_MAX = 60;
    private static final long IDLE_MILLIS = 200;

    private final OpeningTable openings;
    private final EvidenceFolder folder;
    private final EvidencePlaces places;
    private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Thread thread;
    /** What the log is taking. */
    private CompletableFuture<List<Receipt>> appending = CompletableFuture.completedFuture(List.of());

    private volatile boolean closing;

    private record Batch(List<OpeningTable.Row> rows, CompletableFuture<List<Receipt>> answer) {}

    EvidenceQueue(OpeningTable openings, EvidenceFolder folder, EvidencePlaces places) {
        this.openings = openings;
        this.folder = folder;
        this.places = places;
        this.thread = Thread.ofPlatform().daemon().name("evidence-openings").start(this::run);
    }

    /** Waits until all are durable. */
    List<Receipt> keep(List<OpeningTable.Row> rows) {
        List<Receipt> receipts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE_MAX) {
            receipts.addAll(keepSome(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE_MAX))));
        }
        return List.copyOf(receipts);
    }

    private List<Receipt> keepSome(List<OpeningTable.Row> rows) {
        Batch batch = new Batch(rows, new CompletableFuture<>());
        try {
            if (closing || !waiting.offer(batch, QUEUE_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw full();
            }
            return batch.answer().get(DURABLE_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof StoreFailure known
                    ? known
                    : new StoreFailure("evidence", failed.getCause());
        } catch (TimeoutException late) {
            throw new StoreFailure("evidence", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreFailure("evidence", stopped);
        }
    }

    /** Without waiting; fails at once where too much waits. */
    CompletableFuture<List<Receipt>> later(List<OpeningTable.Row> rows) {
        Batch batch = new Batch(rows, new CompletableFuture<>());
        if (closing || !waiting.offer(batch)) {
            batch.answer().completeExceptionally(full());
        }
        return batch.answer();
    }

    private static StoreFailure full() {
        return new StoreFailure(
                "evidence",
                new IOException("queue: got " + WAITING_MAX + " waiting or a log that is closed, want room"));
    }

    int waiting() {
        return waiting.size();
    }

    private void run() {
        try {
            // One look more after closing: whoever saw it open may have come in between.
            for (boolean last = false; !last; ) {
                last = closing;
                Optional<Batch> first =
                        Optional.ofNullable(waiting.poll(last ? 0 : IDLE_MILLIS, TimeUnit.MILLISECONDS));
                if (first.isPresent()) {
                    last = false;
                    take(gather(first.get()));
                } else {
                    places.add(awaitAppended());
                }
            }
        } catch (InterruptedException stopped) {
            closing = true;
        }
    }

    private List<Batch> gather(Batch first) {
        List<Batch> batches = new ArrayList<>(List.of(first));
        int rows = first.rows().size();
        Optional<Batch> next = Optional.ofNullable(waiting.peek());
        while (next.isPresent() && rows + next.get().rows().size() <= ROWS_AT_ONCE_MAX) {
            batches.add(waiting.remove());
            rows += next.get().rows().size();
            next = Optional.ofNullable(waiting.peek());
        }
        return batches;
    }

    private void take(List<Batch> batches) throws InterruptedException {
        try {
            List<OpeningTable.Row> rows = new ArrayList<>();
            batches.forEach(batch -> rows.addAll(batch.rows()));
            openings.save(rows);
            List<Entry> entries = rows.stream()
                    .map(row -> row.opening().opening(row.kind()).entry())
                    .toList();
            places.add(awaitAppended());
            appending =
                    folder.appendLater(entries).whenComplete((receipts, failure) -> answer(batches, receipts, failure));
        } catch (RuntimeException | Error failure) {
            answer(batches, List.of(), failure);
        }
    }

    private static void answer(List<Batch> batches, List<Receipt> receipts, Throwable failure) {
        if (failure != null) {
            LOG.log(System.Logger.Level.ERROR, "evidence: got a failure (" + failure + "), want it kept", failure);
            batches.forEach(batch -> batch.answer().completeExceptionally(failure));
            return;
        }
        int from = 0;
        for (Batch batch : batches) {
            int to = from + batch.rows().size();
            batch.answer().complete(receipts.subList(from, to));
            from = to;
        }
    }

    /** What the log has taken since this was last asked; none where that failed, as was answered already. */
    private List<Receipt> awaitAppended() {
        CompletableFuture<List<Receipt>> before = appending;
        appending = CompletableFuture.completedFuture(List.of());
        return before.exceptionally(failed -> List.of()).join();
    }

    /** Takes what waits, and ends the thread. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(DURABLE_SECONDS_MAX));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

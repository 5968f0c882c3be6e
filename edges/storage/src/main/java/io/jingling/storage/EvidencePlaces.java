package io.jingling.storage;

import io.jingling.evidence.EvidenceLog;
import io.jingling.evidence.Receipt;
import io.jingling.platform.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Tells the table of openings where their entries are in the log: once a second, as nobody waits for it. What a crash takes back
 * of it is told again at the next start.
 */
final class EvidencePlaces implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EvidencePlaces.class.getName());
    private static final int WAITING_MAX = 1 << 16;
    private static final long EVERY_SECONDS = 1;
    private static final long CLOSE_SECONDS_MAX = 60;

    private final OpeningTable openings;
    private final BlockingQueue<Receipt> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    /** Taken from those that wait, and not known to be in the table. */
    private final List<Receipt> untold = new ArrayList<>();

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private EvidencePlaces(OpeningTable openings) {
        this.openings = openings;
        this.thread = Thread.ofPlatform().daemon().name("evidence-places").start(this::run);
    }

    /** Tells of all that the log has and the table does not know, and goes on by itself. */
    static EvidencePlaces open(EvidenceLog log, OpeningTable openings) {
        long size = log.checkpoint().head().size();
        long next = openings.placed() + 1;
        while (next < size) {
            long end = Math.min(size, next + EvidenceLog.ENTRIES_AT_ONCE_MAX);
            List<Long> places = LongStream.range(next, end).boxed().toList();
            openings.place(places.stream().map(place -> log.entry(place).leaf()).toList(), places);
            next = end;
        }
        return new EvidencePlaces(openings);
    }

    /** Waits where the database has not taken any for long. */
    void add(List<Receipt> receipts) throws InterruptedException {
        for (Receipt receipt : receipts) {
            waiting.put(receipt);
        }
    }

    private void run() {
        try {
            while (!closing.await(EVERY_SECONDS, TimeUnit.SECONDS)) {
                tell();
            }
        } catch (InterruptedException stopped) {
            // Told at the next start.
        }
        tell();
    }

    private void tell() {
        if (untold.isEmpty()) {
            waiting.drainTo(untold);
        }
        if (untold.isEmpty()) {
            return;
        }
        try {
            openings.place(
                    untold.stream().map(Receipt::leaf).toList(),
                    untold.stream().map(Receipt::index).toList());
            untold.clear();
        } catch (StoreFailure away) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "evidence: got " + Storage.root(away) + ", want it told where entries are; tried again");
        }
    }

    /** Tells what waits. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS_MAX));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

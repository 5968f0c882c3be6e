package io.jingling.http;

import io.jingling.http.RowFile.BadRow;
import io.jingling.platform.StoreFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Takes a file in batches while it arrives, so that a million rows need the memory of one batch. What
 * was taken stays, whatever comes after.
 *
 * @param <T> what a row says
 */
final class Import<T> {
    static final int BATCH = 10_000;
    /** All of a batch, so that its sender need not look for them. */
    static final int REJECTS_SHOWN = BATCH;

    static final int AT_ONCE = 4;

    private static final Semaphore PLACES = new Semaphore(AT_ONCE);

    private final Function<List<Line<T>>, List<BadRow>> save;
    private final List<Line<T>> batch = new ArrayList<>();
    private final List<BadRow> rejects = new ArrayList<>();
    private long accepted;
    private long rejected;

    /** A row and where it was. */
    record Line<T>(long number, T row) {}

    private Import(Function<List<Line<T>>, List<BadRow>> save) {
        this.save = save;
    }

    /**
     * Reads the whole file.
     *
     * @param save makes a batch durable and in force; returns those rows that it had to leave out
     */
    static <T> Imported run(RowFile<T> file, InputStream body, Function<List<Line<T>>, List<BadRow>> save) {
        if (!PLACES.tryAcquire()) {
            throw Refused.busy("imports", AT_ONCE);
        }
        try {
            return new Import<>(save).read(file, body);
        } finally {
            PLACES.release();
        }
    }

    private Imported read(RowFile<T> file, InputStream body) {
        try {
            file.read(body, new Taking());
            saveBatch();
            return new Imported(accepted, rejected, List.copyOf(rejects));
        } catch (StoreFailure away) {
            throw new ImportBroken(Problem.storeAwayAfter(accepted), accepted, rejected);
        } catch (IOException gone) {
            throw new ImportBroken(
                    Problem.of(400, "broken-off", "Broken off", "the sender broke off"), accepted, rejected);
        }
    }

    private void saveBatch() {
        if (!batch.isEmpty()) {
            List<BadRow> leftOut = save.apply(batch);
            accepted += batch.size() - leftOut.size();
            leftOut.forEach(this::reject);
            batch.clear();
        }
    }

    private void reject(BadRow why) {
        rejected++;
        if (rejects.size() < REJECTS_SHOWN) {
            rejects.add(why);
        }
    }

    private final class Taking implements RowFile.Rows<T> {
        @Override
        public void good(long line, T row) {
            batch.add(new Line<>(line, row));
            if (batch.size() == BATCH) {
                saveBatch();
            }
        }

        @Override
        public void bad(BadRow why) {
            reject(why);
        }
    }
}

package io.jingling.storage;

import io.jingling.platform.StoreFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads a whole table as a stream and opens its rows on all processors. Rows are handed over on the thread
 * that asks, in any order; at most some thousands are in memory.
 *
 * @param <T> what a row becomes
 */
final class ParallelScan<T> {
    private static final int BATCH = 2_048;
    private static final int BATCHES_AHEAD = 8;
    private static final int SIGNATURE_AND_HEADER = 19;

    private final Database database;
    private final String port;
    private final String copyStatement;
    private final Function<Fields, T> opening;

    /**
     * @param copyStatement a COPY … TO STDOUT in binary form
     * @param opening makes something of a row's fields, in their order
     */
    ParallelScan(Database database, String port, String copyStatement, Function<Fields, T> opening) {
        this.database = database;
        this.port = port;
        this.copyStatement = copyStatement;
        this.opening = opening;
    }

    void forEach(Consumer<T> taker) {
        int processors = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
        try (ExecutorService openers = Executors.newFixedThreadPool(
                processors,
                Thread.ofPlatform().daemon().name("storage-scan-", 0).factory())) {
            database.upkeep(port, connection -> {
                CopyOut copy =
                        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copyStatement);
                try {
                    read(copy, openers, taker);
                } finally {
                    if (copy.isActive()) {
                        copy.cancelCopy();
                    }
                }
                return taker;
            });
        }
    }

    private void read(CopyOut copy, ExecutorService openers, Consumer<T> taker) throws SQLException {
        Deque<Future<List<T>>> ahead = new ArrayDeque<>();
        List<byte[]> batch = new ArrayList<>(BATCH);
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            batch.add(row);
            if (batch.size() == BATCH) {
                ahead.add(submit(openers, batch));
                batch = new ArrayList<>(BATCH);
                if (ahead.size() == BATCHES_AHEAD) {
                    taken(ahead.remove()).forEach(taker);
                }
            }
        }
        ahead.add(submit(openers, batch));
        while (!ahead.isEmpty()) {
            taken(ahead.remove()).forEach(taker);
        }
    }

    private Future<List<T>> submit(ExecutorService openers, List<byte[]> rows) {
        return openers.submit(() -> {
            List<T> opened = new ArrayList<>(rows.size());
            for (byte[] row : rows) {
                Fields fields = new Fields(row);
                if (fields.isRow()) {
                    opened.add(opening.apply(fields));
                }
            }
            return opened;
        });
    }

    private List<T> taken(Future<List<T>> batch) {
        try {
            return batch.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreFailure(port, stopped);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof StoreFailure known ? known : new StoreFailure(port, failure.getCause());
        }
    }

    /** The fields of a row, taken one after the other. None of them may be null. */
    static final class Fields {
        private final ByteBuffer row;
        private final int count;

        private Fields(byte[] message) {
            row = ByteBuffer.wrap(message);
            // The first message begins with the signature, whose first bytes are no count of fields.
            if (message.length >= SIGNATURE_AND_HEADER && message[0] == 'P') {
                row.position(SIGNATURE_AND_HEADER);
            }
            count = row.remaining() >= 2 ? row.getShort() : -1;
        }

        private boolean isRow() {
            return count > 0;
        }

        UUID uuid() {
            row.getInt();
            return new UUID(row.getLong(), row.getLong());
        }

        byte[] bytea() {
            byte[] bytes = new byte[row.getInt()];
            row.get(bytes);
            return bytes;
        }

        String text() {
            return new String(bytea(), StandardCharsets.UTF_8);
        }

        int int4() {
            row.getInt();
            return row.getInt();
        }

        Instant time() {
            row.getInt();
            return BinaryCopy.timeOf(row.getLong());
        }
    }
}

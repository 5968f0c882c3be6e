package io.jingling.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Works beside the log's thread: one thread publishes what was handed over to the shelf, another makes it durable in tiles, so that
 * no append waits for either.
 */
final class LogPublisher implements AutoCloseable {
    private final LogFiles files;
    private final LogShelf shelf;
    private final ExecutorService publishing = thread("evidence-tiles");
    private final ExecutorService syncing = thread("evidence-sync");

    LogPublisher(LogFiles files, LogShelf shelf) {
        this.files = files;
        this.shelf = shelf;
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    private interface Work<T> {
        T done() throws IOException;
    }

    private static <T> T unchecked(Work<T> work) {
        try {
            return work.done();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Done when everybody can read what is on the shelf now. */
    CompletableFuture<LogShelf> publish() {
        return CompletableFuture.supplyAsync(
                () -> unchecked(() -> {
                    shelf.publish();
                    return shelf;
                }),
                publishing);
    }

    /** Done when what that published, and maybe more, is durable in tiles. */
    CompletableFuture<LogShelf.Settling> settle(CompletableFuture<LogShelf> published) {
        return published
                .thenApplyAsync(LogShelf::settling, publishing)
                .thenApplyAsync(
                        settling -> unchecked(() -> {
                            settling.run(files);
                            return settling;
                        }),
                        syncing)
                .thenApplyAsync(
                        settling -> {
                            shelf.settled(settling);
                            return settling;
                        },
                        publishing);
    }

    /** Waits for what is under way; nothing is written after it. */
    @Override
    public void close() {
        syncing.close();
        publishing.close();
    }
}

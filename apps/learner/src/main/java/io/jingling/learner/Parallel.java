package io.jingling.learner;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;

/** Reads towns side by side, and puts together what came of them in their order, so that the result is the same. */
final class Parallel {
    private static final int AT_ONCE = Math.min(4, Runtime.getRuntime().availableProcessors());

    private Parallel() {}

    /** What is done with a town. */
    interface Reading<R> {
        R of(Town town) throws IOException;
    }

    /**
     * All towns put together.
     *
     * @param absorb adds the second to the first
     * @throws IOException where a town cannot be read
     */
    static <R> R reduce(List<Town> towns, Reading<R> reading, BiConsumer<R, R> absorb) throws IOException {
        // No more than are read at once are held beside the result.
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE)) {
            Iterator<Future<R>> done = towns.stream()
                    .map(town -> readers.submit(() -> {
                        places.acquire();
                        return reading.of(town);
                    }))
                    .toList()
                    .iterator();
            R all = taken(done.next(), places);
            while (done.hasNext()) {
                absorb.accept(all, taken(done.next(), places));
            }
            return all;
        }
    }

    private static <R> R taken(Future<R> one, Semaphore places) throws IOException {
        try {
            return one.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            places.release();
        }
    }
}

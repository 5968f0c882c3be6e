package io.jingling.platform;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does what many ask for at the same time in one go: whoever gets its turn does all that waits, and the others find theirs
 * done. So a hundred reports cost one commit, and one alone waits for nobody.
 *
 * @param <S> what is asked for
 * @param <R> what comes of it
 */
final class Together<S, R> {
    static final Duration TURN_MAX = Duration.ofSeconds(10);
    static final int WAITING_MAX = 4096;
    static final int AT_ONCE = 512;

    private final String port;
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Place> waiting = new ArrayDeque<>();
    private final Function<List<S>, List<R>> work;

    private final class Place {
        private final S asked;
        // Written and read under the turn alone.
        private Optional<R> result = Optional.empty();
        private Optional<RuntimeException> failure = Optional.empty();

        private Place(S asked) {
            this.asked = asked;
        }

        private boolean isDone() {
            return result.isPresent() || failure.isPresent();
        }
    }

    /** @param work as many results as there were askings, in their order */
    Together(String port, Function<List<S>, List<R>> work) {
        this.port = port;
        this.work = work;
    }

    /** @throws StoreFailure where too many wait, it takes too long, or the work fails so */
    R ask(S asked) {
        Place place = new Place(asked);
        enter(place);
        takeTurn(place);
        try {
            if (!place.isDone()) {
                doAllThatWaits(place);
            }
        } finally {
            turn.unlock();
        }
        place.failure.ifPresent(failure -> {
            throw failure;
        });
        return place.result.orElseThrow();
    }

    /** The same for many at once; nothing else is done meanwhile. */
    List<R> askAll(List<S> asked) {
        return alone(() -> work.apply(asked));
    }

    /** Does something while nothing else is done. */
    <T> T alone(Supplier<T> something) {
        takeTurn();
        try {
            return something.get();
        } finally {
            turn.unlock();
        }
    }

    /** How many wait for a turn. */
    int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private void enter(Place place) {
        synchronized (waiting) {
            if (waiting.size() >= WAITING_MAX) {
                throw new StoreFailure(port, new IllegalStateException("more than " + WAITING_MAX + " wait"));
            }
            waiting.add(place);
        }
    }

    private void takeTurn(Place place) {
        try {
            takeTurn();
        } catch (StoreFailure late) {
            synchronized (waiting) {
                waiting.remove(place);
            }
            throw late;
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryLock(TURN_MAX.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoreFailure(port, new TimeoutException("no turn within " + TURN_MAX.toSeconds() + " s"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // tidy: who waits for a lock must hand an interruption on.
            throw new StoreFailure(port, stopped);
        }
    }

    private void doAllThatWaits(Place mine) {
        // Bounded: each round takes up to AT_ONCE away, and who asks meanwhile waits for the next turn once this one is
        // done.
        while (!mine.isDone()) {
            List<Place> batch = new ArrayList<>();
            synchronized (waiting) {
                while (batch.size() < AT_ONCE && !waiting.isEmpty()) {
                    batch.add(waiting.remove());
                }
            }
            finish(batch);
        }
    }

    private void finish(List<Place> batch) {
        try {
            List<R> results =
                    work.apply(batch.stream().map(place -> place.asked).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).result = Optional.of(results.get(i));
            }
        } catch (RuntimeException failure) {
            batch.forEach(place -> place.failure = Optional.of(failure));
        }
    }
}

package io.jingling.platform;

import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One change after the other, so that what is kept and what is in force never end up in different orders; and
 * the numbers of which nobody knows whether their last change was kept, for the answer was lost.
 */
final class ChangesInOrder {
    static final Duration TURN_MAX = Duration.ofSeconds(10);
    static final int UNSETTLED_MAX = 1 << 20;

    private final String port;
    private final Duration turnMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<PhoneNumber> unsettled = new LinkedHashSet<>();
    // Read without the lock.
    private volatile int waiting;

    /**
     * For the changes of one list.
     *
     * @param port named in failures
     * @param turnMax how long a change waits for those before it
     */
    ChangesInOrder(String port, Duration turnMax) {
        this.port = port;
        this.turnMax = turnMax;
    }

    /**
     * Makes a change as soon as those before it are done.
     *
     * @param whose the numbers that it touches; unsettled where it fails
     * @throws StoreFailure where the store fails, or the change before takes too long
     */
    <T> T make(Collection<PhoneNumber> whose, Supplier<T> change) {
        takeTurn();
        try {
            if (unsettled.size() + whose.size() > UNSETTLED_MAX) {
                throw new StoreFailure(port, new IllegalStateException("too many changes without an answer"));
            }
            return change.get();
        } catch (RuntimeException | Error answerLost) {
            if (unsettled.size() + whose.size() <= UNSETTLED_MAX) {
                unsettled.addAll(whose);
            }
            waiting = unsettled.size();
            throw answerLost;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Hands over numbers whose change may have been kept; they are settled where that does not throw.
     *
     * @param most how many at once
     */
    void settle(int most, Consumer<List<PhoneNumber>> byAskingTheStore) {
        if (waiting == 0) {
            return;
        }
        takeTurn();
        try {
            List<PhoneNumber> some =
                    new ArrayList<>(unsettled.stream().limit(most).toList());
            byAskingTheStore.accept(some);
            some.forEach(unsettled::remove);
            waiting = unsettled.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many numbers wait to be settled. */
    int waiting() {
        return waiting;
    }

    private void takeTurn() {
        try {
            if (!lock.tryLock(turnMax.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoreFailure(port, new TimeoutException("no turn within " + turnMax.toMillis() + " ms"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // tidy: who waits for a lock must hand an interruption on.
            throw new StoreFailure(port, stopped);
        }
    }
}

package io.jingling.platform;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A lock that is held for moments, so that one who must not wait may try for it. */
final class BriefLock {
    /* Fair: else one who takes it again and again would have it before one who waits has woken. */
    private final ReentrantLock lock = new ReentrantLock(true);

    <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    /** Waits a millisecond at most; where it is true, {@link #release} must follow. Makes no object unless it waits. */
    boolean isTakenInTime() {
        try {
            return lock.tryLock() || lock.tryLock(1, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // tidy: who waits for a lock must hand an interruption on.
            return false;
        }
    }

    void release() {
        lock.unlock();
    }
}

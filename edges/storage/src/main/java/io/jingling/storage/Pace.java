package io.jingling.storage;

import java.util.concurrent.locks.LockSupport;

/**
 * Spreads work over a time in small steps, so that it keeps no processor from others for long. Of one thread, but for
 * {@link #hurry}.
 */
final class Pace {
    /** Shorter waits would cost more than they spread. */
    private static final long WAIT_NANOS_MIN = 1_000_000;

    private final long nanos;
    private long start;
    private long parts;
    private volatile boolean isHurried;

    /** @param nanos over which work is spread, all told */
    Pace(long nanos) {
        this.nanos = nanos;
    }

    /** Begins work of so many equal parts. */
    void begin(long ofParts) {
        start = System.nanoTime();
        parts = Math.max(1, ofParts);
    }

    /** Waits where so many parts were done before their time. */
    void reached(long done) {
        long early = start + (long) ((double) nanos * done / parts) - System.nanoTime();
        if (early >= WAIT_NANOS_MIN && !isHurried) {
            LockSupport.parkNanos(Math.min(early, nanos));
        }
    }

    /** From now on nothing waits; who says so wakes the thread. */
    void hurry() {
        isHurried = true;
    }
}

package io.jingling.http.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Counts wrong keys by address: after {@link #WRONG_MAX} within {@link #WINDOW} it has to wait. */
@ApplicationScoped
class LogInAttempts {
    static final int WRONG_MAX = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);
    /** How long every wrong key waits for its answer. */
    static final Duration DELAY = Duration.ofMillis(300);

    private static final int ADDRESSES_MAX = 10_000;

    private final InstantSource clock;
    private final Bounded<String, Wrong> byAddress = new Bounded<>(ADDRESSES_MAX);

    LogInAttempts(InstantSource clock) {
        this.clock = clock;
    }

    private record Wrong(Instant since, int count) {}

    synchronized boolean mayTry(String address) {
        Wrong wrong = byAddress.get(address);
        return wrong == null || wrong.count() < WRONG_MAX || isOld(wrong);
    }

    synchronized void wrong(String address) {
        Wrong before = byAddress.get(address);
        Wrong now = before == null || isOld(before)
                ? new Wrong(clock.instant(), 1)
                : new Wrong(before.since(), before.count() + 1);
        byAddress.put(address, now);
    }

    private boolean isOld(Wrong wrong) {
        return clock.instant().isAfter(wrong.since().plus(WINDOW));
    }
}

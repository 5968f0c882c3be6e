package io.jingling.http.citizen;

import io.jingling.platform.DoorStore;
import io.jingling.platform.DoorStore.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How often something was done within the hour; durable, so that a restart gives nobody fresh tries. */
@ApplicationScoped
class Tallies {
    static final Duration WINDOW = Duration.ofHours(1);

    private final InstantSource clock;
    private final DoorStore doors;

    Tallies(InstantSource clock, DoorStore doors) {
        this.clock = clock;
        this.doors = doors;
    }

    /** Counts it; false where it was done that often already. */
    synchronized boolean takes(String what, int most) {
        boolean allowed = !isFull(what, most);
        if (allowed) {
            count(what);
        }
        return allowed;
    }

    synchronized boolean isFull(String what, int most) {
        return of(what).count() >= most;
    }

    synchronized void count(String what) {
        Tally before = of(what);
        doors.keep(what, new Tally(before.since(), before.count() + 1));
    }

    private Tally of(String what) {
        Instant now = clock.instant();
        return doors.tally(what)
                .filter(tally -> now.isBefore(tally.since().plus(WINDOW)))
                .orElse(new Tally(now, 0));
    }
}

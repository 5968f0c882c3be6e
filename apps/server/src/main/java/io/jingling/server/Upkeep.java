package io.jingling.server;

import io.jingling.platform.DoorStore;
import io.jingling.platform.StoreFailure;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * What is done every so often: the watch is told the time, tomorrow's tables are made, what was kept long enough is deleted, changes whose
 * answer was lost are asked for, and what reports say is weighed anew.
 */
@Singleton
class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class);

    private final InstantSource clock;

    Upkeep(InstantSource clock) {
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settle() {
        try {
            Starting.opened().platform().settle();
        } catch (StoreFailure stillAway) {
            // It is counted and shown as such where it is written to; the next turn asks again.
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settleRanges() {
        try {
            Starting.opened().ranges().settle();
        } catch (StoreFailure stillAway) {
            // As above.
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void watch() {
        Starting.opened().watching().tick();
    }

    @Scheduled(every = "6h", delayed = "6h")
    void refreshReports() {
        Starting.opened().complaints().reported().refresh(clock.instant());
    }

    @Scheduled(every = "6h", delayed = "6h")
    void prepare() {
        try {
            Starting.opened().storage().prepare(clock.instant());
        } catch (StoreFailure away) {
            LOG.warn("upkeep: got " + away.getMessage() + "; the next turn makes up for it");
        }
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetDoors() {
        try {
            Starting.opened().storage().doors().forget(clock.instant(), DoorStore.KEPT_MAX);
        } catch (StoreFailure away) {
            // What is over opens nothing, forgotten or not; the next turn forgets it.
        }
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void delete() {
        try {
            Starting.opened()
                    .deletions()
                    .run(clock.instant())
                    .forEach((kept, count) -> LOG.infof("deleted %d of %s: kept long enough", count, kept.word()));
        } catch (StoreFailure away) {
            LOG.warn("upkeep: got " + away.getMessage() + "; the next turn goes on deleting");
        }
    }
}

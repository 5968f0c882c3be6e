package io.jingling.server;

import io.jingling.domain.CallRecord;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.CallRecordStore.Page;
import io.jingling.platform.CallRecordStore.Place;
import io.jingling.platform.Reported;
import io.jingling.platform.StoreFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Who called whom in the last days, read beside the start from the records that are kept. */
final class PastContacts {
    private static final Logger LOG = Logger.getLogger(PastContacts.class);
    private static final Duration BACK = Duration.ofDays(14);
    private static final int AT_ONCE = 5_000;

    private PastContacts() {}

    static void remember(CallRecordStore store, Reported reported) {
        Thread.ofPlatform().daemon().name("jingling-contacts").start(() -> read(store, reported));
    }

    private static void read(CallRecordStore store, Reported reported) {
        try {
            Optional<Instant> latest = store.latestStart();
            if (latest.isPresent()) {
                readUntil(latest.get(), store, reported);
            }
        } catch (StoreFailure away) {
            LOG.warn("contacts: got " + away.getMessage() + "; of calls so far who knows whom is not known");
        }
    }

    /** What comes meanwhile is told of by itself. */
    private static void readUntil(Instant latest, CallRecordStore store, Reported reported) {
        Place place = Place.before(latest.minus(BACK));
        List<CallRecord> some;
        do {
            Page page = store.after(place, AT_ONCE);
            some = page.records().stream()
                    .filter(record -> !record.start().isAfter(latest))
                    .toList();
            reported.observe(some);
            place = page.next();
        } while (!some.isEmpty());
    }
}

package io.jingling.server;

import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.CallRecordStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A store whose new records somebody is told of as soon as they are durable.
 *
 * @param told of records of which some are new; must not throw
 */
record ToldRecords(CallRecordStore store, Consumer<List<CallRecord>> told) implements CallRecordStore {
    @Override
    public Appended append(String source, List<CallRecord> records) {
        Appended appended = store.append(source, records);
        if (appended.added() > 0) {
            told.accept(records);
        }
        return appended;
    }

    @Override
    public Page after(Place place, int limit) {
        return store.after(place, limit);
    }

    @Override
    public List<CallRecord> ofCallers(Collection<PhoneNumber> callers, Instant from, Instant to, int limit) {
        return store.ofCallers(callers, from, to, limit);
    }

    @Override
    public Optional<Instant> latestStart() {
        return store.latestStart();
    }
}

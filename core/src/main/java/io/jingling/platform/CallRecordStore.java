package io.jingling.platform;

import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the records of calls that have happened. */
public interface CallRecordStore {
    /**
     * Durable on return. A record whose source and call id are there already changes nothing.
     *
     * @param source names where they come from, such as a switch; 1 to 100 characters
     */
    Appended append(String source, List<CallRecord> records);

    /** How many were new and how many were there already. */
    record Appended(long added, long known) {}

    /** The records behind a place, in the order of their starts, at most {@code limit}. */
    Page after(Place place, int limit);

    /**
     * The records of calls from any of those, in the order of their starts, at most {@code limit}: from is inclusive, to exclusive.
     * There is no index of callers: a long time is read through.
     */
    List<CallRecord> ofCallers(Collection<PhoneNumber> callers, Instant from, Instant to, int limit);

    /** When the latest of all began; empty where there is none. */
    Optional<Instant> latestStart();

    /**
     * A place in the order of starts.
     *
     * @param id tells those apart that began at one time
     */
    record Place(Instant start, UUID id) {
        /** Before all that began then. */
        public static Place before(Instant start) {
            return new Place(start, new UUID(0, 0));
        }
    }

    /**
     * Some records in the order of their starts.
     *
     * @param next where those behind begin
     */
    record Page(List<CallRecord> records, Place next) {
        public Page {
            records = List.copyOf(records);
        }
    }
}

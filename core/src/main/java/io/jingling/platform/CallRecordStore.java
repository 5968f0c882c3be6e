package io.jingling.platform;

import io.jingling.domain.CallRecord;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the records of calls that have happened. */
public interface CallRecordStore {
    /**
     * Durable on return. A record whose source and call id are there already changes nothing.
     *
     * @param source names where they come from, such as a switch; 1 to 100 characters
     */
    Appended append(String source, List<CallRecord> records);

    /**
     * Calls for every record in order of its call's start, without holding all in memory.
     *
     * @param from inclusive
     * @param to exclusive
     */
    void between(Instant from, Instant to, Consumer<CallRecord> reader);

    /** How many were new and how many were there already. */
    record Appended(long added, long known) {}
}

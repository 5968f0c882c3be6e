package io.jingling.platform;

import io.jingling.domain.CallRecord;
import java.util.List;

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
}

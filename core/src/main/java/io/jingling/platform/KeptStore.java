package io.jingling.platform;

import io.jingling.custody.Kept;
import java.time.Instant;

/** What is kept for a time, by class. */
public interface KeptStore {
    /** How many of the class are older, counted up to {@code most}; days of decisions are counted whole. */
    long due(Kept kept, Instant before, int most);

    /** Deletes those that are older, at most {@code most} of them, days of decisions whole. Durable on return. */
    void delete(Kept kept, Instant before, int most);
}

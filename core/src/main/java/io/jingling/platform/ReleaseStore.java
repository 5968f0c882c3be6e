package io.jingling.platform;

import io.jingling.custody.Release;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps wishes to see full numbers; changes are durable on return. */
public interface ReleaseStore {
    void add(Release release);

    /** Puts what was answered in place of what nobody had answered; false where somebody has, or there is none. */
    boolean answer(Release answered);

    Optional<Release> find(UUID id);

    /** Newest first, at most {@code limit}. */
    List<Release> latest(int limit);

    /** How many of somebody's wait for an answer. */
    int waiting(String key, Instant now);
}

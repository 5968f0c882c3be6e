package io.jingling.platform;

import io.jingling.custody.Access;
import io.jingling.custody.Kept;
import io.jingling.custody.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Releases, the access log and what is kept for a time, on plain collections. */
final class InMemoryCustody implements ReleaseStore, KeptStore {
    final Map<UUID, Release> releases = new LinkedHashMap<>();
    final List<Access> accesses = new ArrayList<>();
    final Map<Kept, Long> old = new EnumMap<>(Kept.class);
    boolean logAway;

    @Override
    public void add(Release release) {
        releases.put(release.id(), release);
    }

    @Override
    public boolean answer(Release answered) {
        if (!(releases.get(answered.id()).state() instanceof Release.State.Asked)) {
            return false;
        }
        releases.put(answered.id(), answered);
        return true;
    }

    @Override
    public Optional<Release> find(UUID id) {
        return Optional.ofNullable(releases.get(id));
    }

    @Override
    public List<Release> latest(int limit) {
        return List.copyOf(releases.values()).reversed().stream().limit(limit).toList();
    }

    @Override
    public int waiting(String key, Instant now) {
        return (int) releases.values().stream()
                .filter(one -> one.asker().key().equals(key) && one.stage(now) == Release.Stage.ASKED)
                .count();
    }

    /** The access log's. */
    AccessLog log() {
        return new AccessLog() {
            @Override
            public void add(Access access) {
                if (logAway) {
                    throw new StoreFailure("access log", new IllegalStateException("away"));
                }
                accesses.add(access);
            }

            @Override
            public List<Access> latest(int limit) {
                return accesses.reversed().stream().limit(limit).toList();
            }
        };
    }

    @Override
    public long due(Kept kept, Instant before, int most) {
        return Math.min(most, old.getOrDefault(kept, 0L));
    }

    @Override
    public void delete(Kept kept, Instant before, int most) {
        old.computeIfPresent(kept, (k, count) -> Math.max(0, count - most));
    }
}

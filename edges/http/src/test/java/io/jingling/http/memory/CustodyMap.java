package io.jingling.http.memory;

import io.jingling.custody.Access;
import io.jingling.custody.Release;
import io.jingling.platform.AccessLog;
import io.jingling.platform.ReleaseStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Wishes to see full numbers, and the access log, on plain collections. */
final class CustodyMap implements ReleaseStore {
    private final Memory memory;
    private final Map<UUID, Release> releases = new LinkedHashMap<>();
    private final List<Access> accesses = new ArrayList<>();

    CustodyMap(Memory memory) {
        this.memory = memory;
    }

    AccessLog log() {
        return new AccessLog() {
            @Override
            public void add(Access access) {
                memory.answer();
                synchronized (accesses) {
                    accesses.addFirst(access);
                }
            }

            @Override
            public List<Access> latest(int limit) {
                memory.answer();
                synchronized (accesses) {
                    return accesses.stream().limit(limit).toList();
                }
            }
        };
    }

    @Override
    public synchronized void add(Release release) {
        memory.answer();
        releases.put(release.id(), release);
    }

    @Override
    public synchronized boolean answer(Release answered) {
        memory.answer();
        boolean open = find(answered.id())
                .filter(before -> before.state() instanceof Release.State.Asked)
                .isPresent();
        if (open) {
            releases.put(answered.id(), answered);
        }
        return open;
    }

    @Override
    public synchronized Optional<Release> find(UUID id) {
        memory.answer();
        return Optional.ofNullable(releases.get(id));
    }

    @Override
    public synchronized List<Release> latest(int limit) {
        memory.answer();
        return List.copyOf(releases.values()).reversed().stream().limit(limit).toList();
    }

    @Override
    public synchronized int waiting(String key, Instant now) {
        memory.answer();
        return (int) releases.values().stream()
                .filter(one -> one.asker().key().equals(key) && one.stage(now) == Release.Stage.ASKED)
                .count();
    }
}

package io.jingling.storage;

import io.jingling.domain.Guard;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.GuardStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Who guards whom on a plain map. */
final class InMemoryGuards implements GuardStore {
    private final Map<UUID, Guard> guards = new LinkedHashMap<>();

    @Override
    public synchronized void add(Guard guard) {
        if (all(one -> one.ward().equals(guard.ward()) && one.guardian().equals(guard.guardian()))
                .isEmpty()) {
            guards.put(guard.id(), guard);
        }
    }

    @Override
    public synchronized boolean remove(UUID id) {
        return Optional.ofNullable(guards.remove(id)).isPresent();
    }

    @Override
    public synchronized Optional<Guard> find(UUID id) {
        return Optional.ofNullable(guards.get(id));
    }

    @Override
    public synchronized List<Guard> ofGuardian(PhoneNumber guardian) {
        return all(one -> one.guardian().equals(guardian));
    }

    @Override
    public synchronized List<Guard> ofWard(PhoneNumber ward) {
        return all(one -> one.ward().equals(ward));
    }

    private List<Guard> all(Predicate<Guard> which) {
        return guards.values().stream()
                .filter(which)
                .sorted(Comparator.comparing(Guard::since).thenComparing(Guard::id))
                .toList();
    }
}

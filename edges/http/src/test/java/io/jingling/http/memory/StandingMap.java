package io.jingling.http.memory;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.platform.StandingStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Standings on a map. */
final class StandingMap implements StandingStore {
    private final Memory memory;
    private final Map<PhoneNumber, Standing> standings = new ConcurrentHashMap<>();

    StandingMap(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void saveAll(List<Listed> listed) {
        memory.answer();
        listed.forEach(one -> standings.put(one.caller(), one.standing()));
    }

    @Override
    public void remove(PhoneNumber caller) {
        memory.answer();
        standings.remove(caller);
    }

    @Override
    public Optional<Standing> standingOf(PhoneNumber caller) {
        memory.answer();
        return Optional.ofNullable(standings.get(caller));
    }

    @Override
    public void readAll(BiConsumer<PhoneNumber, Standing> reader) {
        memory.answer();
        standings.forEach(reader);
    }
}

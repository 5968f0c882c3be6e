package io.jingling.http.memory;

import io.jingling.platform.DoorStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sessions, codes and tallies on plain maps. */
final class DoorMap implements DoorStore {
    private final Map<String, Visitor> sessions = new HashMap<>();
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Tally> tallies = new HashMap<>();

    @Override
    public synchronized void open(String digest, Visitor visitor) {
        sessions.putIfAbsent(digest, visitor);
    }

    @Override
    public synchronized Optional<Visitor> find(String digest) {
        return Optional.ofNullable(sessions.get(digest));
    }

    @Override
    public synchronized void close(String digest) {
        sessions.remove(digest);
    }

    @Override
    public synchronized Optional<Code> code(String purpose) {
        return Optional.ofNullable(codes.get(purpose));
    }

    @Override
    public synchronized void keep(String purpose, Code code) {
        codes.put(purpose, code);
    }

    @Override
    public synchronized Optional<Tally> tally(String what) {
        return Optional.ofNullable(tallies.get(what));
    }

    @Override
    public synchronized void keep(String what, Tally tally) {
        tallies.put(what, tally);
    }

    @Override
    public synchronized void forget(Instant now, int most) {
        forget(sessions, Visitor::ends, now, most);
        forget(codes, Code::since, now.minus(MATTERS), most);
        forget(tallies, Tally::since, now.minus(MATTERS), most);
    }

    private static <T> void forget(Map<String, T> all, Function<T, Instant> time, Instant before, int most) {
        all.values().removeIf(one -> !time.apply(one).isAfter(before));
        List<String> beyond = all.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, T> one) -> time.apply(one.getValue()))
                        .reversed())
                .skip(most)
                .map(Map.Entry::getKey)
                .toList();
        beyond.forEach(all::remove);
    }
}

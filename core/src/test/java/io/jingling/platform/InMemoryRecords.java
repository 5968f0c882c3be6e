package io.jingling.platform;

import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Call records in a sorted map. */
final class InMemoryRecords implements CallRecordStore {
    private static final Comparator<Place> IN_ORDER =
            Comparator.comparing(Place::start).thenComparing(place -> place.id().toString());

    private final TreeMap<Place, CallRecord> records = new TreeMap<>(IN_ORDER);

    @Override
    public Appended append(String source, List<CallRecord> appended) {
        long added = appended.stream()
                .filter(one -> records.putIfAbsent(place(source, one), one) == null)
                .count();
        return new Appended(added, appended.size() - added);
    }

    private static Place place(String source, CallRecord record) {
        byte[] id = (source + "/" + record.callId()).getBytes(StandardCharsets.UTF_8);
        return new Place(record.start(), UUID.nameUUIDFromBytes(id));
    }

    @Override
    public Page after(Place place, int limit) {
        List<Map.Entry<Place, CallRecord>> next =
                records.tailMap(place, false).entrySet().stream().limit(limit).toList();
        return new Page(
                next.stream().map(Map.Entry::getValue).toList(),
                next.isEmpty() ? place : next.getLast().getKey());
    }

    @Override
    public List<CallRecord> ofCallers(Collection<PhoneNumber> callers, Instant from, Instant to, int limit) {
        return records.values().stream()
                .filter(one -> one.caller().isKnown() && callers.contains(one.caller()))
                .filter(one -> !one.start().isBefore(from) && one.start().isBefore(to))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Instant> latestStart() {
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(records.lastKey().start());
    }
}

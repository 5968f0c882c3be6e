package io.jingling.http.memory;

import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.CallRecordStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/** Call records in the order of their starts, kept once by what identifies them. */
final class CallSet implements CallRecordStore {
    private static final Comparator<Place> IN_ORDER =
            Comparator.comparing(Place::start).thenComparing(Place::id);

    private final Memory memory;
    private final ConcurrentSkipListMap<Place, CallRecord> records = new ConcurrentSkipListMap<>(IN_ORDER);

    CallSet(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Appended append(String source, List<CallRecord> appended) {
        memory.answer();
        long added = appended.stream()
                .filter(one -> records.putIfAbsent(place(source, one), one) == null)
                .count();
        return new Appended(added, appended.size() - added);
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
        return Optional.empty();
    }

    private static Place place(String source, CallRecord record) {
        byte[] id = (source + "/" + record.callId()).getBytes(StandardCharsets.UTF_8);
        return new Place(record.start(), UUID.nameUUIDFromBytes(id));
    }
}

package io.jingling.storage;

import io.jingling.custody.Access;
import io.jingling.custody.Release;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.Label;
import io.jingling.domain.NumberRange;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.RangeRule;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import io.jingling.platform.AccessLog;
import io.jingling.platform.ApiKey;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionLog;
import io.jingling.platform.KeyStore;
import io.jingling.platform.LabelStore;
import io.jingling.platform.RangeStore;
import io.jingling.platform.ReleaseStore;
import io.jingling.platform.StandingStore;
import io.jingling.platform.SubscriberStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The eight ports on plain maps: what the contracts mean, without a database. */
final class InMemoryStorage {
    private InMemoryStorage() {}

    /** Subscribers in a map. */
    static final class Subscribers implements SubscriberStore {
        private final Map<PhoneNumber, Wishes> wishes = new HashMap<>();
        private final Map<String, PhoneNumber> ids = new LinkedHashMap<>();

        @Override
        public String idOf(PhoneNumber number) {
            String id = "id-" + Long.toHexString(number.key() * 0x9E3779B97F4A7C15L);
            ids.put(id, number);
            return id;
        }

        @Override
        public Optional<PhoneNumber> numberOf(String id) {
            return Optional.ofNullable(ids.get(id));
        }

        @Override
        public Optional<Wishes> wishesOf(PhoneNumber number) {
            return Optional.ofNullable(wishes.get(number));
        }

        @Override
        public void save(PhoneNumber number, Wishes wished) {
            wishes.put(number, wished);
        }

        @Override
        public void saveAll(List<Subscriber> subscribers) {
            subscribers.forEach(one -> save(one.number(), one.wishes()));
        }

        @Override
        public void readAll(BiConsumer<PhoneNumber, Wishes> reader) {
            wishes.forEach(reader);
        }
    }

    /** Standings in a map. */
    static final class Standings implements StandingStore {
        private final Map<PhoneNumber, Standing> standings = new HashMap<>();

        @Override
        public void saveAll(List<Listed> listed) {
            listed.forEach(one -> standings.put(one.caller(), one.standing()));
        }

        @Override
        public void remove(PhoneNumber caller) {
            standings.remove(caller);
        }

        @Override
        public Optional<Standing> standingOf(PhoneNumber caller) {
            return Optional.ofNullable(standings.get(caller));
        }

        @Override
        public void readAll(BiConsumer<PhoneNumber, Standing> reader) {
            standings.forEach(reader);
        }
    }

    /** Call records in a sorted map. */
    static final class CallRecords implements CallRecordStore {
        private static final Comparator<Place> IN_ORDER = Comparator.comparing(Place::start)
                .thenComparing(place -> place.id().toString());

        private final TreeMap<Place, CallRecord> records = new TreeMap<>(IN_ORDER);

        @Override
        public Appended append(String source, List<CallRecord> appended) {
            if (source.isBlank() || source.length() > 100) {
                throw new IllegalArgumentException("source: got " + source.length() + " characters, want 1 to 100");
            }
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
            List<Map.Entry<Place, CallRecord>> next = records.tailMap(place, false).entrySet().stream()
                    .limit(limit)
                    .toList();
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

    /** Range rules in a map. */
    static final class Ranges implements RangeStore {
        private final Map<NumberRange, RangeRule> rules = new HashMap<>();

        @Override
        public void save(RangeRule rule) {
            rules.put(rule.range(), rule);
        }

        @Override
        public boolean remove(NumberRange range) {
            return rules.remove(range) != null;
        }

        @Override
        public List<RangeRule> all() {
            return List.copyOf(rules.values());
        }
    }

    /** Labels in a set. */
    static final class Labels implements LabelStore {
        private final Set<Label> labels = new LinkedHashSet<>();

        @Override
        public Appended append(List<Label> said) {
            long added = said.stream().filter(labels::add).count();
            return new Appended(added, said.size() - added);
        }

        @Override
        public void readAll(Consumer<Label> reader) {
            labels.forEach(reader);
        }
    }

    /** Keys in a map. */
    static final class Keys implements KeyStore {
        private final Map<ByteBuffer, ApiKey> keys = new HashMap<>();

        @Override
        public void save(ApiKey key, byte[] sha256) {
            keys.put(ByteBuffer.wrap(sha256.clone()), key);
        }

        @Override
        public Optional<ApiKey> find(byte[] sha256) {
            return Optional.ofNullable(keys.get(ByteBuffer.wrap(sha256)));
        }

        @Override
        public List<ApiKey> all() {
            return List.copyOf(keys.values());
        }

        @Override
        public boolean revoke(String id) {
            return keys.values().removeIf(key -> key.id().equals(id));
        }
    }

    /** Decisions in a list. */
    static final class Decisions implements DecisionLog, DecisionHistory {
        private static final Comparator<PastDecision> NEWEST_FIRST = Comparator.comparing(PastDecision::at)
                .thenComparing(PastDecision::id)
                .reversed();

        private final List<PastDecision> all = new ArrayList<>();

        @Override
        public void append(CallAttempt call, long verdict, int policyVersion, long listVersion) {
            all.add(new PastDecision(
                    all.size(),
                    Instant.ofEpochMilli(call.atMillis()),
                    call.caller(),
                    call.callee(),
                    new Decision(verdict, listVersion),
                    policyVersion));
        }

        @Override
        public long lost() {
            return 0;
        }

        @Override
        public List<PastDecision> ofCallee(PhoneNumber callee, Instant from, Instant to, int limit) {
            return found(one -> one.callee().equals(callee), from, to, limit);
        }

        @Override
        public List<PastDecision> ofCaller(PhoneNumber caller, Instant from, Instant to, int limit) {
            return found(one -> one.caller().equals(caller), from, to, limit);
        }

        @Override
        public List<PastDecision> between(Instant from, Instant to, int limit) {
            return found(one -> true, from, to, limit);
        }

        @Override
        public Optional<PastDecision> find(long id) {
            return all.stream().filter(one -> one.id() == id).findFirst();
        }

        @Override
        public List<PastDecision> latest(int limit) {
            return all.reversed().stream().limit(limit).toList();
        }

        @Override
        public List<Tally> tallies(Instant from, Instant to) {
            return found(one -> true, from, to, Integer.MAX_VALUE).stream()
                    .collect(Collectors.groupingBy(Decisions::tallied, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(one -> new Tally(
                            one.getKey().minute(),
                            one.getKey().action(),
                            one.getKey().rule(),
                            one.getKey().category(),
                            one.getValue()))
                    .toList();
        }

        private static Tally tallied(PastDecision one) {
            return new Tally(
                    one.at().truncatedTo(ChronoUnit.MINUTES),
                    one.decision().action().word(),
                    one.decision().rule().id(),
                    one.decision().category().map(Category::code).orElse(""),
                    0);
        }

        private List<PastDecision> found(Predicate<PastDecision> wanted, Instant from, Instant to, int limit) {
            return all.stream()
                    .filter(wanted)
                    .filter(one -> !one.at().isBefore(from) && one.at().isBefore(to))
                    .sorted(NEWEST_FIRST)
                    .limit(limit)
                    .toList();
        }
    }

    /** Wishes to see full numbers. */
    static final class Releases implements ReleaseStore {
        private final Map<UUID, Release> all = new HashMap<>();

        @Override
        public void add(Release release) {
            all.put(release.id(), release);
        }

        @Override
        public boolean answer(Release answered) {
            Release before = all.get(answered.id());
            boolean open = before != null && before.state() instanceof Release.State.Asked;
            if (open) {
                all.put(answered.id(), answered);
            }
            return open;
        }

        @Override
        public Optional<Release> find(UUID id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public List<Release> latest(int limit) {
            return all.values().stream()
                    .sorted(Comparator.comparing(Release::asked).reversed())
                    .limit(limit)
                    .toList();
        }

        @Override
        public int waiting(String key, Instant now) {
            return (int) all.values().stream()
                    .filter(one -> one.asker().key().equals(key) && one.stage(now) == Release.Stage.ASKED)
                    .count();
        }
    }

    /** The access log. */
    static final class Accesses implements AccessLog {
        private final List<Access> all = new ArrayList<>();

        @Override
        public void add(Access access) {
            all.addFirst(access);
        }

        @Override
        public List<Access> latest(int limit) {
            return all.stream()
                    .sorted(Comparator.comparing(Access::at).reversed())
                    .limit(limit)
                    .toList();
        }
    }
}

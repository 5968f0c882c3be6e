package io.jingling.sip;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.Decision;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import io.jingling.platform.DecisionLog;
import io.jingling.platform.StandingStore;
import io.jingling.platform.SubscriberStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** The platform's ports kept in memory, for a platform that decides for a test. */
final class MemoryStores implements SubscriberStore, DecisionLog {
    private final Map<PhoneNumber, Wishes> wishes = new ConcurrentHashMap<>();
    private final List<Decision> decisions = new CopyOnWriteArrayList<>();

    List<Decision> decisions() {
        return decisions;
    }

    @Override
    public String idOf(PhoneNumber number) {
        return String.valueOf(number.hashCode());
    }

    @Override
    public Optional<PhoneNumber> numberOf(String id) {
        return wishes.keySet().stream()
                .filter(number -> idOf(number).equals(id))
                .findFirst();
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
        subscribers.forEach(subscriber -> save(subscriber.number(), subscriber.wishes()));
    }

    @Override
    public void readAll(BiConsumer<PhoneNumber, Wishes> reader) {
        wishes.forEach(reader);
    }

    @Override
    public void append(CallAttempt call, long verdict, int policyVersion, long listVersion) {
        decisions.add(new Decision(verdict, listVersion));
    }

    @Override
    public long lost() {
        return 0;
    }

    /** What is thought of callers, in memory. */
    static final class Thoughts implements StandingStore {
        private final Map<PhoneNumber, Standing> standings = new ConcurrentHashMap<>();

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
}

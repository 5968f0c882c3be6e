package io.jingling.platform;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The ports on plain maps, and a switch that makes them fail. */
final class InMemoryStores {
    record Logged(CallAttempt call, long verdict, int policyVersion, long listVersion) {}

    final Map<PhoneNumber, Wishes> wishes = new HashMap<>();
    final Map<PhoneNumber, Standing> standings = new HashMap<>();
    final List<Logged> logged = new ArrayList<>();
    boolean away;
    /** Changes are kept, and nobody is told so. */
    boolean losingAnswers;

    private void answer() {
        if (away) {
            throw new StoreFailure("memory", new IllegalStateException("away"));
        }
    }

    private void answerToAChange() {
        if (losingAnswers) {
            throw new StoreFailure("memory", new IllegalStateException("answer lost"));
        }
    }

    final SubscriberStore subscriberStore = new SubscriberStore() {
        @Override
        public String idOf(PhoneNumber number) {
            answer();
            return Long.toHexString(number.key());
        }

        @Override
        public Optional<PhoneNumber> numberOf(String id) {
            answer();
            return Optional.of(new PhoneNumber(Long.parseLong(id, 16)));
        }

        @Override
        public Optional<Wishes> wishesOf(PhoneNumber number) {
            answer();
            return Optional.ofNullable(wishes.get(number));
        }

        @Override
        public void save(PhoneNumber number, Wishes wished) {
            answer();
            wishes.put(number, wished);
            answerToAChange();
        }

        @Override
        public void saveAll(List<Subscriber> subscribers) {
            answer();
            subscribers.forEach(one -> wishes.put(one.number(), one.wishes()));
            answerToAChange();
        }

        @Override
        public void readAll(BiConsumer<PhoneNumber, Wishes> reader) {
            answer();
            wishes.forEach(reader);
        }
    };

    final StandingStore standingStore = new StandingStore() {
        @Override
        public void saveAll(List<Listed> listed) {
            answer();
            listed.forEach(one -> standings.put(one.caller(), one.standing()));
            answerToAChange();
        }

        @Override
        public void remove(PhoneNumber caller) {
            answer();
            standings.remove(caller);
            answerToAChange();
        }

        @Override
        public Optional<Standing> standingOf(PhoneNumber caller) {
            answer();
            return Optional.ofNullable(standings.get(caller));
        }

        @Override
        public void readAll(BiConsumer<PhoneNumber, Standing> reader) {
            answer();
            standings.forEach(reader);
        }
    };

    final DecisionLog decisionLog = new DecisionLog() {
        @Override
        public void append(CallAttempt call, long verdict, int policyVersion, long listVersion) {
            logged.add(new Logged(call, verdict, policyVersion, listVersion));
        }

        @Override
        public long lost() {
            return 0;
        }
    };
}

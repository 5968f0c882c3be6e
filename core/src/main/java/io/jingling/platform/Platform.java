package io.jingling.platform;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Decision;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Rule;
import io.jingling.domain.Standing;
import io.jingling.domain.Verdict;
import io.jingling.domain.Wishes;
import io.jingling.platform.StandingStore.Listed;
import io.jingling.platform.SubscriberStore.Subscriber;
import io.jingling.screening.Passes;
import io.jingling.screening.Policy;
import io.jingling.screening.RefusedCalls;
import io.jingling.screening.Screening;
import io.jingling.screening.Standings;
import io.jingling.screening.Suspicions;
import io.jingling.screening.WishesIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** The platform: what every edge calls. Screening never waits; a change is durable before it is in force. */
public final class Platform {
    private static final int SETTLED_AT_ONCE = 500;

    private final SubscriberStore subscribers;
    private final StandingStore standingStore;
    private final DecisionLog decisions;
    private final Standings standings;
    private final WishesIndex wishes;
    private final Passes passes = new Passes(1 << 10);
    private final RefusedCalls refusedCalls;
    private final Screening screening;
    // Screening waits for neither.
    private final ChangesInOrder wishesInOrder = new ChangesInOrder("wishes", ChangesInOrder.TURN_MAX);
    private final ChangesInOrder standingsInOrder = new ChangesInOrder("standings", ChangesInOrder.TURN_MAX);
    private final AtomicLong listVersion = new AtomicLong();
    private volatile Policy policy;

    /** Starts empty: {@link #load} reads what the stores keep. */
    public Platform(
            SubscriberStore subscribers,
            StandingStore standingStore,
            DecisionLog decisions,
            Capacity capacity,
            Policy policy) {
        this(subscribers, standingStore, decisions, capacity, policy, Suspicions.NONE);
    }

    /** @param suspicions what is thought of callers beyond their listed standings */
    public Platform(
            SubscriberStore subscribers,
            StandingStore standingStore,
            DecisionLog decisions,
            Capacity capacity,
            Policy policy,
            Suspicions suspicions) {
        this.subscribers = subscribers;
        this.standingStore = standingStore;
        this.decisions = decisions;
        this.policy = policy;
        this.standings = new Standings(capacity.standings());
        this.wishes = new WishesIndex(capacity.ownWishes(), Policy.defaultWishes());
        this.refusedCalls = new RefusedCalls(capacity.refusedCalls());
        this.screening = new Screening(standings, wishes, passes, refusedCalls, suspicions);
    }

    /**
     * How much room the tables have at the start; they grow.
     *
     * @param standings callers with a standing
     * @param ownWishes subscribers with lists or rare wishes
     * @param refusedCalls refused calls within three minutes; this one does not grow
     */
    public record Capacity(int standings, int ownWishes, int refusedCalls) {
        public static final Capacity SMALL = new Capacity(1 << 16, 1 << 12, 1 << 16);
    }

    /** Reads all wishes and standings into memory. */
    public void load() {
        standingStore.readAll(standings::put);
        subscribers.readAll(this::putInForce);
        listVersion.incrementAndGet();
    }

    /** Decides a call that wants to ring, and takes note of it. Never waits. */
    public Decision screen(CallAttempt call) {
        Policy now = policy;
        long version = listVersion.getPlain();
        long verdict = screening.verdict(call, now);
        remember(call, verdict, now);
        decisions.append(call, verdict, now.version(), version);
        return screening.decision(verdict, version);
    }

    /** A call that could not be decided in time: it rings, and that is on record. */
    public Decision failOpen(CallAttempt call) {
        letCallBacksRingAfterHelp(call, policy);
        long verdict = Verdict.of(Action.PASS, Rule.FAIL_OPEN, call.caller().kind());
        decisions.append(call, verdict, policy.version(), listVersion.getPlain());
        return new Decision(verdict, listVersion.getPlain());
    }

    /** What would be decided, leaving no trace. */
    public Decision rehearse(CallAttempt call) {
        return screening.decide(call, policy, listVersion.getPlain());
    }

    /** Decides by the same lists and other suspicions, leaving no trace: to look at what would be. */
    Screening beside(Suspicions others) {
        return new Screening(standings, wishes, passes, refusedCalls, others);
    }

    /** What suspicions are made of was changed: decisions name the version. */
    void listChanged() {
        listVersion.incrementAndGet();
    }

    public Wishes wishesOf(PhoneNumber subscriber) {
        return subscribers.wishesOf(subscriber).orElse(Wishes.DEFAULT);
    }

    /** Durable and in force on return. */
    public void saveWishes(PhoneNumber subscriber, Wishes wished) {
        wishesInOrder.make(List.of(subscriber), () -> {
            subscribers.save(subscriber, wished);
            putInForce(subscriber, wished);
            return listVersion.incrementAndGet();
        });
    }

    /** Durable and in force on return: all or none. */
    public void saveWishes(List<Subscriber> wished) {
        wishesInOrder.make(wished.stream().map(Subscriber::number).toList(), () -> {
            subscribers.saveAll(wished);
            wished.forEach(subscriber -> putInForce(subscriber.number(), subscriber.wishes()));
            return listVersion.incrementAndGet();
        });
    }

    /**
     * Changes what each subscriber wished before, one change after the other. Durable and in force on
     * return: all but those that a limit forbids, or none.
     *
     * @return the forbidden ones, in their order
     */
    public List<Forbidden> changeWishes(List<WishChange> changes) {
        List<PhoneNumber> whose =
                changes.stream().map(WishChange::subscriber).distinct().toList();
        return wishesInOrder.make(whose, () -> {
            Map<PhoneNumber, Wishes> wished = new LinkedHashMap<>(subscribers.wishesOfAll(whose));
            List<Forbidden> forbidden = new ArrayList<>();
            for (int i = 0; i < changes.size(); i++) {
                WishChange one = changes.get(i);
                try {
                    wished.compute(one.subscriber(), (n, before) -> one.change()
                            .apply(before == null ? Wishes.DEFAULT : before));
                } catch (IllegalArgumentException limit) {
                    forbidden.add(new Forbidden(i, limit));
                }
            }
            saveWishes(wished.entrySet().stream()
                    .map(one -> new Subscriber(one.getKey(), one.getValue()))
                    .toList());
            return List.copyOf(forbidden);
        });
    }

    /** A change that was left out: its place in the list that was sent, and the limit that forbids it. */
    public record Forbidden(int index, IllegalArgumentException limit) {}

    /** What is to be changed in one subscriber's wishes. */
    public record WishChange(PhoneNumber subscriber, UnaryOperator<Wishes> change) {}

    /** Durable and in force on return: all or none. */
    public void saveStandings(List<Listed> listed) {
        standingsInOrder.make(listed.stream().map(Listed::caller).toList(), () -> {
            standingStore.saveAll(listed);
            listed.forEach(one -> standings.put(one.caller(), one.standing()));
            return listVersion.incrementAndGet();
        });
    }

    public void removeStanding(PhoneNumber caller) {
        standingsInOrder.make(List.of(caller), () -> {
            standingStore.remove(caller);
            standings.remove(caller);
            return listVersion.incrementAndGet();
        });
    }

    /**
     * Asks the stores what they kept of changes that failed, as a change may be durable whose answer was lost,
     * and puts it in force. To be called every second; some hundreds of each a call.
     *
     * @return how many are left to ask for
     * @throws StoreFailure where a store does not answer; the next call asks again
     */
    public int settle() {
        try {
            wishesInOrder.settle(SETTLED_AT_ONCE, this::settleWishes);
        } finally {
            standingsInOrder.settle(SETTLED_AT_ONCE, this::settleStandings);
        }
        return wishesInOrder.waiting() + standingsInOrder.waiting();
    }

    private void settleWishes(List<PhoneNumber> some) {
        subscribers.awaitChanges();
        Map<PhoneNumber, Wishes> kept = subscribers.wishesOfAll(some);
        some.forEach(number -> putInForce(number, kept.getOrDefault(number, Wishes.DEFAULT)));
        listVersion.incrementAndGet();
    }

    private void settleStandings(List<PhoneNumber> some) {
        standingStore.awaitChanges();
        for (PhoneNumber caller : some) {
            standingStore
                    .standingOf(caller)
                    .ifPresentOrElse(kept -> standings.put(caller, kept), () -> standings.remove(caller));
        }
        listVersion.incrementAndGet();
    }

    public Optional<Standing> standingOf(PhoneNumber caller) {
        return standings.of(caller);
    }

    public Policy policy() {
        return policy;
    }

    /** In force with the next call. */
    public void follow(Policy next) {
        policy = next;
    }

    public Sizes sizes() {
        return new Sizes(standings.size(), wishes.size(), passes.size(), standings.bytes() + wishes.bytes());
    }

    /** What is held in memory. */
    public record Sizes(int standings, int subscribers, int passes, long bytes) {}

    private void remember(CallAttempt call, long verdict, Policy now) {
        if (!Verdict.action(verdict).rings()) {
            refusedCalls.refused(call);
        } else if (Verdict.rule(verdict) == Rule.SECOND_CALL_PASS) {
            refusedCalls.passed(call);
        } else {
            letCallBacksRingAfterHelp(call, now);
        }
    }

    private void letCallBacksRingAfterHelp(CallAttempt call, Policy now) {
        if (call.callee().isHelpLine() && call.caller().isKnown()) {
            long at = Math.floorDiv(call.atMillis(), 1000L);
            passes.letCallBacksRing(call.caller(), at, at + now.callBackSeconds());
        }
    }

    private void putInForce(PhoneNumber subscriber, Wishes wished) {
        wishes.put(subscriber, wished);
        passes.letCouriersRing(subscriber, wished.courierUntil().getEpochSecond());
    }
}

package io.jingling.platform;

import io.jingling.domain.NumberRange;
import io.jingling.domain.RangeRule;
import io.jingling.screening.Policy;
import io.jingling.screening.RangeRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings range rules into force and out of it: looked at first, then durable, then in force with the next call. One change at a
 * time.
 */
public final class Ranges {
    public static final int RULES_MAX = 10_000;
    /** A rule is looked at again at least once a year: numbers are issued again. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final Comparator<NumberRange> IN_ORDER = Comparator.comparing(NumberRange::toString);

    private final RangeStore store;
    private final RangeRules inForce;
    private final Platform platform;
    private final RangePreviews previews;
    // Replaced whole, never changed.
    private volatile Map<NumberRange, RangeRule> rules = Map.of();
    private boolean isUnsettled;

    /**
     * Starts empty: {@link #load} reads what the store keeps.
     *
     * @param inForce what the platform's screening asks; written here alone
     */
    public Ranges(
            RangeStore store, RangeRules inForce, Platform platform, CallRecordStore calls, Background background) {
        this.store = store;
        this.inForce = inForce;
        this.platform = platform;
        this.previews = new RangePreviews(calls, background);
    }

    /** What came of a wish to put a rule in force. */
    public sealed interface Outcome {
        record Done(RangeRule rule) implements Outcome {}

        /** Nobody looked in the last hour at what it would change. */
        record NotLookedAt(NumberRange range) implements Outcome {}
    }

    /** The most that a rule may do by the policy of now. */
    public enum Reach {
        /** Its calls are rejected, whoever is called. */
        REJECT,
        /** Wishes for its category act; the default ones refuse fraud and label the rest. */
        WISHES,
        /** Its calls are labelled where nobody wished otherwise. */
        LABEL,
        /** None of the lines is reached; ten less is enough for kinds of number from which harassment comes often. */
        NOTHING
    }

    /** Reads all rules into memory. */
    public synchronized void load() {
        putInForce(store.all());
    }

    /** All of them, expired or not, in the order of their digits. */
    public List<RangeRule> all() {
        return List.copyOf(rules.values());
    }

    public Reach reach(RangeRule rule) {
        Policy policy = platform.policy();
        if (rule.weight() >= policy.blackListScoreMin()) {
            return Reach.REJECT;
        }
        if (rule.weight() >= policy.wishScoreMin()) {
            return Reach.WISHES;
        }
        return rule.weight() >= policy.labelScoreMin() ? Reach.LABEL : Reach.NOTHING;
    }

    /**
     * What a rule would have changed in the last seven days; where that is not known it begins to be worked out.
     *
     * @throws IllegalArgumentException where it could not be put in force
     */
    public RangePreview preview(RangeRule rule, Instant now) {
        check(rule, now);
        return previews.of(rule, () -> new RangeEffect(platform, rules.values(), rule), now);
    }

    /**
     * Puts a rule in force, in place of the one on the same range; durable and in force on return.
     *
     * @param force also where nobody looked at what it would change
     * @throws IllegalArgumentException {@code expires: got …} or, where there are too many, {@code range: got …}
     */
    public synchronized Outcome put(RangeRule rule, boolean force, Instant now) {
        check(rule, now);
        if (!force && previews.done(rule, now).isEmpty()) {
            return new Outcome.NotLookedAt(rule.range());
        }
        change(() -> store.save(rule));
        Map<NumberRange, RangeRule> changed = new TreeMap<>(IN_ORDER);
        changed.putAll(rules);
        changed.put(rule.range(), rule);
        putInForce(changed.values());
        return new Outcome.Done(rule);
    }

    /** Durable and in force on return; false where there was none. */
    public synchronized boolean remove(NumberRange range) {
        List<RangeRule> left = new ArrayList<>(rules.values());
        boolean isKnown = left.removeIf(rule -> rule.range().equals(range));
        change(() -> store.remove(range));
        putInForce(left);
        return isKnown;
    }

    /**
     * Asks the store what it kept of a change that failed, as it may be durable though its answer was lost, and puts it in force.
     * To be called every second.
     *
     * @throws StoreFailure where the store does not answer; the next call asks again
     */
    public synchronized void settle() {
        if (isUnsettled) {
            store.awaitChanges();
            putInForce(store.all());
            isUnsettled = false;
        }
    }

    private void change(Runnable kept) {
        try {
            kept.run();
        } catch (RuntimeException answerLost) {
            isUnsettled = true;
            throw answerLost;
        }
    }

    private void putInForce(Collection<RangeRule> all) {
        Map<NumberRange, RangeRule> sorted = new TreeMap<>(IN_ORDER);
        all.forEach(rule -> sorted.put(rule.range(), rule));
        rules = sorted;
        inForce.replace(sorted.values());
        previews.forget();
        platform.listChanged();
    }

    private void check(RangeRule rule, Instant now) {
        if (!rule.isInForce(now)) {
            throw new IllegalArgumentException("expires: got " + rule.expires() + ", want a time after now, " + now);
        }
        if (rule.expires().isAfter(now.plus(LONGEST))) {
            throw new IllegalArgumentException("expires: got " + rule.expires() + ", want at most " + LONGEST.toDays()
                    + " days after now, " + now);
        }
        if (rules.size() >= RULES_MAX && !rules.containsKey(rule.range())) {
            throw new IllegalArgumentException("range: got one more than " + RULES_MAX
                    + " rules, want at most so many: remove those that have expired");
        }
    }
}

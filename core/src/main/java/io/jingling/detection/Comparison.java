package io.jingling.detection;

import io.jingling.domain.Action;
import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays calls through two models side by side: which would be blocked by the one and not by the other. What is blocked
 * is rejected or challenged. One thread at a time.
 */
public final class Comparison {
    private static final Comparator<Map.Entry<PhoneNumber, Changed>> MOST_CALLS_FIRST =
            Comparator.<Map.Entry<PhoneNumber, Changed>>comparingLong(one -> -one.getValue().calls)
                    .thenComparingLong(one -> one.getKey().key());

    private final Terms terms;
    private final Deque<Said> saidBefore = new ArrayDeque<>();
    private final Detection before;
    private final Detection after;
    private final Map<PhoneNumber, Changed> newly = new HashMap<>();
    private final Map<PhoneNumber, Changed> noLonger = new HashMap<>();
    // Set by the first call, before anything reads it.
    private CallRecord ringing;
    private long calls;
    private long newlyCalls;
    private long noLongerCalls;

    /**
     * How to compare.
     *
     * @param capacity how much each of the two remembers
     * @param lateness how much earlier than the latest a call may begin that is replayed after it
     * @param from calls before are only learned from
     * @param numbersMax how many numbers are counted one by one on either side
     * @param listedMax how many of them are listed
     */
    public record Terms(Capacity capacity, Duration lateness, Instant from, int numbersMax, int listedMax) {}

    /** What one model says of a call. */
    private record Said(boolean isBlocked, List<Ground> grounds) {}

    private static final Said NOT_BLOCKED = new Said(false, List.of());

    private static final class Changed {
        private long calls;
        private List<Ground> grounds = List.of();
    }

    /** @param current empty where nothing judges now: then nothing is blocked */
    public Comparison(Optional<Model> current, Model candidate, Terms terms) {
        this.terms = terms;
        this.before = current.map(model ->
                        Detection.of(terms.capacity(), terms.lateness(), model, new Hearing(model, saidBefore::add)))
                .orElseGet(
                        () -> Detection.ofFeatures(terms.capacity(), terms.lateness(), new Hearing(saidBefore::add)));
        this.after = Detection.of(
                terms.capacity(),
                terms.lateness(),
                candidate,
                new Hearing(candidate, said -> compare(saidBefore.remove(), said)));
    }

    /** A call, in about the order of time. */
    public void observe(CallRecord call) {
        before.observe(call);
        after.observe(call);
    }

    /** No more calls come. */
    public Result finish() {
        before.finish();
        after.finish();
        return new Result(calls, side(newlyCalls, newly), side(noLongerCalls, noLonger));
    }

    /** How many calls were compared so far. */
    public long calls() {
        return calls;
    }

    private void compare(Said old, Said fresh) {
        if (ringing.start().isBefore(terms.from())) {
            return;
        }
        calls++;
        if (fresh.isBlocked && !old.isBlocked) {
            newlyCalls++;
            count(newly, fresh.grounds);
        } else if (old.isBlocked && !fresh.isBlocked) {
            noLongerCalls++;
            count(noLonger, old.grounds);
        }
    }

    private void count(Map<PhoneNumber, Changed> numbers, List<Ground> grounds) {
        if (numbers.size() < terms.numbersMax() || numbers.containsKey(ringing.caller())) {
            Changed changed = numbers.computeIfAbsent(ringing.caller(), number -> new Changed());
            changed.calls++;
            changed.grounds = grounds;
        }
    }

    private Side side(long count, Map<PhoneNumber, Changed> numbers) {
        List<Listed> listed = numbers.entrySet().stream()
                .sorted(MOST_CALLS_FIRST)
                .limit(terms.listedMax())
                .map(one -> new Listed(one.getKey(), one.getValue().calls, one.getValue().grounds))
                .toList();
        return new Side(count, numbers.size(), numbers.size() == terms.numbersMax(), listed);
    }

    /**
     * What differs.
     *
     * @param calls compared
     * @param newly blocked by the candidate alone
     * @param noLonger blocked by the current model alone
     */
    public record Result(long calls, Side newly, Side noLonger) {}

    /**
     * Calls that one model alone blocks.
     *
     * @param numbers whose calls they are
     * @param isFull whether there may be more numbers than were counted
     * @param listed those with the most calls
     */
    public record Side(long calls, int numbers, boolean isFull, List<Listed> listed) {}

    /** A number, how many of its calls, and why the last of them. */
    public record Listed(PhoneNumber number, long calls, List<Ground> grounds) {}

    private interface Ear {
        void hears(Said said);
    }

    /** Both are given the same calls, so they ring in the same order, and the one after is told of each second. */
    private final class Hearing implements Detection.Listener {
        private final Optional<Judge> judge;
        private final Ear ear;
        private final Grounds why = new Grounds();

        private Hearing(Model model, Ear ear) {
            this.judge = Optional.of(new Judge(model));
            this.ear = ear;
        }

        private Hearing(Ear ear) {
            this.judge = Optional.empty();
            this.ear = ear;
        }

        @Override
        public void rings(Sighting seen) {
            ringing = seen.call();
            ear.hears(judge.map(by -> said(by, seen)).orElse(NOT_BLOCKED));
        }

        private Said said(Judge by, Sighting seen) {
            Action action = by.judge(seen);
            if (action != Action.REJECT && action != Action.CHALLENGE) {
                return NOT_BLOCKED;
            }
            by.judge(seen, why);
            return new Said(true, why.list());
        }

        @Override
        public void late(CallRecord call) {
            // Neither model says anything of it.
        }
    }
}

package io.jingling.http.memory;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionLog;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The decision log on a list, newest first, at most {@value #KEPT}. */
final class Decisions implements DecisionLog, DecisionHistory {
    static final int KEPT = 100_000;

    private final Memory memory;
    private final Deque<PastDecision> kept = new ArrayDeque<>();
    private long next = 1;

    Decisions(Memory memory) {
        this.memory = memory;
    }

    @Override
    public synchronized void append(CallAttempt call, long verdict, int policyVersion, long listVersion) {
        Instant at = Instant.ofEpochMilli(call.atMillis());
        Decision decision = new Decision(verdict, listVersion);
        kept.addFirst(new PastDecision(next++, at, call.caller(), call.callee(), decision, policyVersion));
        if (kept.size() > KEPT) {
            kept.removeLast();
        }
    }

    @Override
    public long lost() {
        return 0;
    }

    @Override
    public List<PastDecision> ofCallee(PhoneNumber callee, Instant from, Instant to, int limit) {
        return those(one -> one.callee().equals(callee) && within(one, from, to), limit);
    }

    @Override
    public List<PastDecision> ofCaller(PhoneNumber caller, Instant from, Instant to, int limit) {
        return those(one -> one.caller().equals(caller) && within(one, from, to), limit);
    }

    @Override
    public Optional<PastDecision> find(long id) {
        return those(one -> one.id() == id, 1).stream().findFirst();
    }

    @Override
    public List<PastDecision> latest(int limit) {
        return those(one -> true, limit);
    }

    @Override
    public List<PastDecision> between(Instant from, Instant to, int limit) {
        return those(one -> within(one, from, to), limit);
    }

    @Override
    public List<Tally> tallies(Instant from, Instant to) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (PastDecision one : those(past -> within(past, from, to), KEPT)) {
            Decision d = one.decision();
            Instant minute = Instant.ofEpochSecond(one.at().getEpochSecond() / 60 * 60);
            String category = d.category().map(Category::code).orElse("");
            Tally tally = new Tally(minute, d.action().word(), d.rule().id(), category, 1);
            tallies.merge(
                    minute + tally.action() + tally.rule() + category,
                    tally,
                    (a, b) -> new Tally(a.minute(), a.action(), a.rule(), a.category(), a.count() + b.count()));
        }
        return List.copyOf(tallies.values());
    }

    private synchronized List<PastDecision> those(Predicate<PastDecision> wanted, int limit) {
        memory.answer();
        return kept.stream().filter(wanted).limit(limit).toList();
    }

    private static boolean within(PastDecision one, Instant from, Instant to) {
        return !one.at().isBefore(from) && one.at().isBefore(to);
    }
}

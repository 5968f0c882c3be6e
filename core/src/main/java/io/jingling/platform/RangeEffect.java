package io.jingling.platform;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import io.jingling.domain.NumberRange;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.RangeRule;
import io.jingling.domain.Verdict;
import io.jingling.platform.RangePreview.Effect;
import io.jingling.platform.RangePreview.Listed;
import io.jingling.screening.Policy;
import io.jingling.screening.RangeRules;
import io.jingling.screening.Screening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides past calls twice, without and with a range rule, and counts what differs. One thread at a time. */
final class RangeEffect {
    private static final Duration TALK_MIN = Duration.ofSeconds(60);
    private static final int NUMBERS_MAX = 50_000;
    private static final int LISTED_MAX = 200;
    private static final Comparator<Listed> MOST_CALLS_FIRST = Comparator.comparingLong((Listed one) -> -one.calls())
            .thenComparingLong(one -> one.number().key());

    private final NumberRange range;
    private final Policy policy;
    private final Screening without;
    private final Screening with;
    private final Map<PhoneNumber, Listed> numbers = new HashMap<>();
    private long calls;
    private long ofRange;
    private long blocked;
    private long blockedTalks;
    private long labelled;

    /** @param current the rules that there are; the one on the same range is replaced */
    RangeEffect(Platform platform, Collection<RangeRule> current, RangeRule candidate) {
        range = candidate.range();
        policy = platform.policy();
        without = beside(platform, current);
        List<RangeRule> changed = new ArrayList<>(current);
        // The last on a range holds. Past calls are looked at as if it had been there, and the future has no end here.
        changed.add(new RangeRule(range, candidate.category(), candidate.score(), Instant.MAX));
        with = beside(platform, changed);
    }

    private static Screening beside(Platform platform, Collection<RangeRule> rules) {
        RangeRules suspicions = new RangeRules();
        suspicions.replace(rules);
        return platform.beside(suspicions);
    }

    void observe(CallRecord call) {
        calls++;
        if (!range.holds(call.caller())) {
            return;
        }
        ofRange++;
        CallAttempt attempt =
                CallAttempt.of(call.caller(), call.callee(), call.start().toEpochMilli());
        Action before = Verdict.action(without.verdict(attempt, policy));
        Action after = Verdict.action(with.verdict(attempt, policy));
        if (isBlocking(after) && !isBlocking(before)) {
            count(call);
        } else if (after.compareTo(before) > 0) {
            labelled++;
        }
    }

    long calls() {
        return calls;
    }

    Effect result() {
        List<Listed> listed = numbers.values().stream()
                .sorted(MOST_CALLS_FIRST)
                .limit(LISTED_MAX)
                .toList();
        boolean isFull = numbers.size() == NUMBERS_MAX;
        return new Effect(calls, ofRange, blocked, blockedTalks, labelled, numbers.size(), isFull, listed);
    }

    private void count(CallRecord call) {
        int talk = call.answered() && call.duration().compareTo(TALK_MIN) > 0 ? 1 : 0;
        blocked++;
        blockedTalks += talk;
        if (numbers.size() < NUMBERS_MAX || numbers.containsKey(call.caller())) {
            numbers.merge(
                    call.caller(),
                    new Listed(call.caller(), 1, talk),
                    (all, one) -> new Listed(all.number(), all.calls() + one.calls(), all.talks() + one.talks()));
        }
    }

    private static boolean isBlocking(Action action) {
        return action == Action.REJECT || action == Action.CHALLENGE;
    }
}

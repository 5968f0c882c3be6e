package io.jingling.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.NumberRange;
import io.jingling.domain.RangeRule;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {
    @Test
    void decidingMakesNoObjects() {
        WorldOfCalls world = new WorldOfCalls(12);
        Standings standings = new Standings(64);
        WishesIndex wishes = new WishesIndex(64, Policy.defaultWishes());
        for (int i = 0; i < 20; i++) {
            CallAttempt call = world.call(world.atMillis());
            if (call.caller().isKnown() && call.callee().isKnown()) {
                standings.put(call.caller(), world.standing());
                wishes.put(call.callee(), world.wishes());
            }
        }
        RangeRules rules = new RangeRules();
        rules.replace(List.of(
                rule("1380013****"),
                rule("138001380**"),
                rule("057188886***"),
                rule("170123456**"),
                rule("1890013****")));
        Screening screening =
                new Screening(standings, wishes, new Passes(16), new RefusedCalls(64), Suspicions.NONE.or(rules));
        CallAttempt[] calls = new CallAttempt[1_000];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = world.call(world.atMillis());
        }
        // Quiet hours copy nothing and passes box nothing: even the interpreter allocates not a byte.
        long sum = decideAll(screening, calls);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().threadId();
        long before = threads.getThreadAllocatedBytes(self);
        sum += decideAll(screening, calls);
        long allocated = threads.getThreadAllocatedBytes(self) - before;
        assertThat(sum).isNotZero();
        assertThat(allocated).isLessThan(calls.length);
    }

    private static RangeRule rule(String range) {
        return new RangeRule(NumberRange.parse(range), Category.LOANS, 100, Instant.MAX);
    }

    private static long decideAll(Screening screening, CallAttempt[] calls) {
        long sum = 0;
        for (CallAttempt call : calls) {
            sum += screening.decide(call, Policy.STANDARD, 1).verdict();
        }
        return sum;
    }
}

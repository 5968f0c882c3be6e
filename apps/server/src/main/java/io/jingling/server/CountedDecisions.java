package io.jingling.server;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Rule;
import io.jingling.domain.Verdict;
import io.jingling.platform.DecisionLog;
import java.util.concurrent.atomic.LongAdder;

/** Counts every decision on its way to the log, by action and rule. */
final class CountedDecisions implements DecisionLog {
    private static final int RULES = Rule.values().length;

    private final DecisionLog log;
    private final LongAdder[] counts = new LongAdder[Action.values().length * RULES];

    CountedDecisions(DecisionLog log) {
        this.log = log;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    @Override
    public void append(CallAttempt call, long verdict, int policyVersion, long listVersion) {
        counts[place(Verdict.action(verdict), Verdict.rule(verdict))].increment();
        log.append(call, verdict, policyVersion, listVersion);
    }

    @Override
    public long lost() {
        return log.lost();
    }

    long counted(Action action, Rule rule) {
        return counts[place(action, rule)].sum();
    }

    private static int place(Action action, Rule rule) {
        return action.ordinal() * RULES + rule.ordinal();
    }
}

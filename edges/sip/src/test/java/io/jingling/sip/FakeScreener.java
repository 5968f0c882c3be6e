package io.jingling.sip;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Decision;
import io.jingling.domain.NumberKind;
import io.jingling.domain.Rule;
import io.jingling.domain.Verdict;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Decides as it is told, and remembers what it was asked. */
final class FakeScreener implements CallScreener {
    static final Decision PASS = new Decision(Verdict.of(Action.PASS, Rule.DEFAULT_PASS, NumberKind.MOBILE), 1);
    static final Decision REJECT = new Decision(Verdict.of(Action.REJECT, Rule.OWN_BLACK_LIST, NumberKind.MOBILE), 1);

    private final List<CallAttempt> asked = new CopyOnWriteArrayList<>();
    private final List<CallAttempt> passed = new CopyOnWriteArrayList<>();
    private volatile Decision answer = PASS;
    private volatile Throwable failure;

    /** An action decided for a reason with category 07, score 85 and 312 numbers in an hour. */
    static Decision suspected(Action action, Rule rule) {
        long verdict = Verdict.of(action, rule, NumberKind.MOBILE);
        return new Decision(Verdict.withSuspicion(verdict, 6, 85, 1, 312), 1);
    }

    FakeScreener answering(Decision next) {
        answer = next;
        return this;
    }

    FakeScreener failing(Throwable next) {
        failure = next;
        return this;
    }

    @Override
    public Decision screen(CallAttempt call) {
        asked.add(call);
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        return answer;
    }

    @Override
    public Decision failOpen(CallAttempt call) {
        passed.add(call);
        return new Decision(
                Verdict.of(Action.PASS, Rule.FAIL_OPEN, call.caller().kind()), 1);
    }

    List<CallAttempt> asked() {
        return asked;
    }

    List<CallAttempt> passed() {
        return passed;
    }
}

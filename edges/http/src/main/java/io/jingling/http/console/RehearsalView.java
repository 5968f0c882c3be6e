package io.jingling.http.console;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.Decision;
import io.jingling.screening.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What would be decided now.
 *
 * @param caller as typed, to be changed and tried again; empty where it was not typed
 * @param callee the same
 * @param problems what is wrong, by field
 * @param outcome none where nothing was rehearsed yet
 */
record RehearsalView(String caller, String callee, Map<String, String> problems, List<Outcome> outcome) {
    static final RehearsalView EMPTY = new RehearsalView("", "", Map.of(), List.of());

    /** What came of it. */
    record Outcome(
            String caller,
            String callee,
            String time,
            String action,
            String actionName,
            List<DecisionView.ReasonView> reasons,
            List<Ladder.Step> ladder) {
        static Outcome of(CallAttempt call, Decision decision, Policy policy, Words words) {
            return new Outcome(
                    words.of(call.caller()),
                    words.of(call.callee()),
                    Times.clock(Instant.ofEpochMilli(call.atMillis())),
                    decision.action().word(),
                    words.of(decision.action()),
                    DecisionView.reasons(decision, words),
                    Ladder.of(decision, policy, words));
        }
    }

    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }
}

package io.jingling.http.console;

import io.jingling.domain.Decision;
import io.jingling.domain.Reason;
import io.jingling.platform.DecisionHistory.PastDecision;
import java.util.List;

/**
 * A decision in ready sentences.
 *
 * @param id the log's own number
 * @param day {@code 2026-11-23}
 * @param time {@code 20:31:05}
 * @param caller masked
 * @param callerKnown false for a hidden or invalid number
 * @param callee masked
 * @param kind what kind of number the caller is
 * @param action the action's word, which is also its style
 * @param actionName the same for people
 * @param rule the rule that decided, in words
 * @param category empty where none
 * @param score 0 where none
 * @param reasons never empty, the leading one first
 * @param policyVersion the policy it was made under
 * @param listVersion the state of standings and wishes it was made from
 */
record DecisionView(
        long id,
        String day,
        String time,
        String caller,
        boolean callerKnown,
        String callee,
        String kind,
        String action,
        String actionName,
        String rule,
        String category,
        int score,
        List<ReasonView> reasons,
        int policyVersion,
        long listVersion) {
    /**
     * One reason.
     *
     * @param inShadow true where a rule on trial would have done something else
     */
    record ReasonView(String code, String rule, int ruleVersion, String sentence, boolean inShadow) {
        static ReasonView of(Reason reason, Words words) {
            return new ReasonView(
                    reason.code(),
                    reason.ruleId(),
                    reason.ruleVersion(),
                    words.of(reason),
                    reason.code().startsWith("SHADOW_"));
        }
    }

    static DecisionView of(PastDecision past, Words words) {
        Decision decision = past.decision();
        return new DecisionView(
                past.id(),
                Times.day(past.at()),
                Times.clock(past.at()),
                words.of(past.caller()),
                past.caller().isKnown(),
                words.of(past.callee()),
                words.of(decision.kind()),
                decision.action().word(),
                words.of(decision.action()),
                words.of(decision.rule()),
                decision.category().map(words::of).orElse(""),
                decision.score(),
                reasons(decision, words),
                past.policyVersion(),
                decision.listVersion());
    }

    static List<ReasonView> reasons(Decision decision, Words words) {
        return decision.reasons().stream()
                .map(reason -> ReasonView.of(reason, words))
                .toList();
    }

    public ReasonView leading() {
        return reasons.getFirst();
    }

    /** What was counted against the number, or that it is not verified; empty where neither. */
    public String more() {
        return reasons.stream()
                .filter(reason ->
                        reason.code().startsWith("EVIDENCE_") || reason.code().equals("NUMBER_UNVERIFIED"))
                .map(ReasonView::sentence)
                .findFirst()
                .orElse("");
    }
}

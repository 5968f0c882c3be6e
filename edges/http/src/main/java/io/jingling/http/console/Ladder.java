package io.jingling.http.console;

import io.jingling.domain.Decision;
import io.jingling.domain.Rule;
import io.jingling.domain.Verdict;
import io.jingling.screening.Policy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The order of precedence as steps from the first asked to the last, and the one that decided. */
final class Ladder {
    /** They speak only where a later rule would keep the call from ringing. */
    private static final Set<Rule> PASSES = Set.of(Rule.CALL_BACK_PASS, Rule.COURIER_PASS, Rule.SECOND_CALL_PASS);
    /** What a subscriber decides oneself. */
    private static final Set<Rule> OWN = Set.of(
            Rule.SERVICE_OFF,
            Rule.OWN_WHITE_LIST,
            Rule.OWN_BLACK_LIST,
            Rule.COURIER_PASS,
            Rule.OWN_CATEGORY,
            Rule.OWN_PREFIX,
            Rule.PRESET,
            Rule.QUIET_HOURS);

    private Ladder() {}

    /**
     * One step.
     *
     * @param state {@code passed} (had nothing to say), {@code decided}, {@code unasked}, {@code off},
     *     {@code shadow} or {@code plain}
     * @param stateName the same in words; empty where plain
     * @param note what one has to know about it; may be empty
     * @param isOwn true for what a subscriber decides
     */
    record Step(int place, String name, String rule, String state, String stateName, String note, boolean isOwn) {
        public boolean isDecided() {
            return state.equals("decided");
        }
    }

    /** With the deciding step lit. */
    static List<Step> of(Decision decision, Policy policy, Words words) {
        return rules().map(rule -> step(rule, state(rule, decision, policy), words))
                .toList();
    }

    /** The order alone. */
    static List<Step> plain(Words words) {
        return rules().map(rule -> step(rule, "plain", words)).toList();
    }

    private static Stream<Rule> rules() {
        return Arrays.stream(Rule.values()).filter(rule -> rule != Rule.FAIL_OPEN);
    }

    private static Step step(Rule rule, String state, Words words) {
        return new Step(
                rule.ordinal() + 1,
                words.of(rule),
                rule.id(),
                state,
                state.equals("plain") ? "" : words.say("step." + state),
                PASSES.contains(rule) ? words.say("passesNote") : "",
                OWN.contains(rule));
    }

    private static String state(Rule rule, Decision decision, Policy policy) {
        boolean decided = rule == decision.rule();
        boolean spokeInShadow = Verdict.hasShadow(decision.verdict()) && rule == Verdict.shadowRule(decision.verdict());
        if (decided || spokeInShadow) {
            return decided ? "decided" : "shadow";
        }
        return policy.off().contains(rule) ? "off" : rule.compareTo(decision.rule()) < 0 ? "passed" : "unasked";
    }
}

package io.jingling.domain;

import java.util.ArrayList;
import java.util.List;

/** Puts a decision into sentences. */
final class Explanation {
    private Explanation() {}

    static List<Reason> of(Decision decision) {
        List<Reason> reasons = new ArrayList<>();
        Rule rule = decision.rule();
        reasons.add(reason(decision, rule, rule.name(), chinese(decision), english(decision)));
        if (decision.isUnverified()) {
            reasons.add(reason(
                    decision,
                    rule,
                    "NUMBER_UNVERIFIED",
                    "号码未核实:该线路无权显示此公共号码",
                    "number not verified: this trunk may not present this public number"));
        }
        decision.evidence()
                .ifPresent(evidence -> reasons.add(
                        reason(decision, rule, "EVIDENCE_" + evidence.kind(), evidence.chinese(), evidence.english())));
        reasons.add(reason(
                decision,
                rule,
                "KIND_" + decision.kind(),
                "号码类型:" + decision.kind().chinese(),
                "kind of number: " + decision.kind().english()));
        if (Verdict.hasShadow(decision.verdict())) {
            Rule shadow = Verdict.shadowRule(decision.verdict());
            Action action = Verdict.shadowAction(decision.verdict());
            reasons.add(reason(
                    decision,
                    shadow,
                    "SHADOW_" + shadow.name(),
                    "试运行规则(未执行):" + shadow.chinese() + ",将" + action.chinese(),
                    "in shadow, not acted on: " + shadow.english() + ", would " + action.word()));
        }
        return List.copyOf(reasons);
    }

    private static String chinese(Decision decision) {
        String category = decision.category()
                .map(c -> "(" + c.chinese() + ",评分 " + decision.score() + ")")
                .orElse("");
        return decision.action().chinese() + ":" + decision.rule().chinese() + category;
    }

    private static String english(Decision decision) {
        String category = decision.category()
                .map(c -> " (" + c.english() + ", score " + decision.score() + ")")
                .orElse("");
        return decision.action().word() + ": " + decision.rule().english() + category;
    }

    private static Reason reason(Decision decision, Rule rule, String code, String chinese, String english) {
        return new Reason(code, rule.id(), rule.version(), decision.listVersion(), chinese, english);
    }
}

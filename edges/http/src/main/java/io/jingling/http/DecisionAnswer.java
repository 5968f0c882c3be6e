package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Reason;
import io.jingling.platform.DecisionHistory.PastDecision;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision as it is shown: numbers masked, every reason with it, also for a pass. */
@Schema(description = "What is done with a call, and why.")
record DecisionAnswer(
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                description = "The decision log's own number; absent in the answer that makes it.",
                examples = "1125899906842624")
        String id,

        @Schema(description = "pass, label, silent, challenge or reject", examples = "reject")
        String action,

        @Schema(description = "The rule that decided.", examples = "own-category")
        String rule,

        @Schema(description = "01 to 21, F1, or empty where nothing is suspected.", examples = "07")
        String category,

        @Schema(description = "How sure, 0 to 100; 0 where nothing is suspected.", examples = "83")
        int score,

        @Schema(description = "The caller's kind of number.", examples = "VIRTUAL_OPERATOR")
        String kind,

        @Schema(description = "Masked.", examples = "170****5678")
        String caller,

        @Schema(description = "Masked.", examples = "138****1234")
        String callee,

        @Schema(examples = "2026-11-23T01:30:00Z") String at,

        @Schema(description = "False for a rehearsal: nothing was remembered or written.")
        boolean recorded,

        @Schema(description = "The operator's policy it was made under.", examples = "1")
        int policyVersion,

        @Schema(description = "The state of standings and wishes.", examples = "1042")
        long listVersion,

        @Schema(description = "Never empty; the rule that decided comes first.")
        List<ReasonAnswer> reasons) {

    @Schema(description = "One reason, for machines and for people.")
    record ReasonAnswer(
            @Schema(examples = "EVIDENCE_CALLS_PER_HOUR") String code,
            @Schema(examples = "own-category") String ruleId,
            @Schema(examples = "1") int ruleVersion,
            @Schema(examples = "1042") long listVersion,
            @Schema(examples = "高频外呼:1 小时拨打 312 个号码") String zh,

            @Schema(examples = "high-frequency dialling: 312 numbers called in 1 hour")
            String en) {
        static ReasonAnswer of(Reason reason) {
            return new ReasonAnswer(
                    reason.code(),
                    reason.ruleId(),
                    reason.ruleVersion(),
                    reason.listVersion(),
                    reason.chinese(),
                    reason.english());
        }
    }

    static DecisionAnswer of(PastDecision past) {
        return of(past, true);
    }

    static DecisionAnswer of(PastDecision past, boolean recorded) {
        Decision decision = past.decision();
        return new DecisionAnswer(
                past.id() == 0 ? "" : Long.toString(past.id()),
                decision.action().word(),
                decision.rule().id(),
                decision.category().map(Category::code).orElse(""),
                decision.score(),
                decision.kind().name(),
                past.caller().toString(),
                past.callee().toString(),
                past.at().toString(),
                recorded,
                past.policyVersion(),
                decision.listVersion(),
                decision.reasons().stream().map(ReasonAnswer::of).toList());
    }

    static List<DecisionAnswer> all(List<PastDecision> past) {
        return past.stream().map(DecisionAnswer::of).toList();
    }

    /** A decision of this moment in the shape of past ones. */
    static PastDecision past(long atMillis, PhoneNumber caller, PhoneNumber callee, Decision decision, int policy) {
        return new PastDecision(0, Instant.ofEpochMilli(atMillis), caller, callee, decision, policy);
    }
}

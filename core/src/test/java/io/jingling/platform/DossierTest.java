package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.detection.CampaignView;
import io.jingling.detection.Change;
import io.jingling.domain.Action;
import io.jingling.domain.CallRecord;
import io.jingling.domain.Decision;
import io.jingling.domain.NumberKind;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Rule;
import io.jingling.domain.Verdict;
import io.jingling.evidence.Claim;
import io.jingling.evidence.Occurrence;
import io.jingling.platform.DecisionHistory.PastDecision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of a case: the callers and the complainant, and nothing of anybody else. */
class DossierTest {
    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");
    private static final PhoneNumber CALLER = PhoneNumber.parse("16500231000");
    private static final PhoneNumber COMPLAINANT = PhoneNumber.parse("13800138000");
    private static final PhoneNumber SOMEBODY = PhoneNumber.parse("13700137000");
    private static final String OWN_BLACK_LIST = "黑名单";

    private final List<PastDecision> decisions =
            List.of(decision(1, COMPLAINANT, Action.PASS), decision(2, SOMEBODY, Action.REJECT));

    @Test
    void ofOtherSubscribersThereIsNeitherNumberNorWish() {
        String table = text(dossier(COMPLAINANT, Set.of()), Dossier.DECISIONS);
        assertThat(table.lines().toList().get(2))
                .isEqualTo("\"2\",\"2026-11-28 12:00:02\",\"2\",\"165****1000\",\"其他用户\",\"拒接\",\"\",\"0\",\"\"");
        assertThat(table).doesNotContain("137", OWN_BLACK_LIST);
        assertThat(text(dossier(COMPLAINANT, Set.of()), Dossier.RECORDS)).doesNotContain("137", "138");
    }

    @Test
    void theComplainantsCallsAreToldWithTheirReasons() {
        Dossier dossier = dossier(COMPLAINANT, Set.of());
        assertThat(text(dossier, Dossier.DECISIONS).lines().toList().get(1))
                .startsWith("\"1\",\"2026-11-28 12:00:01\",\"1\",\"165****1000\",\"报案人\",\"放行\"")
                .doesNotEndWith("\"\"");
        assertThat(dossier.claims()).extracting(Claim::text).anyMatch(text -> text.contains("1 次呼叫的被叫是报案人"));
        assertThat(dossier.course()).extracting(Occurrence::text).contains("报案人来电：165****1000，处置 放行");
    }

    @Test
    void whereThereIsNoComplainantNobodysCallsAreTold() {
        Dossier dossier = dossier(PhoneNumber.HIDDEN, Set.of());
        assertThat(text(dossier, Dossier.DECISIONS)).doesNotContain("报案人", OWN_BLACK_LIST);
        assertThat(dossier.course()).extracting(Occurrence::text).noneMatch(text -> text.contains("报案人"));
    }

    @Test
    void aReleasedNumberIsInFullEverywhereAndNoOther() {
        Dossier dossier = dossier(COMPLAINANT, Set.of(CALLER));
        for (String path : List.of(Dossier.DECISIONS, Dossier.RECORDS, Dossier.MEMBERS, Dossier.EVENTS)) {
            assertThat(text(dossier, path)).as(path).contains("16500231000").doesNotContain("13700137000");
        }
        assertThat(text(dossier(COMPLAINANT, Set.of()), Dossier.MEMBERS)).contains("165****1000");
    }

    @Test
    void whatAMethodConcludedHasABound() {
        assertThat(dossier(COMPLAINANT, Set.of()).claims())
                .filteredOn(claim -> claim.kind() == Claim.Kind.INFERRED)
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.method()).isEqualTo("campaigns/v1，模型 test-1");
                    assertThat(claim.bound()).contains("不宜单独作为认定依据");
                });
    }

    private Dossier dossier(PhoneNumber complainant, Set<PhoneNumber> released) {
        return new Dossier(decisions, List.of(record()), List.of(campaign()), complainant, released, "test-1");
    }

    private static String text(Dossier dossier, String path) {
        return new String(dossier.contents().get(path), StandardCharsets.UTF_8);
    }

    private static PastDecision decision(long id, PhoneNumber callee, Action action) {
        Rule rule = action == Action.REJECT ? Rule.OWN_BLACK_LIST : Rule.DEFAULT_PASS;
        long verdict = Verdict.of(action, rule, NumberKind.VIRTUAL_OPERATOR);
        return new PastDecision(id, NOW.plusSeconds(id), CALLER, callee, new Decision(verdict, 1), 1);
    }

    private static CallRecord record() {
        return new CallRecord(
                "call-1",
                NOW,
                CALLER,
                SOMEBODY,
                CallRecord.Direction.OUT,
                true,
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                CallRecord.ReleasedBy.CALLEE,
                "16",
                CallRecord.Origin.UNKNOWN);
    }

    private static CampaignView campaign() {
        return new CampaignView(
                "c1",
                NOW,
                NOW,
                new CampaignView.State.Active(),
                1,
                1,
                2,
                0.98,
                List.of(),
                List.of(new CampaignView.Member(CALLER, NOW, Instant.MAX, NOW, 2)),
                List.of(new CampaignView.Event(NOW, Change.Kind.FOUNDED, CALLER, "")),
                List.of());
    }
}

package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.custody.Access;
import io.jingling.custody.Access.Step;
import io.jingling.custody.Denial;
import io.jingling.custody.Release;
import io.jingling.custody.Release.Answer;
import io.jingling.custody.Release.Stage;
import io.jingling.custody.Release.Wish;
import io.jingling.custody.Subject;
import io.jingling.custody.Terms;
import io.jingling.detection.Capacity;
import io.jingling.domain.Decision;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.DecisionHistory.PastDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each step is in evidence and in the access log before it takes effect, and where it cannot be nothing is shown. */
class ReleasesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");
    private static final PhoneNumber CALLER = PhoneNumber.parse("16500231000");
    private static final ApiKey OFFICER = key("a1", ApiKey.Role.OFFICER);
    private static final ApiKey OPERATOR = key("b2", ApiKey.Role.OPERATOR);
    private static final Wish WISH = new Wish(new Subject.OfDecision(7), "公(刑)立字 2026-1", "核查主叫");

    private final InMemoryEvidence evidence = new InMemoryEvidence();
    private final InMemoryCustody stores = new InMemoryCustody();
    private long ids;
    private final Releases releases = new Releases(
            stores,
            new AccessBook(evidence, stores.log()),
            new Releases.Sources(new OneDecision(), new InMemoryCases(), watch(), evidence),
            Terms.STANDARD,
            () -> new UUID(0, ++ids));

    @Test
    void theCallerOfADecisionIsReadByWhoAskedAfterAnotherReleasedIt() {
        Release asked = allowed(releases.ask(OFFICER, WISH, NOW));
        allowed(releases.release(asked.id(), OPERATOR, NOW));
        assertThat(allowed(releases.read(asked.id(), OFFICER, NOW)).numbers()).containsExactly(CALLER);
        assertThat(stores.accesses).extracting(Access::step).containsExactly(Step.ASKED, Step.RELEASED, Step.READ);
        assertThat(evidence.texts().getFirst()).isEqualTo("""
                jingling/number-access/v1
                how asked
                key a1
                name a1
                role officer
                release 00000000-0000-0000-0000-000000000001
                case 公(刑)立字 2026-1
                what decision 7 (numbers: 1)
                reason 核查主叫
                """);
        assertThat(evidence.texts().get(1)).isEqualTo("jingling/number-accessed/v1\nwhose 16500231000\n");
        assertThat(evidence.statements.getFirst().parts().get(1).about()).containsExactly(CALLER);
        assertThat(evidence.statements).hasSize(3);
    }

    @Test
    void whereEvidenceIsAwayNothingIsAskedReleasedOrRead() {
        Release asked = allowed(releases.ask(OFFICER, WISH, NOW));
        evidence.away = true;
        assertThatThrownBy(() -> releases.ask(OFFICER, WISH, NOW)).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> releases.release(asked.id(), OPERATOR, NOW)).isInstanceOf(StoreFailure.class);
        assertThat(stores.releases).hasSize(1);
        assertThat(releases.find(asked.id()).stage(NOW)).isEqualTo(Stage.ASKED);
        evidence.away = false;
        allowed(releases.release(asked.id(), OPERATOR, NOW));
        evidence.away = true;
        assertThatThrownBy(() -> releases.read(asked.id(), OFFICER, NOW)).isInstanceOf(StoreFailure.class);
    }

    @Test
    void whereTheAccessLogIsAwayNothingIsRead() {
        Release asked = allowed(releases.ask(OFFICER, WISH, NOW));
        allowed(releases.release(asked.id(), OPERATOR, NOW));
        stores.logAway = true;
        assertThatThrownBy(() -> releases.read(asked.id(), OFFICER, NOW)).isInstanceOf(StoreFailure.class);
    }

    @Test
    void aRefusalIsOnRecordWithItsReason() {
        Release asked = allowed(releases.ask(OFFICER, WISH, NOW));
        allowed(releases.refuse(asked.id(), OPERATOR, "没有立案文书", NOW));
        assertThat(stores.accesses.getLast().reason()).isEqualTo("没有立案文书");
        assertThat(denial(releases.read(asked.id(), OFFICER, NOW))).isEqualTo(Denial.NOT_RELEASED);
    }

    @Test
    void whatIsDeniedLeavesNoTraceOfAnAccess() {
        Release asked = allowed(releases.ask(OFFICER, WISH, NOW));
        assertThat(denial(releases.release(asked.id(), OFFICER, NOW))).isEqualTo(Denial.SAME_PERSON);
        assertThat(denial(releases.read(asked.id(), OPERATOR, NOW))).isEqualTo(Denial.ANOTHER_ASKED);
        assertThat(stores.accesses).hasSize(1);
    }

    @Test
    void onlyOfficersAndOperatorsAskAndAnswer() {
        ApiKey auditor = key("c3", ApiKey.Role.AUDITOR);
        assertThat(denial(releases.ask(auditor, WISH, NOW))).isEqualTo(Denial.ROLE);
        Release asked = allowed(releases.ask(OFFICER, WISH, NOW));
        assertThat(denial(releases.release(asked.id(), auditor, NOW))).isEqualTo(Denial.ROLE);
    }

    @Test
    void onePersonHasNotMoreWaitingThanAllowed() {
        for (int i = 0; i < Releases.WAITING_MAX; i++) {
            allowed(releases.ask(OFFICER, WISH, NOW));
        }
        assertThat(denial(releases.ask(OFFICER, WISH, NOW))).isEqualTo(Denial.TOO_MANY);
        Instant later = NOW.plus(Terms.STANDARD.answerWithin());
        assertThat(releases.ask(OFFICER, WISH, later)).isInstanceOf(Answer.Allowed.class);
    }

    @Test
    void whatIsNotThereIsNotAskedFor() {
        Wish other = new Wish(new Subject.OfDecision(8), "c", "r");
        assertThatThrownBy(() -> releases.ask(OFFICER, other, NOW))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("id: got one that nothing has, want that of a decision on a caller who showed a number");
        Wish campaign = new Wish(new Subject.OfCampaign("c-1"), "c", "r");
        assertThatThrownBy(() -> releases.ask(OFFICER, campaign, NOW)).hasMessageContaining("campaign");
        Wish entry = new Wish(new Subject.OfEntry(1), "c", "r");
        assertThatThrownBy(() -> releases.ask(OFFICER, entry, NOW)).hasMessageContaining("entry");
        assertThat(evidence.statements).isEmpty();
    }

    @Test
    void aReleaseOpensOnlyWhatItIsAbout() {
        Release asked = allowed(releases.ask(OFFICER, WISH, NOW));
        allowed(releases.release(asked.id(), OPERATOR, NOW));
        assertThat(denial(releases.open(asked.id(), 7, OFFICER, NOW))).isEqualTo(Denial.OTHER_SUBJECT);
    }

    private static Watch watch() {
        Capacity small = new Capacity(200, 200, 1 << 12, 1 << 10, 1 << 12, 1 << 4);
        return new Watch(new Watch.Terms(small, Duration.ofSeconds(5), true), Optional.empty());
    }

    private static ApiKey key(String id, ApiKey.Role role) {
        return new ApiKey(id, id, role, "", NOW.minusSeconds(9));
    }

    private static Release allowed(Answer answer) {
        return ((Answer.Allowed) answer).release();
    }

    private static Denial denial(Answer answer) {
        return ((Answer.Denied) answer).why();
    }

    /** A history of one decision, number 7. */
    private static final class OneDecision implements DecisionHistory {
        @Override
        public Optional<PastDecision> find(long id) {
            PastDecision one =
                    new PastDecision(7, NOW, CALLER, PhoneNumber.parse("13800138000"), new Decision(0, 1), 1);
            return Optional.of(one).filter(past -> past.id() == id);
        }

        @Override
        public List<PastDecision> ofCallee(PhoneNumber callee, Instant from, Instant to, int limit) {
            return List.of();
        }

        @Override
        public List<PastDecision> ofCaller(PhoneNumber caller, Instant from, Instant to, int limit) {
            return List.of();
        }

        @Override
        public List<PastDecision> latest(int limit) {
            return List.of();
        }

        @Override
        public List<PastDecision> between(Instant from, Instant to, int limit) {
            return List.of();
        }

        @Override
        public List<Tally> tallies(Instant from, Instant to) {
            return List.of();
        }
    }
}

package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.NumberKind;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Rule;
import io.jingling.domain.Verdict;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionHistory.PastDecision;
import io.jingling.platform.DecisionHistory.Tally;
import io.jingling.platform.DecisionLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every log of decisions and its history keep to. */
abstract class DecisionLogContract {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final PhoneNumber CALLER = Numbers.mobile(1);
    private static final PhoneNumber CALLEE = Numbers.mobile(2);
    private static final long PASS = Verdict.of(Action.PASS, Rule.DEFAULT_PASS, NumberKind.MOBILE);
    private static final long REJECT = Verdict.withSuspicion(
            Verdict.of(Action.REJECT, Rule.OWN_CATEGORY, NumberKind.MOBILE), Category.LOANS.ordinal(), 87, 1, 312);

    /** An empty one. */
    abstract DecisionLog log();

    /** The history of what was appended to it. */
    abstract DecisionHistory history();

    @Test
    void aDecisionIsFoundByCalleeAndByCallerAsItWasMade() {
        log().append(call(CALLER, CALLEE, NOON), REJECT, 3, 77);
        arrived(1);
        PastDecision found = history().latest(1).getFirst();
        assertThat(found).isEqualTo(new PastDecision(found.id(), NOON, CALLER, CALLEE, new Decision(REJECT, 77), 3));
        assertThat(history().find(found.id())).contains(found);
        assertThat(history().find(found.id() + 1)).isEmpty();
        assertThat(history().find(found.id() + (1L << 40))).isEmpty();
        assertThat(history().ofCallee(CALLEE, Instant.MIN, Instant.MAX, 10)).containsExactly(found);
        assertThat(history().ofCaller(CALLER, Instant.MIN, Instant.MAX, 10)).containsExactly(found);
        assertThat(history().between(Instant.MIN, Instant.MAX, 10)).containsExactly(found);
        assertThat(history().ofCallee(CALLER, Instant.MIN, Instant.MAX, 10)).isEmpty();
        assertThat(history().ofCaller(CALLEE, Instant.MIN, Instant.MAX, 10)).isEmpty();
    }

    @Test
    void theNewestComeFirstAndNoMoreThanAskedFor() {
        for (int minute = 0; minute < 30; minute++) {
            log().append(call(CALLER, CALLEE, NOON.plusSeconds(minute * 60L)), PASS, 1, minute);
        }
        arrived(30);
        assertThat(history().ofCallee(CALLEE, Instant.MIN, Instant.MAX, 3)).satisfies(this::areTheNewestThree);
        assertThat(history().ofCaller(CALLER, Instant.MIN, Instant.MAX, 3)).satisfies(this::areTheNewestThree);
        assertThat(history().between(Instant.MIN, Instant.MAX, 3)).satisfies(this::areTheNewestThree);
        assertThat(history().latest(3)).satisfies(this::areTheNewestThree);
    }

    private void areTheNewestThree(List<? extends PastDecision> found) {
        assertThat(found).extracting(one -> one.decision().listVersion()).containsExactly(29L, 28L, 27L);
    }

    @Test
    void fromIsInclusiveAndToExclusive() {
        for (int second = 0; second < 5; second++) {
            log().append(call(CALLER, CALLEE, NOON.plusSeconds(second)), PASS, 1, second);
        }
        arrived(5);
        Instant from = NOON.plusSeconds(1);
        Instant to = NOON.plusSeconds(3);
        assertThat(history().ofCallee(CALLEE, from, to, 10))
                .extracting(PastDecision::at)
                .containsExactly(NOON.plusSeconds(2), NOON.plusSeconds(1));
        assertThat(history().ofCaller(CALLER, from, to, 10)).hasSize(2);
        assertThat(history().between(from, to, 10)).hasSize(2);
        assertThat(history().ofCallee(CALLEE, to, from, 10)).isEmpty();
    }

    @Test
    void hiddenAndInvalidNumbersAreKeptToo() {
        log().append(call(PhoneNumber.HIDDEN, CALLEE, NOON), PASS, 1, 1);
        log().append(call(CALLER, PhoneNumber.INVALID, NOON), PASS, 1, 2);
        arrived(2);
        assertThat(history().ofCaller(PhoneNumber.HIDDEN, Instant.MIN, Instant.MAX, 10))
                .hasSize(1);
        assertThat(history().ofCallee(PhoneNumber.INVALID, Instant.MIN, Instant.MAX, 10))
                .hasSize(1);
    }

    @Test
    void absurdTimesDoNoHarm() {
        log().append(CallAttempt.of(CALLER, CALLEE, Long.MIN_VALUE), PASS, 1, 1);
        log().append(call(CALLER, CALLEE, NOON), PASS, 1, 2);
        log().append(CallAttempt.of(CALLER, CALLEE, Long.MAX_VALUE), PASS, 1, 3);
        arrived(3);
        assertThat(history().ofCallee(CALLEE, NOON, NOON.plusSeconds(1), 10))
                .extracting(one -> one.decision().listVersion())
                .containsExactly(2L);
        assertThat(history().latest(10)).hasSize(3);
    }

    @Test
    void talliesCountByMinuteActionRuleAndCategory() {
        log().append(call(CALLER, CALLEE, NOON), REJECT, 1, 1);
        log().append(call(CALLER, CALLEE, NOON.plusSeconds(59)), REJECT, 1, 1);
        log().append(call(CALLER, CALLEE, NOON.plusSeconds(60)), REJECT, 1, 1);
        log().append(call(CALLER, CALLEE, NOON.plusSeconds(60)), PASS, 1, 1);
        Instant next = NOON.plusSeconds(60);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(history().tallies(NOON, NOON.plusSeconds(120)))
                        .containsExactlyInAnyOrder(
                                new Tally(NOON, "reject", "own-category", "07", 2),
                                new Tally(next, "reject", "own-category", "07", 1),
                                new Tally(next, "pass", "default-pass", "", 1)));
        assertThat(history().tallies(NOON, next)).hasSize(1);
        assertThat(history().tallies(NOON.minusSeconds(60), NOON)).isEmpty();
    }

    @Test
    void nothingIsLostAmongThousands() {
        for (int i = 0; i < 20_000; i++) {
            log().append(
                            call(Numbers.mobile(i % 500), Numbers.mobile(1_000 + i % 700), NOON.plusMillis(i)),
                            PASS,
                            1,
                            i);
        }
        arrived(20_000);
        assertThat(history().ofCaller(Numbers.mobile(7), Instant.MIN, Instant.MAX, 1_000))
                .extracting(one -> one.decision().listVersion() % 500)
                .hasSize(40)
                .containsOnly(7L);
        assertThat(history().ofCallee(Numbers.mobile(1_007), NOON, NOON.plusSeconds(5), 1_000))
                .hasSize(8);
        assertThat(log().lost()).isZero();
    }

    private static CallAttempt call(PhoneNumber caller, PhoneNumber callee, Instant at) {
        return CallAttempt.of(caller, callee, at.toEpochMilli());
    }

    /** Until as many decisions are where they are kept for good. */
    abstract void arrived(int decisions);
}

package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.Category;
import io.jingling.domain.ListEntry;
import io.jingling.domain.NumberRange;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.RangeRule;
import io.jingling.domain.Rule;
import io.jingling.domain.RuleSet;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import io.jingling.platform.RangePreview.Listed;
import io.jingling.platform.Ranges.Outcome;
import io.jingling.screening.Policy;
import io.jingling.screening.RangeRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A range rule's way into force and out of it. */
class RangesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00+08:00");
    private static final Instant LATER = NOON.plus(Duration.ofDays(30));
    private static final PhoneNumber ROBOT = PhoneNumber.parse("16500231234");
    private static final PhoneNumber OTHER = PhoneNumber.parse("16500231299");
    private static final PhoneNumber WANG = PhoneNumber.parse("13700137000");
    private static final PhoneNumber LI = PhoneNumber.parse("13700137001");

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryRanges kept = new InMemoryRanges();
    private final InMemoryRecords calls = new InMemoryRecords();
    private final List<Runnable> background = new ArrayList<>();
    private final RangeRules inForce = new RangeRules();
    private final Platform platform = new Platform(
            stores.subscriberStore,
            stores.standingStore,
            stores.decisionLog,
            new Platform.Capacity(16, 16, 64),
            Policy.STANDARD,
            inForce);
    private final Ranges ranges = new Ranges(kept, inForce, platform, calls, background::add);
    private int nextCall;

    @Test
    void aRuleIsDurableAndInForceOnlyAfterSomebodyLooked() {
        RangeRule rule = rule("165002312**", 100);
        assertThat(ranges.put(rule, false, NOON)).isEqualTo(new Outcome.NotLookedAt(rule.range()));
        assertThat(kept.rules).isEmpty();
        assertThat(ranges.preview(rule, NOON)).isEqualTo(new RangePreview.Running(0));
        assertThat(ranges.put(rule, false, NOON)).isInstanceOf(Outcome.NotLookedAt.class);
        work();
        assertThat(ranges.preview(rule, NOON)).isInstanceOf(RangePreview.Done.class);
        assertThat(decide(ROBOT)).isEqualTo(Rule.DEFAULT_PASS);
        assertThat(ranges.put(rule, false, NOON)).isEqualTo(new Outcome.Done(rule));
        assertThat(decide(ROBOT)).isEqualTo(Rule.SYSTEM_BLACK_LIST);
        assertThat(kept.rules).containsValue(rule);
        assertThat(ranges.all()).containsExactly(rule);
    }

    @Test
    void aLookAtAnotherScoreOrOfMoreThanAnHourAgoIsNone() {
        ranges.preview(rule("165002312**", 90), NOON);
        work();
        assertThat(ranges.put(rule("165002312**", 100), false, NOON)).isInstanceOf(Outcome.NotLookedAt.class);
        RangeRule seen = rule("165002312**", 90);
        assertThat(ranges.put(seen, false, NOON.plusSeconds(3600))).isInstanceOf(Outcome.NotLookedAt.class);
        assertThat(ranges.put(seen, true, NOON.plusSeconds(3600))).isEqualTo(new Outcome.Done(seen));
    }

    @Test
    void aChangeOfTheRulesMeanwhileMakesALookWorthless() {
        RangeRule rule = rule("165002312**", 90);
        ranges.preview(rule, NOON);
        ranges.put(rule("1650023****", 90), true, NOON);
        work();
        assertThat(ranges.preview(rule, NOON)).isInstanceOf(RangePreview.Running.class);
        work();
        assertThat(ranges.preview(rule, NOON)).isInstanceOf(RangePreview.Done.class);
    }

    @Test
    void oneIsWorkedOutAtATime() {
        RangeRule first = rule("165002312**", 90);
        ranges.preview(first, NOON);
        assertThat(ranges.preview(rule("1650024****", 90), NOON)).isEqualTo(new RangePreview.Waiting(first.range()));
        assertThat(background).hasSize(1);
    }

    @Test
    void thePreviewCountsWhatWouldNewlyBeBlockedInTheLastSevenDays() {
        call(ROBOT, WANG, Duration.ofDays(1), 0);
        call(ROBOT, LI, Duration.ofDays(2), 5);
        call(OTHER, WANG, Duration.ofDays(3), 61);
        call(OTHER, WANG, Duration.ofDays(8), 300);
        call(PhoneNumber.parse("16500240000"), WANG, Duration.ofDays(1), 0);
        platform.saveWishes(LI, Wishes.DEFAULT.withWhite(List.of(new ListEntry(ROBOT, ""))));
        assertThat(effect(rule("165002312**", 100)))
                .isEqualTo(new RangePreview.Effect(
                        4, 3, 2, 1, 0, 2, false, List.of(new Listed(ROBOT, 1, 0), new Listed(OTHER, 1, 1))));
        RangePreview.Effect broader = effect(rule("1650023****", 100));
        assertThat(List.of(broader.blocked(), broader.labelled())).containsExactly(0L, 2L);
    }

    @Test
    void thePreviewLeavesOutWhatIsBlockedAlreadyOrProtected() {
        call(ROBOT, WANG, Duration.ofDays(1), 0);
        call(OTHER, WANG, Duration.ofDays(1), 0);
        platform.saveStandings(List.of(new StandingStore.Listed(OTHER, new Standing.Protected(LATER))));
        ranges.put(rule("165002312**", 100), true, NOON);
        assertThat(effect(rule("16500231***", 80)).blocked()).isZero();
        ranges.remove(NumberRange.parse("165002312**"));
        assertThat(effect(rule("165002312**", 100)).listed()).containsExactly(new Listed(ROBOT, 1, 0));
    }

    @Test
    void whatARuleMayDoIsToldByThePolicyOfNow() {
        assertThat(List.of(
                        ranges.reach(rule("165002312**", 100)),
                        ranges.reach(rule("1650023****", 100)),
                        ranges.reach(rule("165002*****", 100))))
                .containsExactly(Ranges.Reach.REJECT, Ranges.Reach.WISHES, Ranges.Reach.NOTHING);
        platform.follow(new Policy(2, 90, 50, 40, RuleSet.NONE, RuleSet.NONE, 0));
        assertThat(ranges.reach(rule("165002*****", 100))).isEqualTo(Ranges.Reach.LABEL);
    }

    @Test
    void aRemovedRuleCountsForNothing() {
        ranges.put(rule("165002312**", 100), true, NOON);
        assertThat(ranges.remove(NumberRange.parse("165002312**"))).isTrue();
        assertThat(ranges.remove(NumberRange.parse("165002312**"))).isFalse();
        assertThat(decide(ROBOT)).isEqualTo(Rule.DEFAULT_PASS);
        assertThat(kept.rules).isEmpty();
    }

    @Test
    void decisionsNameTheChangedListVersion() {
        long before = platform.rehearse(call(ROBOT)).listVersion();
        ranges.put(rule("165002312**", 100), true, NOON);
        assertThat(platform.rehearse(call(ROBOT)).listVersion()).isGreaterThan(before);
    }

    @Test
    void aNewStartKnowsWhatWasKept() {
        kept.rules.put(NumberRange.parse("165002312**"), rule("165002312**", 100));
        ranges.load();
        assertThat(decide(ROBOT)).isEqualTo(Rule.SYSTEM_BLACK_LIST);
    }

    @Test
    void aChangeThatIsNotDurableIsNotInForceAndOneWhoseAnswerWasLostIsOnceTheStoreIsAsked() {
        kept.away = true;
        assertThatThrownBy(() -> ranges.put(rule("165002312**", 100), true, NOON))
                .isInstanceOf(StoreFailure.class);
        assertThatThrownBy(ranges::settle).isInstanceOf(StoreFailure.class);
        kept.away = false;
        ranges.settle();
        assertThat(decide(ROBOT)).isEqualTo(Rule.DEFAULT_PASS);
        kept.losingAnswers = true;
        assertThatThrownBy(() -> ranges.put(rule("165002312**", 100), true, NOON))
                .isInstanceOf(StoreFailure.class);
        assertThat(decide(ROBOT)).isEqualTo(Rule.DEFAULT_PASS);
        ranges.settle();
        assertThat(decide(ROBOT)).isEqualTo(Rule.SYSTEM_BLACK_LIST);
    }

    @Test
    void aRuleThatHasExpiredOrWouldNotForAYearIsRefused() {
        NumberRange range = NumberRange.parse("165002312**");
        assertThatThrownBy(() -> ranges.put(new RangeRule(range, Category.LOANS, 90, NOON), true, NOON))
                .hasMessageStartingWith("expires: got 2026-11-23T04:00:00Z, want a time after now");
        Instant far = NOON.plus(Duration.ofDays(367));
        assertThatThrownBy(() -> ranges.preview(new RangeRule(range, Category.LOANS, 90, far), NOON))
                .hasMessageContaining(", want at most 366 days after now");
    }

    @Test
    void moreThanTenThousandRulesAreRefusedAndOneThatIsThereMayStillBeChanged() {
        for (int i = 0; kept.rules.size() < Ranges.RULES_MAX; i++) {
            RangeRule rule = rule(String.format(Locale.ROOT, "170%06d**", i), 50);
            kept.rules.put(rule.range(), rule);
        }
        ranges.load();
        assertThatThrownBy(() -> ranges.put(rule("1660023****", 90), true, NOON))
                .hasMessageStartingWith("range: got one more than 10000 rules");
        RangeRule known = new RangeRule(NumberRange.parse("170000001**"), Category.FRAUD, 60, LATER);
        assertThat(ranges.put(known, true, NOON)).isEqualTo(new Outcome.Done(known));
    }

    private RangePreview.Effect effect(RangeRule rule) {
        ranges.preview(rule, NOON);
        work();
        return ranges.preview(rule, NOON) instanceof RangePreview.Done done
                ? done.effect()
                : new RangePreview.Effect(-1, 0, 0, 0, 0, 0, false, List.of());
    }

    private void work() {
        List<Runnable> now = List.copyOf(background);
        background.clear();
        now.forEach(Runnable::run);
    }

    private void call(PhoneNumber caller, PhoneNumber callee, Duration ago, int seconds) {
        calls.append(
                "test",
                List.of(new CallRecord(
                        "call-" + nextCall++,
                        NOON.minus(ago),
                        caller,
                        callee,
                        Direction.IN,
                        seconds > 0,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(seconds),
                        ReleasedBy.CALLEE,
                        "16",
                        Origin.UNKNOWN)));
    }

    private Rule decide(PhoneNumber caller) {
        return platform.rehearse(call(caller)).rule();
    }

    private static CallAttempt call(PhoneNumber caller) {
        return CallAttempt.of(caller, WANG, NOON.toEpochMilli());
    }

    private static RangeRule rule(String range, int score) {
        return new RangeRule(NumberRange.parse(range), Category.LOANS, score, LATER);
    }
}

package io.jingling.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.Evidence;
import io.jingling.domain.ListEntry;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Rule;
import io.jingling.domain.RuleSet;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a model suspects counts as a standing does, but only where it is stronger than the one that is listed. */
class SuspicionTest {
    private static final PhoneNumber CALLER = PhoneNumber.parse("13800138000");
    private static final PhoneNumber CALLEE = PhoneNumber.parse("13700137000");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00+08:00");
    private static final Instant LATER = NOON.plusSeconds(86_400);

    private final Standings standings = new Standings(16);
    private final WishesIndex wishes = new WishesIndex(16, Policy.defaultWishes());
    private int score;
    private int asked;
    private final Screening screening =
            new Screening(standings, wishes, new Passes(16), new RefusedCalls(64), this::suspicion);

    @Test
    void eachLineOfThePolicyHoldsForASuspicion() {
        assertThat(decide(0).rule()).isEqualTo(Rule.DEFAULT_PASS);
        assertThat(decide(75).action()).isEqualTo(Action.LABEL);
        assertThat(decide(85).action()).isEqualTo(Action.LABEL);
        assertThat(decide(95).rule()).isEqualTo(Rule.SYSTEM_BLACK_LIST);
        wishes.put(CALLEE, Wishes.DEFAULT.withCategory(Category.OTHER_MARKETING, Action.CHALLENGE));
        assertThat(decide(85).action()).isEqualTo(Action.CHALLENGE);
        assertThat(decide(85).rule()).isEqualTo(Rule.OWN_CATEGORY);
    }

    @Test
    void aStandingKeepsItsCategoryAndTheHigherScoreHolds() {
        standings.put(CALLER, new Standing.Suspected(Category.INSURANCE, 60, Evidence.LISTED, LATER));
        Decision stronger = decide(95);
        assertThat(stronger.action()).isEqualTo(Action.REJECT);
        assertThat(stronger.category()).contains(Category.INSURANCE);
        assertThat(stronger.evidence().orElseThrow().kind()).isEqualTo(Evidence.Kind.MODEL);
        assertThat(decide(50).score()).isEqualTo(60);
    }

    @Test
    void aClassThatNoModelDecidesOnIsLeftAlone() {
        standings.put(CALLER, new Standing.Suspected(Category.FORM_CLASS_03, 60, Evidence.LISTED, LATER));
        assertThat(decide(95).rule()).isEqualTo(Rule.DEFAULT_PASS);
    }

    @Test
    void protectedUseRings() {
        standings.put(CALLER, new Standing.Protected(LATER));
        assertThat(decide(95).rule()).isEqualTo(Rule.PROTECTED_USE);
    }

    @Test
    void nobodyIsAskedWhereSomethingBeforeDecides() {
        wishes.put(CALLEE, Wishes.DEFAULT.withWhite(List.of(new ListEntry(CALLER, ""))));
        assertThat(decide(95).rule()).isEqualTo(Rule.OWN_WHITE_LIST);
        standings.put(CALLER, new Standing.Suspected(Category.INSURANCE, 95, Evidence.LISTED, LATER));
        wishes.put(CALLEE, Wishes.DEFAULT);
        assertThat(decide(99).score()).isEqualTo(95);
        assertThat(asked).isZero();
    }

    @Test
    void aRuleInShadowSaysWhatItWouldDoAndIsNotFollowed() {
        score = 95;
        Policy shadow = policy(RuleSet.of(Rule.SYSTEM_BLACK_LIST), RuleSet.NONE);
        Decision decision = screening.decide(CallAttempt.of(CALLER, CALLEE, NOON.toEpochMilli()), shadow, 1);
        assertThat(decision.action()).isEqualTo(Action.LABEL);
        assertThat(decision.reasons()).anyMatch(reason -> reason.code().equals("SHADOW_SYSTEM_BLACK_LIST"));
    }

    @Test
    void withAllRulesOffThatWouldActNobodyIsAsked() {
        score = 95;
        RuleSet off = RuleSet.of(Rule.SYSTEM_BLACK_LIST, Rule.OWN_CATEGORY, Rule.DEFAULT_WISH, Rule.MODEL);
        Decision decision =
                screening.decide(CallAttempt.of(CALLER, CALLEE, NOON.toEpochMilli()), policy(RuleSet.NONE, off), 1);
        assertThat(decision.rule()).isEqualTo(Rule.DEFAULT_PASS);
        assertThat(asked).isZero();
    }

    private static Policy policy(RuleSet shadow, RuleSet off) {
        return new Policy(2, 90, 50, 70, shadow, off, 0);
    }

    private Decision decide(int suspected) {
        score = suspected;
        return screening.decide(CallAttempt.of(CALLER, CALLEE, NOON.toEpochMilli()), Policy.STANDARD, 1);
    }

    private long suspicion(CallAttempt call) {
        asked++;
        return score == 0 ? 0 : Standings.suspicion(Category.OTHER_MARKETING, score, Evidence.Kind.MODEL, score);
    }
}

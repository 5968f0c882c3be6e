package io.jingling.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.Evidence;
import io.jingling.domain.ListEntry;
import io.jingling.domain.NumberRange;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.RangeRule;
import io.jingling.domain.Rule;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What range rules do to calls: never more than their breadth allows, and nothing before a standing. */
class RangeRulesTest {
    private static final PhoneNumber CALLER = PhoneNumber.parse("16500231234");
    private static final PhoneNumber CALLEE = PhoneNumber.parse("13700137000");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00+08:00");
    private static final Instant LATER = NOON.plusSeconds(86_400);

    private final Standings standings = new Standings(16);
    private final WishesIndex wishes = new WishesIndex(16, Policy.defaultWishes());
    private final RangeRules rules = new RangeRules();
    private final Screening screening = new Screening(standings, wishes, new Passes(16), new RefusedCalls(64), rules);

    @Test
    void aRuleOnAHundredNumbersMayRefuseForAll() {
        rules.replace(List.of(rule("165002312**", Category.LOANS, 100)));
        assertThat(decide(CALLER).rule()).isEqualTo(Rule.SYSTEM_BLACK_LIST);
        rules.replace(List.of(rule("16500231***", Category.LOANS, 100)));
        assertThat(decide(CALLER).action()).isEqualTo(Action.LABEL);
    }

    @Test
    void aRuleOnTenThousandNumbersStillLetsWishesAct() {
        rules.replace(List.of(rule("1650023****", Category.LOANS, 100)));
        assertThat(decide(CALLER).action()).isEqualTo(Action.LABEL);
        wishes.put(CALLEE, Wishes.DEFAULT.withCategory(Category.LOANS, Action.REJECT));
        assertThat(decide(CALLER).rule()).isEqualTo(Rule.OWN_CATEGORY);
        rules.replace(List.of(rule("1650023****", Category.FRAUD, 100)));
        assertThat(decide(CALLER).action()).isEqualTo(Action.REJECT);
    }

    @Test
    void aBroaderRuleDoesNothingByItself() {
        wishes.put(CALLEE, Wishes.DEFAULT.withCategory(Category.LOANS, Action.REJECT));
        for (String range : List.of("165002*****", "16500******", "1650*******", "165********")) {
            rules.replace(List.of(rule(range, Category.LOANS, 100)));
            assertThat(decide(CALLER).rule()).isEqualTo(Rule.DEFAULT_PASS);
            rules.replace(List.of(rule(range, Category.FRAUD, 100)));
            assertThat(decide(CALLER).rule()).isEqualTo(Rule.DEFAULT_PASS);
        }
    }

    @Test
    void theDecisionSaysThatARuleOnARangeSpokeAndHowBroadItIs() {
        rules.replace(List.of(rule("165002312**", Category.LOANS, 100)));
        Decision decision = decide(CALLER);
        assertThat(decision.category()).contains(Category.LOANS);
        assertThat(decision.score()).isEqualTo(90);
        assertThat(decision.evidence()).contains(new Evidence(Evidence.Kind.RANGE, 2));
        assertThat(decision.reasons())
                .anyMatch(reason -> reason.code().equals("EVIDENCE_RANGE")
                        && reason.chinese().equals("号段规则:末 2 位不限的号码")
                        && reason.english().equals("a rule on a range of numbers whose last 2 digits are free"));
    }

    @Test
    void theRuleWithTheMostKnownDigitsDecidesAlsoWhereItSaysNothing() {
        RangeRule broad = rule("1650023****", Category.LOANS, 100);
        rules.replace(List.of(broad, rule("165002312**", Category.INSURANCE, 75)));
        assertThat(decide(CALLER).category()).contains(Category.INSURANCE);
        assertThat(decide(CALLER).score()).isEqualTo(65);
        rules.replace(List.of(broad, rule("165002312**", Category.LOANS, 0)));
        assertThat(decide(CALLER).rule()).isEqualTo(Rule.DEFAULT_PASS);
        assertThat(decide(PhoneNumber.parse("16500239999")).score()).isEqualTo(60);
    }

    @Test
    void anExpiredRuleSaysNothingAndLeavesItToTheNext() {
        RangeRule expired = new RangeRule(NumberRange.parse("165002312**"), Category.LOANS, 100, NOON);
        rules.replace(List.of(expired));
        assertThat(decide(CALLER).rule()).isEqualTo(Rule.DEFAULT_PASS);
        rules.replace(List.of(expired, rule("1650023****", Category.LOANS, 100)));
        assertThat(decide(CALLER).score()).isEqualTo(60);
    }

    @Test
    void whateverComesBeforeAStandingKeepsItsWord() {
        rules.replace(List.of(rule("165002312**", Category.FRAUD, 100)));
        assertThat(decide(CALLER).action()).isEqualTo(Action.REJECT);
        standings.put(CALLER, new Standing.Protected(LATER));
        assertThat(decide(CALLER).rule()).isEqualTo(Rule.PROTECTED_USE);
        standings.remove(CALLER);
        wishes.put(CALLEE, Wishes.DEFAULT.withWhite(List.of(new ListEntry(CALLER, ""))));
        assertThat(decide(CALLER).rule()).isEqualTo(Rule.OWN_WHITE_LIST);
        wishes.put(CALLEE, Wishes.DEFAULT.switchedOn(false));
        assertThat(decide(CALLER).rule()).isEqualTo(Rule.SERVICE_OFF);
        wishes.put(CALLEE, Wishes.DEFAULT);
        CallAttempt help = CallAttempt.of(CALLER, PhoneNumber.parse("110"), NOON.toEpochMilli());
        assertThat(screening.decide(help, Policy.STANDARD, 1).rule()).isEqualTo(Rule.EMERGENCY);
    }

    @Test
    void aCallersOwnStrongerStandingWinsAndAWeakerOneKeepsItsCategory() {
        rules.replace(List.of(rule("1650023****", Category.LOANS, 100)));
        standings.put(CALLER, new Standing.Suspected(Category.INSURANCE, 92, Evidence.LISTED, LATER));
        assertThat(decide(CALLER).evidence()).contains(Evidence.LISTED);
        standings.put(CALLER, new Standing.Suspected(Category.INSURANCE, 40, Evidence.LISTED, LATER));
        assertThat(decide(CALLER).score()).isEqualTo(60);
        assertThat(decide(CALLER).category()).contains(Category.INSURANCE);
    }

    @Test
    void ofTwoSuspicionsTheStrongerHoldsWithAllThatItSays() {
        long weak = Standings.suspicion(Category.OTHER_MARKETING, 70, Evidence.Kind.MODEL, 70);
        long strong = Standings.suspicion(Category.LOANS, 90, Evidence.Kind.RANGE, 2);
        CallAttempt call = CallAttempt.of(CALLER, CALLEE, NOON.toEpochMilli());
        Suspicions one = asked -> weak;
        Suspicions other = asked -> strong;
        assertThat(one.or(other).of(call)).isEqualTo(strong);
        assertThat(other.or(one).of(call)).isEqualTo(strong);
        assertThat(one.or(Suspicions.NONE).of(call)).isEqualTo(weak);
        assertThat(Suspicions.NONE.or(one).of(call)).isEqualTo(weak);
        assertThat(Suspicions.NONE.or(Suspicions.NONE).of(call)).isZero();
    }

    private Decision decide(PhoneNumber caller) {
        return screening.decide(CallAttempt.of(caller, CALLEE, NOON.toEpochMilli()), Policy.STANDARD, 1);
    }

    private static RangeRule rule(String range, Category category, int score) {
        return new RangeRule(NumberRange.parse(range), category, score, LATER);
    }
}

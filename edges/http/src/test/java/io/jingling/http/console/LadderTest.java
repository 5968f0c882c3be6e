package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Action;
import io.jingling.domain.Decision;
import io.jingling.domain.NumberKind;
import io.jingling.domain.Rule;
import io.jingling.domain.RuleSet;
import io.jingling.domain.Verdict;
import io.jingling.screening.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Words WORDS = Words.in(Language.CHINESE);

    @Test
    void theStepThatDecidedIsTheOnlyOneLit() {
        List<Ladder.Step> steps = steps(Verdict.of(Action.REJECT, Rule.PRESET, NumberKind.OVERSEAS), Policy.STANDARD);
        assertThat(steps.stream().filter(Ladder.Step::isDecided))
                .singleElement()
                .satisfies(step -> assertThat(step.rule()).isEqualTo("preset"));
    }

    @Test
    void stepsBeforeItHadNothingToSayAndStepsAfterItWereNotAsked() {
        List<Ladder.Step> steps = steps(Verdict.of(Action.REJECT, Rule.PRESET, NumberKind.OVERSEAS), Policy.STANDARD);
        assertThat(state(steps, Rule.OWN_BLACK_LIST)).isEqualTo("passed");
        assertThat(state(steps, Rule.QUIET_HOURS)).isEqualTo("unasked");
    }

    @Test
    void aRuleThatIsOffOrOnTrialSaysSo() {
        Policy policy = new Policy(2, 90, 50, 70, RuleSet.of(Rule.OWN_CATEGORY), RuleSet.of(Rule.OWN_PREFIX), 3600);
        long verdict = Verdict.withShadow(
                Verdict.of(Action.PASS, Rule.DEFAULT_PASS, NumberKind.MOBILE), Rule.OWN_CATEGORY, Action.REJECT);
        List<Ladder.Step> steps = steps(verdict, policy);
        assertThat(state(steps, Rule.OWN_CATEGORY)).isEqualTo("shadow");
        assertThat(state(steps, Rule.OWN_PREFIX)).isEqualTo("off");
    }

    @Test
    void theOrderIsThatOfTheRules() {
        assertThat(Ladder.plain(WORDS)).extracting(Ladder.Step::rule).startsWith("emergency", "service-off");
        assertThat(Ladder.plain(WORDS)).hasSize(Rule.values().length - 1);
    }

    private static List<Ladder.Step> steps(long verdict, Policy policy) {
        return Ladder.of(new Decision(verdict, 1), policy, WORDS);
    }

    private static String state(List<Ladder.Step> steps, Rule rule) {
        return steps.stream()
                .filter(step -> step.rule().equals(rule.id()))
                .findFirst()
                .orElseThrow()
                .state();
    }
}

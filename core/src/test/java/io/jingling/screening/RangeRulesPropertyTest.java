package io.jingling.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.NumberRange;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.RangeRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random rules and callers, few digits apart so that they meet often, against a model that reads a list. */
class RangeRulesPropertyTest {
    private static final long SEED = 20261128;
    private static final int WORLDS = 2_000;
    private static final int CALLS_A_WORLD = 50;
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00+08:00");
    private static final PhoneNumber CALLEE = PhoneNumber.parse("13700137000");
    private static final String[] BEGINNINGS = {"1650023", "05718888", "9501234", "001415555"};

    @Test
    void everyAnswerEqualsThatOfAListReadFromEndToEnd() {
        int spoken = 0;
        for (int world = 0; world < WORLDS; world++) {
            long seed = SEED + world;
            SplittableRandom random = new SplittableRandom(seed);
            List<RangeRule> list = new ArrayList<>();
            for (int i = random.nextInt(30); i > 0; i--) {
                list.add(rule(random));
            }
            RangeRules rules = new RangeRules();
            rules.replace(list);
            for (int i = 0; i < CALLS_A_WORLD; i++) {
                PhoneNumber caller = i == 0 ? PhoneNumber.HIDDEN : PhoneNumber.parse(number(random));
                Instant at = NOON.plusSeconds(random.nextInt(20));
                CallAttempt call = CallAttempt.of(caller, CALLEE, at.toEpochMilli());
                long wanted = naive(list, caller, at);
                assertThat(rules.of(call)).as("seed %d, call %d", seed, i).isEqualTo(wanted);
                spoken += wanted == 0 ? 0 : 1;
            }
        }
        assertThat(spoken).as("rules spoke now and then").isGreaterThan(WORLDS);
    }

    private static long naive(List<RangeRule> list, PhoneNumber caller, Instant at) {
        Map<NumberRange, RangeRule> last = new HashMap<>();
        list.forEach(rule -> last.put(rule.range(), rule));
        Optional<RangeRule> decides = last.values().stream()
                .filter(rule -> rule.isInForce(at) && rule.range().holds(caller))
                .reduce((a, b) -> a.range().knownDigits() > b.range().knownDigits() ? a : b);
        return decides.filter(rule -> rule.weight() > 0)
                .map(rule -> Standings.suspicion(
                        rule.category(),
                        rule.weight(),
                        Evidence.Kind.RANGE,
                        rule.range().freeDigits()))
                .orElse(0L);
    }

    private static RangeRule rule(SplittableRandom random) {
        String number = number(random);
        int free = 1 + random.nextInt(5);
        NumberRange range = NumberRange.parse(number.substring(0, number.length() - free) + "*".repeat(free));
        Category category = random.nextBoolean() ? Category.LOANS : Category.FRAUD;
        return new RangeRule(range, category, random.nextInt(101), NOON.plusSeconds(random.nextInt(20)));
    }

    private static String number(SplittableRandom random) {
        StringBuilder number = new StringBuilder(BEGINNINGS[random.nextInt(BEGINNINGS.length)]);
        for (int i = 0; i < 4; i++) {
            number.append(random.nextInt(3));
        }
        return number.toString();
    }
}

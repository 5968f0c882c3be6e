package io.jingling.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Decision;
import io.jingling.domain.NumberKind;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Rule;
import io.jingling.domain.Standing;
import io.jingling.domain.Verdict;
import io.jingling.domain.Wishes;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ten thousand worlds, each with its own wishes, standings, policy and calls, against the oracle. */
class PrecedencePropertyTest {
    private static final long SEED = 20261123;
    private static final int PROFILES = 10_000;
    private static final int CALLS_A_PROFILE = 10;

    @Test
    void everyDecisionEqualsTheNaiveOracleOfThePrecedence() {
        Map<Rule, Integer> seen = new EnumMap<>(Rule.class);
        for (int profile = 0; profile < PROFILES; profile++) {
            long seed = SEED + profile;
            WorldOfCalls world = new WorldOfCalls(seed);
            Fixture fixture = new Fixture(world);
            Policy policy = world.policy();
            for (int i = 0; i < CALLS_A_PROFILE; i++) {
                CallAttempt call = world.call(world.atMillis());
                boolean second = fixture.isSecondCall(world, call);
                PrecedenceOracle.Ruling wanted = fixture.oracle.rule(call, policy, second);
                Decision got = fixture.screening.decide(call, policy, 7);
                assertThat(new PrecedenceOracle.Ruling(got.rule(), got.action(), got.isUnverified()))
                        .as("seed %d, call %d: %s", seed, i, call)
                        .isEqualTo(wanted);
                seen.merge(got.rule(), 1, Integer::sum);
            }
        }
        for (Rule rule : Rule.values()) {
            if (rule != Rule.FAIL_OPEN) {
                assertThat(seen).as("every rule decided now and then").containsKey(rule);
            }
        }
    }

    @Test
    void emergencyNumbersAreNeverRefusedUnderAnyProfileOrStanding() {
        int looked = 0;
        for (int profile = 0; profile < PROFILES; profile++) {
            WorldOfCalls world = new WorldOfCalls(~(SEED + profile));
            Fixture fixture = new Fixture(world);
            Policy policy = world.policy();
            for (String number : new String[] {"110", "119", "120", "122", "12110", "96110", "12381", "0571110"}) {
                PhoneNumber emergency = PhoneNumber.parse(number);
                fixture.standings.put(emergency, world.standing());
                CallAttempt from = new CallAttempt(emergency, world.callee(), world.atMillis(), world.below(2) == 0, 1);
                CallAttempt to = new CallAttempt(world.caller(), emergency, world.atMillis(), false, 2);
                assertThat(Verdict.action(fixture.screening.verdict(from, policy))
                                .rings())
                        .isTrue();
                assertThat(Verdict.action(fixture.screening.verdict(to, policy)).rings())
                        .isTrue();
                looked++;
            }
        }
        assertThat(looked).isEqualTo(8 * PROFILES);
    }

    @Test
    void everyDecisionHasReasonsInBothLanguagesAndNoNumberInThem() {
        for (int profile = 0; profile < 500; profile++) {
            WorldOfCalls world = new WorldOfCalls(SEED ^ profile);
            Fixture fixture = new Fixture(world);
            Decision decision = fixture.screening.decide(world.call(world.atMillis()), world.policy(), 7);
            assertThat(decision.reasons()).isNotEmpty().allSatisfy(reason -> {
                assertThat(reason.chinese()).isNotBlank().doesNotContainPattern("1[3-9]\\d{9}");
                assertThat(reason.english()).isNotBlank();
                assertThat(reason.ruleVersion()).isPositive();
                assertThat(reason.listVersion()).isEqualTo(7);
            });
            assertThat(decision.reasons().getFirst().ruleId())
                    .isEqualTo(decision.rule().id());
        }
    }

    /** The same world in our tables and in the oracle's maps. */
    private static final class Fixture {
        private final PrecedenceOracle oracle = new PrecedenceOracle();
        private final Standings standings = new Standings(16);
        private final Passes passes = new Passes(16);
        private final RefusedCalls refusedCalls = new RefusedCalls(64);
        private final Screening screening;

        private Fixture(WorldOfCalls world) {
            WishesIndex wishes = new WishesIndex(16, Policy.defaultWishes());
            screening = new Screening(standings, wishes, passes, refusedCalls);
            for (int i = 0; i < 3; i++) {
                PhoneNumber callee = world.callee();
                if (!callee.isKnown()) {
                    continue;
                }
                Wishes wished = world.wishes();
                wishes.put(callee, wished);
                passes.letCouriersRing(callee, wished.courierUntil().getEpochSecond());
                oracle.wishes.put(callee, wished.withCourierUntil(roundedUp(wished)));
                if (world.below(5) == 0) {
                    long until = world.atMillis() / 60_000 * 60_000;
                    passes.letCallBacksRing(callee, until / 1000 - 3600, until / 1000);
                    oracle.callBackUntil.merge(callee, until, Math::max);
                }
            }
            for (int i = 0; i < 12; i++) {
                PhoneNumber caller = world.caller();
                if (caller.isKnown()) {
                    Standing standing = world.standing();
                    standings.put(caller, standing);
                    oracle.standings.put(caller, standing);
                }
            }
        }

        /** Now and then the same pair was refused a minute before. */
        private boolean isSecondCall(WorldOfCalls world, CallAttempt call) {
            if (world.below(4) != 0 || !call.caller().isKnown()) {
                return refusedCalls.isSecondCall(call);
            }
            refusedCalls.refused(
                    new CallAttempt(call.caller(), call.callee(), call.atMillis() - 60_000, false, ~call.callId()));
            return refusedCalls.isSecondCall(call);
        }

        /** Passes keep whole minutes. */
        private static java.time.Instant roundedUp(Wishes wished) {
            long seconds = wished.courierUntil().getEpochSecond();
            return java.time.Instant.ofEpochSecond((seconds + 59) / 60 * 60);
        }
    }

    @Test
    void aKindOfNumberAloneNeverRefuses() {
        Screening screening = new Screening(
                new Standings(0), new WishesIndex(0, Policy.defaultWishes()), new Passes(0), new RefusedCalls(16));
        WorldOfCalls world = new WorldOfCalls(SEED);
        for (int i = 0; i < 2_000; i++) {
            CallAttempt call = world.call(world.atMillis());
            Action action = Verdict.action(screening.verdict(call, Policy.STANDARD));
            assertThat(action)
                    .isEqualTo(
                            call.caller().kind() == NumberKind.EMERGENCY && !call.publicNumbersEntitled()
                                    ? Action.LABEL
                                    : Action.PASS);
        }
    }
}

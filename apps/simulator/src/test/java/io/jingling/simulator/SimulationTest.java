package io.jingling.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import io.jingling.simulator.Simulation.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Scenario DEFAULT = Scenario.named("default").orElseThrow();

    private record Call(CallRecord record, Maker maker) {}

    @Test
    void theSameSeedGivesTheSameCalls() {
        assertThat(calls(1, DEFAULT)).isEqualTo(calls(1, DEFAULT));
    }

    @Test
    void anotherSeedGivesOtherCalls() {
        assertThat(calls(1, DEFAULT)).isNotEqualTo(calls(2, DEFAULT));
    }

    @Test
    void callsBeginInTheOrderInWhichTheyAreTold() {
        List<Instant> starts =
                calls(3, DEFAULT).stream().map(call -> call.record().start()).toList();
        assertThat(starts).isSorted();
    }

    @Test
    void everyKindOfActorCallsAndHardNegativesAreMoreThanASeventhOfBenignCalls() {
        List<Call> calls = calls(4, DEFAULT);
        Map<String, Long> types = calls.stream()
                .collect(Collectors.groupingBy(call -> call.maker().type(), Collectors.counting()));
        assertThat(types.keySet())
                .contains(
                        "benign_person",
                        "benign_new_sim",
                        "benign_courier",
                        "benign_rider",
                        "benign_taxi",
                        "benign_clinic",
                        "benign_school",
                        "benign_office",
                        "benign_recruiter",
                        "benign_dialler",
                        "benign_public",
                        "benign_abroad",
                        "benign_storm",
                        "benign_outsider",
                        "harass_ai_naive",
                        "harass_ai_evasive",
                        "harass_ai_adaptive",
                        "harass_debt",
                        "harass_agent",
                        "harass_wangiri",
                        "harass_fraud");
        long benign = calls.stream().filter(call -> call.maker().isBenign()).count();
        assertThat(benign - types.get("benign_person")).isGreaterThan(benign * 15 / 100);
    }

    @Test
    void whoIsNotBornYetNeitherCallsNorAnswers() {
        Map<PhoneNumber, Instant> firstCall = new HashMap<>();
        List<Call> calls = calls(5, DEFAULT);
        for (Call call : calls) {
            if (call.maker().type().equals("benign_new_sim")) {
                firstCall.putIfAbsent(call.record().caller(), call.record().start());
            }
        }
        assertThat(firstCall).isNotEmpty();
        assertThat(calls)
                .filteredOn(call -> call.record().answered())
                .noneMatch(call -> firstCall.containsKey(call.record().callee())
                        && call.record()
                                .start()
                                .isBefore(firstCall.get(call.record().callee())));
    }

    @Test
    void aCampaignChangesItsNumberAfterAsManyCallsAsItsRotationSays() {
        Scenario scenario = changed(
                "harasser.ai-naive.rotations = every-3",
                "harasser.ai-naive.lines = 1",
                "harasser.ai-naive.number = mobile",
                "campaign.outside-block-share = 1");
        Map<PhoneNumber, Long> uses = calls(6, scenario).stream()
                .filter(call -> call.maker().type().equals("harass_ai_naive"))
                .collect(Collectors.groupingBy(call -> call.record().caller(), Collectors.counting()));
        assertThat(uses.size()).isGreaterThan(20);
        assertThat(uses.values()).allMatch(count -> count <= 3);
    }

    @Test
    void aSpooferShowsNumbersThatOthersHave() {
        Scenario scenario = changed("harasser.fraud.rotations = spoof", "harasser.fraud.calls-a-day = 500");
        List<Call> calls = calls(7, scenario);
        Set<PhoneNumber> benign = new HashSet<>();
        calls.stream()
                .filter(call -> call.maker().isBenign())
                .forEach(call -> benign.add(call.record().caller()));
        assertThat(calls)
                .filteredOn(call -> call.maker().type().equals("harass_fraud"))
                .anyMatch(call -> benign.contains(call.record().caller()));
    }

    @Test
    void aCampaignThatAdaptsSeesNothingButItsConnectRate() {
        Scenario scenario = changed(
                "harasser.ai-adaptive.calls-a-day = 2000",
                "harasser.ai-adaptive.rotations = none",
                "campaign.marked-after = 3",
                "campaign.marked-factor = 0.1");
        List<Call> its = calls(8, scenario).stream()
                .filter(call -> call.maker().type().equals("harass_ai_adaptive"))
                .toList();
        // Marked numbers are answered less, so it calls less.
        int half = its.size() / 2;
        assertThat(meanGapMillis(its.subList(half, its.size()))).isGreaterThan(meanGapMillis(its.subList(0, half)));
    }

    @Test
    void nothingThatIsSeenOfACallIsAHarassersAlone() {
        // So many that each way to call is taken by some, as it is in a large town.
        Scenario manyTrades = changed(
                "trade.recruiter.per-100000 = 5000",
                "trade.office.per-100000 = 2000",
                "trade.clinic.per-100000 = 1000",
                "trade.dialler.per-100000 = 1000");
        Map<String, Set<String>> ofBenign = new HashMap<>();
        Map<String, Set<String>> ofHarassers = new HashMap<>();
        Simulation.run(
                new Settings(10, 1, 4_000, manyTrades),
                (call, maker) -> {
                    Map<String, Set<String>> seen = maker.isBenign() ? ofBenign : ofHarassers;
                    String kind = call.caller().kind().name();
                    see(seen, "trunk", call.origin().trunk());
                    see(
                            seen,
                            "trunk and user agent of " + kind,
                            call.origin().trunk().replaceAll("[0-9]", "")
                                    + call.origin().userAgent());
                    see(
                            seen,
                            "tenant of " + kind,
                            String.valueOf(call.origin().tenant().isEmpty()));
                    see(
                            seen,
                            "audio of " + kind,
                            String.valueOf(call.origin().mediaHash().isEmpty()));
                    see(seen, "cause", call.cause());
                    see(seen, "released by", call.releasedBy().name());
                },
                share -> {});
        assertThat(ofHarassers).isNotEmpty().allSatisfy((what, values) -> assertThat(ofBenign.get(what))
                .as(what)
                .containsAll(values));
    }

    private static void see(Map<String, Set<String>> seen, String what, String value) {
        seen.computeIfAbsent(what, any -> new HashSet<>()).add(value);
    }

    @Test
    void absurdSettingsAreRefused() {
        assertThatThrownBy(() -> new Settings(1, 0, 1000, DEFAULT)).hasMessage("days: got 0, want 1 to 366");
        assertThatThrownBy(() -> new Settings(1, 1, 99, DEFAULT))
                .hasMessage("subscribers: got 99, want 100 to 5,000,000");
    }

    private static double meanGapMillis(List<Call> calls) {
        return (calls.getLast().record().start().toEpochMilli()
                        - calls.getFirst().record().start().toEpochMilli())
                / (double) calls.size();
    }

    private static Scenario changed(String... lines) {
        return Scenario.read("test", List.of(lines));
    }

    private static List<Call> calls(long seed, Scenario scenario) {
        List<Call> calls = new ArrayList<>();
        Simulation.run(
                new Settings(seed, 3, 1_500, scenario),
                (record, maker) -> calls.add(new Call(record, maker)),
                share -> assertThat(share).isBetween(0.0, 1.0));
        return calls;
    }
}

package io.jingling.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.detection.CampaignView;
import io.jingling.detection.Capacity;
import io.jingling.detection.Model;
import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.Watch;
import io.jingling.screening.Passes;
import io.jingling.screening.Policy;
import io.jingling.screening.RefusedCalls;
import io.jingling.screening.Screening;
import io.jingling.screening.Standings;
import io.jingling.screening.WishesIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The story as it goes, in minutes that pass at once, judged by the watch itself. */
class StoryTest {
    private static final Instant NINE = Instant.parse("2026-11-27T09:00:00+08:00");
    private static final Duration LATENESS = Duration.ofMillis(500);

    private record Turn(Instant at, int place, Consumer<Instant> what) {}

    private record Screened(Instant at, String caller, Action action, Optional<Evidence> evidence, boolean isFirst) {}

    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparing(Turn::place));
    private final List<Screened> screened = new ArrayList<>();
    private final Set<String> callers = new HashSet<>();
    private Instant now = NINE;

    @Test
    void theCampaignIsFoundAndItsNextNumbersAreRefusedAtTheirFirstCallWhileTheCourierRings() {
        Watch watch = play(StoryModel.model(), NINE, Duration.ofMinutes(5));
        CampaignView campaign = watch.campaigns(now, 3, 10).getFirst();
        assertThat(campaign.numbers()).isGreaterThan(8);
        List<Screened> first = screened.stream()
                .filter(one -> StockTips.isOne(one.caller()) && one.isFirst())
                .toList();
        assertThat(first.subList(0, 8)).extracting(Screened::action).containsOnly(Action.PASS);
        assertThat(first)
                .filteredOn(one -> one.action() == Action.REJECT)
                .hasSizeGreaterThan(10)
                .allSatisfy(one -> {
                    assertThat(one.evidence().orElseThrow().kind()).isEqualTo(Evidence.Kind.CAMPAIGN);
                    assertThat(one.at()).isAfter(NINE.plusSeconds(30));
                });
        assertThat(screened)
                .filteredOn(one -> one.caller().equals(Courier.NUMBER))
                .isNotEmpty()
                .extracting(Screened::action)
                .containsOnly(Action.PASS);
    }

    @Test
    void thePastIsTheSameWheneverItIsToldAndEndsNow() {
        List<CallRecord> past = Past.until(NINE);
        assertThat(Past.until(NINE.plus(Duration.ofHours(3)))).containsAll(past);
        assertThat(past).extracting(CallRecord::callId).doesNotHaveDuplicates();
        assertThat(past).allMatch(call -> call.end().isBefore(NINE));
    }

    private Watch play(Model model, Instant from, Duration length) {
        now = from;
        Watch watch = new Watch(new Watch.Terms(Capacity.TOWN, LATENESS, true), Optional.of(model));
        Past.until(from).stream()
                .sorted(Comparator.comparing(CallRecord::end))
                .forEach(call -> watch.observe(List.of(call), call.end()));
        watch.passed(from);
        Screening screening = new Screening(
                new Standings(16),
                new WishesIndex(16, Policy.defaultWishes()),
                new Passes(16),
                new RefusedCalls(16),
                watch);
        new Story(call -> rings(call, screening), this::at, record -> watch.observe(List.of(record), now), "test")
                .begin(from);
        while (turns.peek().at().isBefore(from.plus(length))) {
            Turn turn = turns.poll();
            now = turn.at();
            watch.passed(now);
            turn.what().accept(now);
        }
        return watch;
    }

    private void at(Instant when, Consumer<Instant> what) {
        turns.add(new Turn(when, turns.size(), what));
    }

    private boolean rings(DemoCall call, Screening screening) {
        CallAttempt attempt = new CallAttempt(
                PhoneNumber.parse(call.caller()),
                PhoneNumber.parse(call.callee()),
                now.toEpochMilli(),
                false,
                0,
                CallAttempt.nameOf(call.line().trunk()),
                CallAttempt.nameOf(call.line().userAgent()));
        var decision = screening.decide(attempt, Policy.STANDARD, 0);
        screened.add(
                new Screened(now, call.caller(), decision.action(), decision.evidence(), callers.add(call.caller())));
        return decision.action().rings();
    }
}

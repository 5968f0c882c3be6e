package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.jingling.detection.CampaignView;
import io.jingling.detection.CampaignView.State;
import io.jingling.detection.Capacity;
import io.jingling.detection.Change;
import io.jingling.detection.HoldOut;
import io.jingling.detection.MadeUpCalls;
import io.jingling.detection.MadeUpModels;
import io.jingling.detection.Model;
import io.jingling.detection.Signal;
import io.jingling.detection.Thresholds;
import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.Evidence;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Rule;
import io.jingling.domain.Standing;
import io.jingling.platform.StandingStore.Listed;
import io.jingling.platform.Watch.Following;
import io.jingling.screening.Policy;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Instant NINE = Instant.parse("2026-11-28T09:14:00+08:00");
    private static final Duration LATENESS = Duration.ofSeconds(5);
    private static final Watch.Terms TERMS =
            new Watch.Terms(new Capacity(200, 200, 1 << 12, 1 << 10, 1 << 12, 1 << 4), LATENESS, true);
    private static final String ROBOT = "17012340001";
    private static final String NEXT = "17012340002";
    private static final String COURIER = "17098765432";
    private static final Model MODEL = MadeUpModels.ofRateAndLine();

    private final BriefLock lock = new BriefLock();
    private final Watch watch = new Watch(TERMS, Optional.of(MODEL), lock);
    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryRecords records = new InMemoryRecords();
    private final Platform platform = new Platform(
            stores.subscriberStore,
            stores.standingStore,
            stores.decisionLog,
            Platform.Capacity.SMALL,
            Policy.STANDARD,
            watch);
    private int ids;

    @Test
    void aRobotIsRejectedOnceItsCallsAreKnown() {
        assertThat(screen(ROBOT, "13700137009", "").action()).isEqualTo(Action.PASS);
        robotCalls(4);
        Decision decision = screen(ROBOT, "13700137009", "");
        assertThat(decision.action()).isEqualTo(Action.REJECT);
        assertThat(decision.rule()).isEqualTo(Rule.SYSTEM_BLACK_LIST);
        assertThat(decision.category()).contains(Category.OTHER_MARKETING);
        assertThat(decision.score()).isBetween(90, 99);
        assertThat(decision.evidence().orElseThrow().kind()).isEqualTo(Evidence.Kind.MODEL);
    }

    @Test
    void theNextNumberOfACampaignIsRejectedAtItsFirstCallWithTheCountOfNumbers() {
        robotCalls(4);
        assertThat(screen(NEXT, "13700137009", "other-trunk").action()).isEqualTo(Action.PASS);
        Decision decision = screen(NEXT, "13700137009", "robot-trunk");
        assertThat(decision.action()).isEqualTo(Action.REJECT);
        assertThat(decision.evidence()).contains(new Evidence(Evidence.Kind.CAMPAIGN, 1));
    }

    @Test
    void aCallThatIsHeldOutRingsWithALabelAndTheDecisionSaysSo() {
        HoldOut holdOut = new HoldOut(7, 20);
        Watch holding =
                new Watch(new Watch.Terms(TERMS.capacity(), TERMS.lateness(), true, holdOut), Optional.of(MODEL));
        Platform screens = new Platform(
                stores.subscriberStore,
                stores.standingStore,
                stores.decisionLog,
                Platform.Capacity.SMALL,
                Policy.STANDARD,
                holding);
        for (int i = 0; i < 4; i++) {
            CallRecord call = call(ROBOT, "1370013700" + i, "robot-trunk", 60 * i);
            holding.observe(List.of(call), call.end().plus(LATENESS).plusMillis(1));
        }
        int labelled = 0;
        for (int i = 0; i < 500; i++) {
            String callee = String.format(Locale.ROOT, "139001%05d", i);
            boolean isHeld = holdOut.holds(PhoneNumber.parse(ROBOT), PhoneNumber.parse(callee), millis(1_100));
            Decision decision = screens.screen(attempt(ROBOT, callee, ""));
            assertThat(decision.action()).isEqualTo(isHeld ? Action.LABEL : Action.REJECT);
            assertThat(decision.evidence().orElseThrow().kind())
                    .isEqualTo(isHeld ? Evidence.Kind.HELD_OUT : Evidence.Kind.MODEL);
            labelled += isHeld ? 1 : 0;
        }
        assertThat(labelled).isBetween(2, 25);
        assertThat(screens.screen(attempt(ROBOT, "13900112345", "")).reasons().toString())
                .contains("EVIDENCE_");
    }

    @Test
    void whatCameOfWhatTheModelSaidIsCounted() {
        robotCalls(4);
        screen(ROBOT, "13700137009", "");
        watch.feedback().labelled(List.of(said(Label.Source.REPORTER)));
        assertThat(watch.feedback().report().appeals()).isEqualTo(1);
        assertThat(watch.feedback().report().appealsPer10000()).isEqualTo(10_000);
        watch.feedback().labelled(List.of(said(Label.Source.IMPORTED)));
        assertThat(watch.feedback().report().appeals()).isEqualTo(1);
        watch.follow(MODEL);
        assertThat(watch.feedback().report().appeals()).isZero();
    }

    private static Label said(Label.Source source) {
        return new Label(
                new Label.About.OfNumber(PhoneNumber.parse(ROBOT)),
                Label.Claim.BENIGN,
                Optional.empty(),
                new Label.By(source, "li"),
                at(1_200));
    }

    @Test
    void aSpoofedVictimHasNoStandingFromIt() {
        ordinaryCallsOf(COURIER);
        robotCalls(4);
        observe(call(COURIER, "13700137003", "robot-trunk", 1_000));
        assertThat(watch.campaigns(NINE, 2, 10).getFirst().numbers()).isEqualTo(2);
        assertThat(screen(COURIER, "13700137001", "mobile").action()).isEqualTo(Action.PASS);
        assertThat(screen(COURIER, "13700137009", "mobile").action()).isEqualTo(Action.PASS);
        assertThat(screen(COURIER, "13700137009", "").action()).isEqualTo(Action.PASS);
        assertThat(platform.standingOf(PhoneNumber.parse(COURIER))).isEmpty();
        observe(call(COURIER, "13900139000", "mobile", 1_060));
        CampaignView campaign = whole(watch.campaigns(NINE, 1, 10).getFirst().id());
        assertThat(campaign.members())
                .filteredOn(CampaignView.Member::hasLeft)
                .extracting(CampaignView.Member::number)
                .containsExactly(PhoneNumber.parse(COURIER));
    }

    @Test
    void protectedUseAndOwnListsComeBeforeWhatIsSuspected() {
        robotCalls(4);
        platform.saveStandings(
                List.of(new Listed(PhoneNumber.parse(ROBOT), new Standing.Protected(NINE.plus(Duration.ofDays(3))))));
        assertThat(screen(ROBOT, "13700137009", "").rule()).isEqualTo(Rule.PROTECTED_USE);
        long asked = watch.counts().asked();
        assertThat(screen("110", "13700137009", "").action()).isEqualTo(Action.LABEL);
        assertThat(watch.counts().asked()).isEqualTo(asked);
    }

    @Test
    void aHiddenCallerIsNotJudgedByAllHiddenCallers() {
        for (int i = 0; i < 10; i++) {
            observe(call("13800138000", "1370013700" + i, "", 60 * i));
        }
        CallAttempt hidden = CallAttempt.of(PhoneNumber.HIDDEN, PhoneNumber.parse("13700137000"), millis(600));
        assertThat(watch.of(hidden)).isZero();
    }

    @Test
    void withoutAModelItRemembersAndSuspectsNobody() {
        Watch blind = new Watch(TERMS, Optional.empty());
        for (int i = 0; i < 6; i++) {
            blind.observe(List.of(call(ROBOT, "1370013700" + i, "robot-trunk", 60 * i)), at(1_000));
        }
        assertThat(blind.of(attempt(ROBOT, "13700137009", ""))).isZero();
        assertThat(blind.counts().calls().callers()).isEqualTo(1);
        assertThat(blind.campaigns(NINE, 1, 10)).isEmpty();
    }

    @Test
    void whatIsFromTheFutureIsCountedAndNotLearned() {
        watch.observe(List.of(call(ROBOT, "13700137000", "", 10_000)), at(0));
        assertThat(watch.counts().future()).isEqualTo(1);
        robotCalls(4);
        assertThat(screen(ROBOT, "13700137009", "").action()).isEqualTo(Action.REJECT);
        assertThat(watch.counts().calls().late()).isZero();
    }

    @Test
    void aModelWithOtherThresholdsJudgesTheNextCall() {
        robotCalls(4);
        Model milder = new Model(
                "milder",
                MODEL.trees(),
                MODEL.sequence(),
                MODEL.calibration(),
                Thresholds.same(9, 8, 3),
                MODEL.linking());
        assertThat(watch.follow(milder)).isEqualTo(Following.AT_ONCE);
        assertThat(screen(ROBOT, "13700137009", "").action()).isEqualTo(Action.LABEL);
        assertThat(watch.follow(MODEL)).isEqualTo(Following.AT_ONCE);
        assertThat(screen(ROBOT, "13700137008", "").action()).isEqualTo(Action.REJECT);
    }

    @Test
    void aModelThatRemembersSomethingElseJudgesAfterARebuildAndTheOneBeforeUntilThen() {
        robotCalls(4);
        Model alone = MadeUpModels.ofRate("alone");
        assertThat(watch.follow(alone)).isEqualTo(Following.AFTER_REBUILD);
        assertThat(watch.wantsRebuild()).isTrue();
        assertThat(screen(ROBOT, "13700137009", "").action()).isEqualTo(Action.REJECT);
        rebuild(watch);
        assertThat(watch.model()).contains(alone);
        assertThat(watch.wantsRebuild()).isFalse();
        assertThat(screen(ROBOT, "13700137008", "").action()).isEqualTo(Action.REJECT);
        assertThat(screen(NEXT, "13700137009", "robot-trunk").action()).isEqualTo(Action.PASS);
    }

    @Test
    void whoGoesBackToAModelThatMustLearnAnewSuspectsNobodyUntilItJudges() {
        robotCalls(4);
        Model alone = MadeUpModels.ofRate("alone");
        assertThat(watch.goBack(alone)).isEqualTo(Following.AFTER_REBUILD);
        assertThat(screen(ROBOT, "13700137009", "").action()).isEqualTo(Action.PASS);
        rebuild(watch);
        assertThat(watch.model()).contains(alone);
        assertThat(screen(ROBOT, "13700137008", "").action()).isEqualTo(Action.REJECT);
        assertThat(watch.goBack(alone)).isEqualTo(Following.AT_ONCE);
        assertThat(screen(ROBOT, "13700137007", "").action()).isEqualTo(Action.REJECT);
    }

    @Test
    void aModelThatIsGivenDuringARebuildJudgesAfterIt() {
        robotCalls(4);
        Rebuild rebuild = watch.rebuild(records, Duration.ofDays(7));
        assertThat(rebuild.step()).isTrue();
        Model named = MadeUpModels.ofRateAndLine();
        assertThat(watch.follow(named)).isEqualTo(Following.AT_ONCE);
        while (rebuild.step()) {
            assertThat(rebuild.isTaken()).isFalse();
        }
        assertThat(watch.model().orElseThrow()).isSameAs(named);
        assertThat(watch.isModelWaiting()).isFalse();
    }

    @Test
    void judgingACallMakesNoObjects() {
        robotCalls(6);
        CallAttempt[] calls = new CallAttempt[1_000];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = attempt(i % 2 == 0 ? ROBOT : NEXT, "1370013700" + i % 10, "robot-trunk");
        }
        long sum = sum(calls);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().threadId();
        long before = threads.getThreadAllocatedBytes(self);
        sum += sum(calls);
        long allocated = threads.getThreadAllocatedBytes(self) - before;
        assertThat(sum).isNotZero();
        assertThat(allocated).isLessThan(calls.length);
        assertThat(watch.counts().asked()).isEqualTo(2 * calls.length);
    }

    private long sum(CallAttempt[] calls) {
        long sum = 0;
        for (CallAttempt call : calls) {
            sum += watch.of(call);
        }
        return sum;
    }

    @Test
    void aRestartKnowsWhatWasKnownBefore() {
        robotCalls(4);
        observe(call(NEXT, "13700137001", "robot-trunk", 1_000));
        Watch restarted = new Watch(TERMS, Optional.of(MODEL));
        rebuild(restarted);
        restarted.passed(at(1_100));
        assertThat(views(restarted)).isEqualTo(views(watch)).isNotEmpty();
        for (String caller : List.of(ROBOT, NEXT, "17012340003", COURIER)) {
            CallAttempt attempt = attempt(caller, "13700137009", "robot-trunk");
            assertThat(restarted.of(attempt)).isEqualTo(watch.of(attempt));
        }
    }

    @Test
    void whatIsObservedDuringARebuildIsKnownAfterIt() {
        robotCalls(2);
        Rebuild rebuild = watch.rebuild(records, Duration.ofDays(7));
        assertThat(rebuild.step()).isTrue();
        observe(call(ROBOT, "13700137007", "robot-trunk", 130));
        observe(call(ROBOT, "13700137006", "robot-trunk", 190));
        while (rebuild.step()) {
            assertThat(rebuild.isTaken()).isFalse();
        }
        watch.passed(at(600));
        assertThat(rebuild.isTaken()).isTrue();
        assertThat(watch.counts().calls().late()).isZero();
        assertThat(screen(ROBOT, "13700137009", "").action()).isEqualTo(Action.REJECT);
    }

    @Test
    void recordsThatCameTooLateAreLearnedByARebuild() {
        List<CallRecord> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(call(ROBOT, "1370013700" + i, "robot-trunk", 60 * i));
        }
        observe(calls.getLast());
        calls.subList(0, 3).forEach(this::observe);
        assertThat(watch.counts().calls().late()).isEqualTo(3);
        assertThat(screen(ROBOT, "13700137009", "").action()).isEqualTo(Action.PASS);
        assertThat(watch.wantsRebuild()).isTrue();
        rebuild(watch);
        watch.passed(at(600));
        assertThat(watch.wantsRebuild()).isFalse();
        assertThat(screen(ROBOT, "13700137009", "").action()).isEqualTo(Action.REJECT);
    }

    @Test
    void whileSomebodyHoldsWhatIsKnownNothingIsSaid() throws InterruptedException {
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Thread holder = new Thread(() -> lock.locked(() -> {
            holds.countDown();
            await(asked);
            return true;
        }));
        holder.start();
        await(holds);
        assertThat(watch.of(attempt(ROBOT, "13700137009", ""))).isZero();
        asked.countDown();
        holder.join();
        assertThat(watch.counts().unanswered()).isEqualTo(1);
    }

    @Test
    void aCampaignTellsItsNumbersItsTimelineAndWhatTiesIt() {
        robotCalls(4);
        observe(call(NEXT, "13700137001", "robot-trunk", 1_000));
        CampaignView brief = watch.campaigns(at(1_100), 2, 10).getFirst();
        assertThat(brief.members()).isEmpty();
        CampaignView campaign = whole(brief.id());
        assertThat(campaign.numbers()).isEqualTo(2);
        assertThat(campaign.state()).isEqualTo(new State.Active());
        assertThat(campaign.members())
                .extracting(member -> member.number().toString())
                .containsExactly("170****0001", "170****0002");
        assertThat(campaign.timeline())
                .extracting(CampaignView.Event::kind)
                .containsExactly(Change.Kind.FOUNDED, Change.Kind.JOINED);
        assertThat(campaign.ties()).extracting(CampaignView.Tie::family).contains(Signal.Family.LINE);
        assertThat(campaign.hours()).singleElement().satisfies(hour -> {
            assertThat(hour.numbers()).isEqualTo(2);
            assertThat(hour.calls()).isEqualTo((int) campaign.calls());
        });
        assertThat(campaign.chinese())
                .startsWith("该团伙自11月28日09:17起使用2个号码,共呼叫2次")
                .contains("同一线路");
        assertThat(watch.campaign(campaign.id(), NINE.plus(Duration.ofDays(3)))
                        .orElseThrow()
                        .state())
                .isEqualTo(new State.Quiet());
        assertThat(watch.campaign("none", NINE)).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private List<CampaignView> views(Watch of) {
        return of.campaigns(at(1_100), 1, 10).stream()
                .map(brief -> of.campaign(brief.id(), at(1_100)).orElseThrow())
                .toList();
    }

    private CampaignView whole(String id) {
        return watch.campaign(id, at(1_100)).orElseThrow();
    }

    private void rebuild(Watch of) {
        Rebuild rebuild = of.rebuild(records, Duration.ofDays(7));
        while (rebuild.step()) {
            assertThat(rebuild.isTaken()).isFalse();
        }
        assertThat(rebuild.isTaken()).isTrue();
    }

    private void robotCalls(int calls) {
        for (int i = 0; i < calls; i++) {
            observe(call(ROBOT, "1370013700" + i, "robot-trunk", 60 * i));
        }
    }

    /** Hours apart, both ways. */
    private void ordinaryCallsOf(String number) {
        for (int i = 10; i > 0; i--) {
            observe(call(number, "1390013900" + i % 3, "mobile", -7_200 * i));
            observe(call("1390013900" + i % 3, number, "mobile", -7_200 * i + 3_600));
        }
    }

    private CallRecord call(String caller, String callee, String trunk, int seconds) {
        return MadeUpCalls.missed(String.format(Locale.ROOT, "call-%03d", ids++), at(seconds), caller, callee, trunk);
    }

    private void observe(CallRecord call) {
        records.append("test", List.of(call));
        watch.observe(List.of(call), call.end().plus(LATENESS).plusMillis(1));
    }

    private Decision screen(String caller, String callee, String trunk) {
        return platform.screen(attempt(caller, callee, trunk));
    }

    private static CallAttempt attempt(String caller, String callee, String trunk) {
        return new CallAttempt(
                PhoneNumber.parse(caller),
                PhoneNumber.parse(callee),
                millis(1_100),
                false,
                0,
                CallAttempt.nameOf(trunk),
                0);
    }

    private static Instant at(int seconds) {
        return NINE.plusSeconds(seconds);
    }

    private static long millis(int seconds) {
        return at(seconds).toEpochMilli();
    }
}

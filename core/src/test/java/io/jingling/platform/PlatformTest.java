package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.Evidence;
import io.jingling.domain.ListEntry;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Rule;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import io.jingling.platform.StandingStore.Listed;
import io.jingling.screening.Policy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformTest {
    private static final PhoneNumber ROBOT = PhoneNumber.parse("17012345678");
    private static final PhoneNumber WANG = PhoneNumber.parse("13700137000");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00+08:00");

    private final InMemoryStores stores = new InMemoryStores();
    private final Platform platform = newPlatform();
    private long nextId = 1;

    @Test
    void aSuspectedFraudsterIsRefusedAndTheLogSaysWhy() {
        suspect(Category.FRAUD, 80);
        Decision decision = call(ROBOT, WANG, NOON);
        assertThat(decision.action()).isEqualTo(Action.REJECT);
        assertThat(decision.rule()).isEqualTo(Rule.DEFAULT_WISH);
        assertThat(decision.reasons()).anyMatch(r -> r.chinese().equals("高频外呼:1 小时拨打 312 个号码"));
        assertThat(stores.logged).singleElement().satisfies(logged -> {
            assertThat(logged.verdict()).isEqualTo(decision.verdict());
            assertThat(logged.listVersion()).isEqualTo(decision.listVersion());
            assertThat(logged.policyVersion()).isEqualTo(Policy.STANDARD.version());
        });
    }

    @Test
    void aPassIsLoggedWithItsReasonToo() {
        Decision decision = call(PhoneNumber.parse("13900139000"), WANG, NOON);
        assertThat(decision.rule()).isEqualTo(Rule.DEFAULT_PASS);
        assertThat(decision.reasons()).isNotEmpty();
        assertThat(stores.logged).hasSize(1);
    }

    @Test
    void aWishIsInForceWithTheNextCall() {
        suspect(Category.INSURANCE, 80);
        assertThat(call(ROBOT, WANG, NOON).action()).isEqualTo(Action.LABEL);
        platform.saveWishes(WANG, Wishes.DEFAULT.withCategory(Category.INSURANCE, Action.REJECT));
        assertThat(call(ROBOT, WANG, NOON).action()).isEqualTo(Action.REJECT);
        platform.saveWishes(WANG, Wishes.DEFAULT.withWhite(List.of(new ListEntry(ROBOT, "我的保险经理"))));
        assertThat(call(ROBOT, WANG, NOON).rule()).isEqualTo(Rule.OWN_WHITE_LIST);
    }

    @Test
    void changesOfWishesAreMadeOneAfterTheOther() {
        platform.saveWishes(WANG, Wishes.DEFAULT.withCategory(Category.INSURANCE, Action.REJECT));
        IllegalArgumentException tooMany = new IllegalArgumentException("white list: got 1,001, want 1,000");
        List<Platform.Forbidden> forbidden = platform.changeWishes(List.of(
                new Platform.WishChange(WANG, w -> w.withCategory(Category.LOANS, Action.SILENT)),
                new Platform.WishChange(WANG, w -> {
                    throw tooMany;
                }),
                new Platform.WishChange(WANG, w -> w.withCategory(Category.LOANS, Action.REJECT))));
        assertThat(forbidden).containsExactly(new Platform.Forbidden(1, tooMany));
        suspect(Category.LOANS, 80);
        assertThat(call(ROBOT, WANG, NOON).action()).isEqualTo(Action.REJECT);
        assertThat(stores.wishes.get(WANG).categories())
                .containsOnlyKeys(Category.INSURANCE, Category.LOANS)
                .containsEntry(Category.LOANS, Action.REJECT);
    }

    @Test
    void afterDiallingForHelpCallBacksRingForSixHours() {
        suspect(Category.FRAUD, 99);
        assertThat(call(ROBOT, WANG, NOON).action()).isEqualTo(Action.REJECT);
        call(WANG, PhoneNumber.parse("120"), NOON.plusSeconds(60));
        assertThat(call(ROBOT, WANG, NOON.plusSeconds(3600)).rule()).isEqualTo(Rule.CALL_BACK_PASS);
        assertThat(call(ROBOT, WANG, NOON.plusSeconds(6 * 3600 + 300)).action()).isEqualTo(Action.REJECT);
    }

    @Test
    void diallingTheCitysHotlineOpensTheSamePass() {
        suspect(Category.FRAUD, 99);
        call(WANG, PhoneNumber.parse("01012345"), NOON);
        assertThat(call(ROBOT, WANG, NOON.plusSeconds(60)).rule()).isEqualTo(Rule.CALL_BACK_PASS);
    }

    @Test
    void waitingForACourierLetsCallsRingUntilThen() {
        suspect(Category.FRAUD, 99);
        platform.saveWishes(WANG, Wishes.DEFAULT.withCourierUntil(NOON.plusSeconds(7200)));
        assertThat(call(ROBOT, WANG, NOON.plusSeconds(7000)).rule()).isEqualTo(Rule.COURIER_PASS);
        assertThat(call(ROBOT, WANG, NOON.plusSeconds(7300)).action()).isEqualTo(Action.REJECT);
        platform.saveWishes(WANG, Wishes.DEFAULT.withCourierUntil(NOON.plusSeconds(9000)));
        platform.saveWishes(WANG, Wishes.DEFAULT);
        assertThat(call(ROBOT, WANG, NOON.plusSeconds(8000)).action())
                .as("taken back")
                .isEqualTo(Action.REJECT);
    }

    @Test
    void theSecondCallWithinThreeMinutesRingsOnce() {
        suspect(Category.FRAUD, 99);
        assertThat(call(ROBOT, WANG, NOON).action()).isEqualTo(Action.REJECT);
        assertThat(call(ROBOT, WANG, NOON.plusSeconds(30)).rule()).isEqualTo(Rule.SECOND_CALL_PASS);
        assertThat(call(ROBOT, WANG, NOON.plusSeconds(60)).action()).isEqualTo(Action.REJECT);
    }

    @Test
    void aChangeThatIsNotDurableIsNotInForce() {
        suspect(Category.INSURANCE, 80);
        stores.away = true;
        Wishes wished = Wishes.DEFAULT.withCategory(Category.INSURANCE, Action.REJECT);
        assertThatThrownBy(() -> platform.saveWishes(WANG, wished)).isInstanceOf(StoreFailure.class);
        assertThat(call(ROBOT, WANG, NOON).action())
                .as("calls go on from memory")
                .isEqualTo(Action.LABEL);
    }

    @Test
    void aChangeWhoseAnswerWasLostIsInForceOnceTheStoreIsAsked() {
        stores.losingAnswers = true;
        Wishes wished = Wishes.DEFAULT.withCategory(Category.INSURANCE, Action.REJECT);
        assertThatThrownBy(() -> platform.saveWishes(WANG, wished)).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> suspect(Category.INSURANCE, 80)).isInstanceOf(StoreFailure.class);
        assertThat(call(ROBOT, WANG, NOON).rule()).isEqualTo(Rule.DEFAULT_PASS);
        stores.away = true;
        assertThatThrownBy(platform::settle).isInstanceOf(StoreFailure.class);
        stores.away = false;
        assertThat(platform.settle()).isZero();
        assertThat(call(ROBOT, WANG, NOON).action()).isEqualTo(Action.REJECT);
    }

    @Test
    void aRemovalWhoseAnswerWasLostIsInForceOnceTheStoreIsAsked() {
        suspect(Category.FRAUD, 99);
        stores.losingAnswers = true;
        assertThatThrownBy(() -> platform.removeStanding(ROBOT)).isInstanceOf(StoreFailure.class);
        assertThat(platform.standingOf(ROBOT)).isPresent();
        platform.settle();
        assertThat(platform.standingOf(ROBOT)).isEmpty();
    }

    @Test
    void whatFailedAndWasNotKeptStaysAsItWas() {
        suspect(Category.INSURANCE, 80);
        Wishes before = Wishes.DEFAULT.withCategory(Category.INSURANCE, Action.SILENT);
        platform.saveWishes(WANG, before);
        stores.away = true;
        assertThatThrownBy(() -> platform.saveWishes(WANG, Wishes.DEFAULT)).isInstanceOf(StoreFailure.class);
        stores.away = false;
        assertThat(platform.settle()).isZero();
        assertThat(call(ROBOT, WANG, NOON).action()).isEqualTo(Action.SILENT);
    }

    @Test
    void aNewStartKnowsWhatWasSaved() {
        suspect(Category.LOANS, 80);
        platform.saveWishes(
                WANG,
                Wishes.DEFAULT.withCategory(Category.LOANS, Action.SILENT).withCourierUntil(NOON.plusSeconds(3600)));
        Platform restarted = newPlatform();
        restarted.load();
        CallAttempt during = CallAttempt.of(ROBOT, WANG, NOON.toEpochMilli());
        CallAttempt after = CallAttempt.of(ROBOT, WANG, NOON.plusSeconds(7200).toEpochMilli());
        assertThat(restarted.rehearse(during).rule()).isEqualTo(Rule.COURIER_PASS);
        assertThat(restarted.rehearse(after).action()).isEqualTo(Action.SILENT);
        assertThat(restarted.sizes().standings()).isEqualTo(1);
    }

    @Test
    void rehearsingLeavesNoTrace() {
        suspect(Category.FRAUD, 99);
        for (int i = 0; i < 3; i++) {
            platform.rehearse(CallAttempt.of(ROBOT, WANG, NOON.toEpochMilli()));
        }
        assertThat(stores.logged).isEmpty();
        assertThat(call(ROBOT, WANG, NOON).action()).isEqualTo(Action.REJECT);
    }

    @Test
    void aRemovedStandingCountsForNothing() {
        suspect(Category.FRAUD, 99);
        platform.removeStanding(ROBOT);
        assertThat(call(ROBOT, WANG, NOON).rule()).isEqualTo(Rule.DEFAULT_PASS);
    }

    @Test
    void classThreeIsDecidedOnlyByAnExplicitWish() {
        suspect(Category.FORM_CLASS_03, 100);
        assertThat(call(ROBOT, WANG, NOON).rule()).isEqualTo(Rule.DEFAULT_PASS);
        platform.saveWishes(WANG, Wishes.DEFAULT.withCategory(Category.FORM_CLASS_03, Action.REJECT));
        assertThat(call(ROBOT, WANG, NOON).rule()).isEqualTo(Rule.OWN_CATEGORY);
    }

    private Platform newPlatform() {
        return new Platform(
                stores.subscriberStore,
                stores.standingStore,
                stores.decisionLog,
                new Platform.Capacity(16, 16, 64),
                Policy.STANDARD);
    }

    private void suspect(Category category, int score) {
        Evidence evidence = new Evidence(Evidence.Kind.CALLS_PER_HOUR, 312);
        platform.saveStandings(List.of(new Listed(
                ROBOT, new Standing.Suspected(category, score, evidence, Instant.parse("2030-01-01T00:00:00+08:00")))));
    }

    private Decision call(PhoneNumber caller, PhoneNumber callee, Instant at) {
        return platform.screen(new CallAttempt(caller, callee, at.toEpochMilli(), false, nextId++));
    }
}

package io.jingling.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import io.jingling.learning.Promotion.Rule;
import io.jingling.learning.Promotion.Ruling;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PromotionTest {
    private static final int CALLS = 100;
    private static final int BENIGN = 60_000;

    @Test
    void aModelThatLetsFewerCallsOfEachCampaignThroughIsPromoted() {
        Ruling ruling = Promotion.judge(town(10, 40, 0), town(10, 30, 0), Rule.USUAL);
        assertThat(ruling.reasons()).isEmpty();
        assertThat(ruling.isPromoted()).isTrue();
        assertThat(ruling.pairs()).hasSize(10);
        assertThat(ruling.meanBefore() - ruling.meanAfter()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void theProbabilityIsThatOfAllGainsBeingOnOneSide() {
        // Five gains of different size, all one way: one of 2^5 ways to give them signs.
        Evaluation before = new Evaluation();
        Evaluation after = new Evaluation();
        for (int campaign = 0; campaign < 5; campaign++) {
            add(before, campaign, 50);
            add(after, campaign, 40 - campaign);
        }
        assertThat(Promotion.judge(before, after, Rule.USUAL).p()).isCloseTo(1 / 32.0, within(1e-9));
    }

    @Test
    void fewCampaignsAreNotEnoughHoweverManyCallsTheyMade() {
        Ruling ruling = Promotion.judge(town(3, 90, 0), town(3, 10, 0), Rule.USUAL);
        assertThat(ruling.isPromoted()).isFalse();
        assertThat(ruling.reasons()).singleElement().asString().startsWith("campaigns: got p = 0.125");
    }

    @Test
    void aModelThatIsNoBetterOrWorseIsNotPromoted() {
        Ruling same = Promotion.judge(town(10, 40, 0), town(10, 40, 0), Rule.USUAL);
        assertThat(same.p()).isEqualTo(1);
        assertThat(same.isPromoted()).isFalse();
        assertThat(Promotion.judge(town(10, 30, 0), town(10, 40, 0), Rule.USUAL).isPromoted())
                .isFalse();
    }

    @Test
    void aModelThatRejectsTooManyBenignCallsIsNotPromotedHoweverMuchItStops() {
        Ruling ruling = Promotion.judge(town(10, 40, 0), town(10, 10, 100), Rule.USUAL);
        assertThat(ruling.isPromoted()).isFalse();
        assertThat(ruling.reasons()).hasSize(2);
        assertThat(ruling.reasons().getFirst()).startsWith("benign calls: got at most ");
        assertThat(ruling.reasons().getLast()).isEqualTo("benign_courier: got 1.67e-03 rejected, want 1.00e-03");
    }

    @Test
    void modelsThatJudgedOtherCampaignsCannotBeCompared() {
        assertThatThrownBy(() -> Promotion.judge(town(4, 40, 0), town(5, 40, 0), Rule.USUAL))
                .hasMessageStartingWith("campaigns: got 4 by one model and 5 by the other");
    }

    private static Evaluation town(int campaigns, int through, int benignRejected) {
        Evaluation town = new Evaluation();
        for (int campaign = 0; campaign < campaigns; campaign++) {
            add(town, campaign, through);
        }
        Maker courier = new Maker("li", "benign_courier");
        for (int i = 0; i < BENIGN; i++) {
            town.add(call(i), courier, i < benignRejected);
        }
        return town;
    }

    private static void add(Evaluation town, int campaign, int through) {
        Maker maker = new Maker("campaign-" + campaign, "harass_ai");
        for (int i = 0; i < CALLS; i++) {
            town.add(call(campaign), maker, i >= through);
        }
    }

    private static CallRecord call(int which) {
        return new CallRecord(
                "call",
                Instant.EPOCH,
                new PhoneNumber(PhoneNumber.parse("17000000000").key() + which),
                PhoneNumber.parse("13800001111"),
                Direction.IN,
                true,
                Duration.ZERO,
                Duration.ZERO,
                ReleasedBy.CALLER,
                "",
                Origin.UNKNOWN);
    }
}

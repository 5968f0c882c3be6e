package io.jingling.complaints;

import static io.jingling.complaints.MadeUpReports.AT;
import static io.jingling.complaints.MadeUpReports.mobile;
import static io.jingling.complaints.MadeUpReports.vote;
import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.Vote.Contact;
import io.jingling.complaints.Weighed.Doubt;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What attacks achieve, five of them as issue 5 names them. */
class TrustTest {
    private static final int LABEL = 50;
    private static final Duration DAY = Duration.ofDays(1);

    private final Trust trust = new Trust();

    private Weighed weighed(int number, Instant now) {
        return trust.weigh(mobile(number), now);
    }

    /** People who were right of two numbers that nobody else reports. */
    private void prove(int from, int to) {
        for (int who = from; who < to; who++) {
            for (int number = 5_000 + who; number <= 6_000 + who; number += 1_000) {
                trust.report(vote(who, number, AT));
                trust.found(mobile(number), "c", true, AT);
            }
        }
    }

    @Test
    void deletingAndVotingAgainAchievesOneVote() {
        trust.report(vote(1, 0, AT));
        Weighed once = weighed(0, AT);
        for (int i = 0; i < 50; i++) {
            trust.withdraw(new ReporterId("p-1"), mobile(0));
            assertThat(weighed(0, AT)).as("a withdrawal leaves nothing").isEqualTo(new Trust().weigh(mobile(0), AT));
            trust.report(vote(1, 0, AT));
        }
        assertThat(weighed(0, AT)).isEqualTo(once);
        assertThat(once.people()).isEqualTo(1);
    }

    @Test
    void sayingItAgainIsCountedOnce() {
        for (int i = 0; i < 50; i++) {
            trust.report(vote(1, 0, AT.plus(Duration.ofHours(i))));
        }
        trust.report(vote(1, 0, AT.plus(Duration.ofDays(31))));
        Weighed weighed = weighed(0, AT.plus(Duration.ofDays(31)));
        assertThat(weighed.people()).isEqualTo(1);
        assertThat(weighed.independent()).isEqualTo(1);
        assertThat(weighed.score()).isLessThan(LABEL);
    }

    @Test
    void twoHundredBoughtAccountsAchieveNothingAtOnceAndALabelAtMostInTime() {
        for (int who = 0; who < 200; who++) {
            trust.report(vote(who, 0, AT.plusSeconds(who)));
            trust.report(vote(who, 1, AT.plus(Duration.ofHours(6L * who))));
        }
        Weighed atOnce = weighed(0, AT.plus(DAY));
        assertThat(atOnce.doubts()).contains(Doubt.BURST);
        assertThat(atOnce.score()).as("at once: nothing").isLessThan(LABEL);
        Weighed slowly = weighed(1, AT.plus(Duration.ofDays(50)));
        assertThat(slowly.doubts()).contains(Doubt.NEWCOMERS);
        assertThat(slowly.independent()).isLessThan(Evidence.INDEPENDENT_MIN);
        assertThat(slowly.score()).as("slowly: a label, no refusal").isLessThan(70);
    }

    @Test
    void boughtAccountsThatWereMadeCredibleTogetherCountAsOne() {
        for (int who = 0; who < 200; who++) {
            trust.report(vote(who, 1_000, AT));
            trust.report(vote(who, 1_001, AT.plus(DAY)));
        }
        trust.found(mobile(1_000), "c", true, AT.plus(DAY));
        trust.found(mobile(1_001), "c", true, AT.plus(DAY));
        Instant later = AT.plus(Duration.ofDays(5));
        for (int who = 0; who < 200; who++) {
            trust.report(vote(who, 0, later.plusSeconds(who)));
        }
        Weighed weighed = weighed(0, later.plus(DAY));
        assertThat(weighed.doubts()).contains(Doubt.TIED);
        assertThat(weighed.independent()).isEqualTo(1);
        assertThat(weighed.score()).isLessThan(LABEL);
    }

    @Test
    void oneRobotThatEverybodyKnowsMakesNoAccountsCredible() {
        for (int who = 0; who < 200; who++) {
            trust.report(vote(who, 1_000, AT));
            trust.report(vote(who, 0, AT.plus(Duration.ofHours(6L * who))));
        }
        trust.found(mobile(1_000), "c", true, AT);
        Weighed weighed = weighed(0, AT.plus(Duration.ofDays(50)));
        assertThat(weighed.doubts()).contains(Doubt.NEWCOMERS);
        assertThat(weighed.independent()).isLessThan(Evidence.INDEPENDENT_MIN);
        assertThat(weighed.score()).isLessThan(70);
    }

    @Test
    void anExPartnersRevengeAchievesNothing() {
        prove(1, 2);
        trust.report(new Vote(new ReporterId("p-1"), mobile(0), Optional.of(Category.FRAUD), AT, Contact.ACQUAINTED));
        Weighed weighed = weighed(0, AT);
        assertThat(weighed.score()).isZero();
        assertThat(weighed.doubts()).contains(Doubt.ACQUAINTED);
    }

    @Test
    void manyWhoWereRightBeforeAndReportAloneAreBelieved() {
        prove(0, 12);
        for (int who = 0; who < 12; who++) {
            trust.report(vote(who, 0, AT.plusSeconds(who)));
        }
        Weighed weighed = weighed(0, AT.plus(DAY));
        assertThat(weighed.independent()).isEqualTo(12).isGreaterThanOrEqualTo(Evidence.INDEPENDENT_MIN);
        assertThat(weighed.score()).isGreaterThanOrEqualTo(70);
        assertThat(weighed.category()).contains(Category.LOANS);
        assertThat(weighed.doubts()).isEmpty();
    }

    @Test
    void aRobotThatCalledAThousandIsNoBurstOfBoughtAccounts() {
        for (int who = 0; who < 40; who++) {
            trust.report(new Vote(
                    new ReporterId("p-" + who),
                    mobile(0),
                    Optional.of(Category.LOANS),
                    AT.plusSeconds(who),
                    Contact.CALLED));
        }
        assertThat(weighed(0, AT).doubts()).containsExactly(Doubt.NEWCOMERS);
        assertThat(weighed(0, AT).score()).isGreaterThanOrEqualTo(LABEL);
    }

    @Test
    void whoWasWrongAsOftenAsRightCountsNothing() {
        trust.report(vote(1, 0, AT));
        for (int number = 1; number <= 2; number++) {
            trust.report(vote(1, number, AT));
            assertThat(trust.found(mobile(number), "c", false, AT)).contains(mobile(0));
        }
        assertThat(weighed(0, AT).weight()).isZero();
        assertThat(weighed(0, AT).independent()).isZero();
    }

    @Test
    void anOfficersWordHoldsForNinetyDays() {
        trust.found(mobile(0), "c", false, AT);
        prove(0, 12);
        for (int who = 0; who < 12; who++) {
            trust.report(vote(who, 0, AT.plus(DAY)));
        }
        assertThat(weighed(0, AT.plus(DAY)).doubts()).containsExactly(Doubt.CLEARED);
        trust.found(mobile(0), "c", true, AT.plus(DAY));
        assertThat(weighed(0, AT.plus(DAY)).isConfirmed()).isTrue();
        assertThat(weighed(0, AT.plus(DAY)).score()).isGreaterThanOrEqualTo(90);
        trust.relieve(mobile(0), true);
        assertThat(weighed(0, AT.plus(DAY)).score()).isZero();
    }

    @Test
    void votesCountHalfAfterThirtyDaysAndNothingAfterNinety() {
        trust.report(vote(1, 0, AT));
        assertThat(weighed(0, AT.plus(Duration.ofDays(29))).weight()).isEqualTo(0.5);
        assertThat(weighed(0, AT.plus(Duration.ofDays(31))).weight()).isEqualTo(0.25);
        assertThat(weighed(0, AT.plus(Duration.ofDays(90))).weight()).isZero();
        trust.forget(AT.plus(Duration.ofDays(90)));
        assertThat(trust.size()).isZero();
    }
}

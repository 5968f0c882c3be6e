package io.jingling.complaints;

import static io.jingling.complaints.MadeUpReports.AT;
import static io.jingling.complaints.MadeUpReports.loans;
import static io.jingling.complaints.MadeUpReports.report;
import static io.jingling.complaints.MadeUpReports.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.complaints.Deadline.Basis;
import io.jingling.complaints.Deadline.What;
import io.jingling.domain.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CaseTest {
    private static final RoutingTable TABLE = RoutingTable.standard();

    private static Case opened(String number, Said said) {
        Report report = report("a", number, said);
        return Case.opened(CaseNumber.draw(AT, new SplittableRandom(1)), report, TABLE.of(report));
    }

    @Test
    void aCaseThatIsFullOfNotesCanStillBeClosed() {
        Case full = opened("13800138000", loans());
        while (full.steps().size() < Case.NOTES_MAX) {
            full = full.with(new Step.Noted(AT, "o", "备注"));
        }
        Case noted = full;
        assertThatThrownBy(() -> noted.with(new Step.Noted(AT, "o", "备注")))
                .hasMessageContaining("the last ones are for closing it");
        assertThat(full.with(new Step.Verified(AT, "o", Outcome.HARASSMENT, "核实"))
                        .with(new Step.Told(AT, "o", Outcome.HARASSMENT, "告知"))
                        .stage())
                .isEqualTo(Stage.TOLD);
    }

    @Test
    void aMobilesCaseGoesToTheCarrierOfItsBlock() {
        Case made = opened("13800138000", loans());
        assertThat(made.stage()).isEqualTo(Stage.HANDED_OVER);
        assertThat(made.responsible()).isEqualTo(new Desk(Desk.Kind.CARRIER, "中国移动"));
        assertThat(made.responsible().chinese()).isEqualTo("运营商 · 中国移动");
    }

    @Test
    void threeHandOversKeepEverythingAndAskNobodyAgain() {
        Case made = opened("13800138000", loans());
        List<Desk> desks =
                List.of(new Desk(Desk.Kind.OUTBOUND_PLATFORM, "甲平台"), new Desk(Desk.Kind.POLICE_LEAD, ""), Desk.OWN);
        Case then = made;
        for (Desk desk : desks) {
            then = then.with(new Step.HandedOver(AT, "k1", desk, "officer", "转交"));
            assertThat(then.responsible()).isEqualTo(desk);
        }
        assertThat(then.steps())
                .startsWith(made.steps().toArray(new Step[0]))
                .hasSize(made.steps().size() + 3);
        assertThat(then.reports()).isEqualTo(made.reports());
        assertThat(then.stage()).as("it never goes back").isEqualTo(Stage.HANDED_OVER);
    }

    @Test
    void noCaseIsClosedWithoutEverybodyBeingToldWhy() {
        Case made = opened("13800138000", loans());
        assertThatThrownBy(() -> made.with(new Step.Told(AT, "k1", Outcome.HARASSMENT, "已关停")))
                .hasMessageContaining("want it to be verified first");
        assertThatThrownBy(() -> new Step.Told(AT, "k1", Outcome.HARASSMENT, " "))
                .hasMessageContaining("reason: got 0 characters");
        assertThatThrownBy(() -> made.with(new Step.Acted(AT, "k1", Measure.WARNED, "约谈")))
                .hasMessageContaining("want it to be verified first");
        Case verified = made.with(new Step.Verified(AT, "k1", Outcome.HARASSMENT, "话单核实"));
        assertThatThrownBy(() -> verified.with(new Step.Told(AT, "k1", Outcome.BENIGN, "不属实")))
                .hasMessageContaining("want the outcome that was found, harassment");
        Case acted = verified.with(new Step.Acted(AT, "k1", Measure.NUMBER_STOPPED, "关停"));
        assertThat(acted.stage()).isEqualTo(Stage.ACTED);
        Case told = acted.with(new Step.Told(AT.plusSeconds(5), "k1", Outcome.HARASSMENT, "号码已关停"));
        assertThat(told.stage()).isEqualTo(Stage.TOLD);
        assertThat(told.toldAt()).contains(AT.plusSeconds(5));
        assertThatThrownBy(() -> told.with(new Step.Verified(AT, "k2", Outcome.BENIGN, "改判")))
                .hasMessageContaining("want a case that is not closed");
        assertThat(told.with(new Step.Replied(AT, "k2", "我司已整改")).stage()).isEqualTo(Stage.TOLD);
    }

    @Test
    void whatIsNotAcceptedIsToldAtOnceWithAReason() {
        Case told = opened("13800138000", loans()).with(new Step.Told(AT, "k1", Outcome.NOT_ACCEPTED, "资费争议,请向运营商申诉"));
        assertThat(told.stage()).isEqualTo(Stage.TOLD);
        assertThat(told.outcome()).contains(Outcome.NOT_ACCEPTED);
    }

    @Test
    void theLastWithdrawalEndsTheCase() {
        Case two = opened("13800138000", loans()).joined(report("b", "13800138000", loans()));
        assertThat(two.without(AT).stage()).isEqualTo(Stage.HANDED_OVER);
        assertThat(two.without(AT).without(AT).stage()).isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void everyDeadlineHasALegalBasisOrSaysThatItIsOurs() {
        Case made = opened("13800138000", loans());
        List<Deadline> all = Deadlines.STANDARD.of(made);
        assertThat(all)
                .extracting(Deadline::what)
                .containsExactly(
                        What.VERIFY_AND_ACT, What.COMPANY_ANSWERS, What.TELL, What.ROUTE, What.ACCEPT_OR_REFUSE);
        assertThat(all)
                .extracting(one -> one.what().basis())
                .containsExactly(Basis.HOUSE_RULE, Basis.ORDER_35, Basis.ORDER_35, Basis.HOUSE_RULE, Basis.ORDER_35);
        assertThat(Deadlines.STANDARD.next(made).orElseThrow().due()).isEqualTo(AT.plus(Duration.ofHours(48)));
        assertThat(all.get(2).isMissed(AT.plus(Duration.ofDays(30)))).isFalse();
        assertThat(all.get(2).isMissed(AT.plus(Duration.ofDays(31)))).isTrue();
    }

    @Test
    void fraudAndBombingAreMoreUrgent() {
        Case fraud = opened("+14155550100", said(Category.FRAUD, Mode.HUMAN, ""));
        assertThat(fraud.responsible().kind()).isEqualTo(Desk.Kind.POLICE_LEAD);
        assertThat(Deadlines.STANDARD.next(fraud).orElseThrow().due()).isEqualTo(AT.plus(Duration.ofMinutes(30)));
        Case bombing = opened("13800138000", said(Category.DEBT_COLLECTION, Mode.BOMBING, ""));
        assertThat(Deadlines.STANDARD.next(bombing).orElseThrow().due()).isEqualTo(AT.plus(Duration.ofHours(2)));
    }

    @Test
    void workingDaysLeaveOutHolidaysAndCountTheWeekendsWorkedForThem() {
        WorkingTime working = WorkingTime.USUAL;
        Instant beforeNational = Instant.parse("2026-09-30T02:00:00Z");
        assertThat(working.plusDays(beforeNational, 3))
                .as("8, 9 and Saturday 10 October")
                .isEqualTo(Instant.parse("2026-10-10T16:00:00Z"));
        assertThat(working.plus(Instant.parse("2026-09-30T09:00:00Z"), Duration.ofHours(2)))
                .as("an hour until six, the other after the holidays")
                .isEqualTo(Instant.parse("2026-10-08T02:00:00Z"));
        assertThat(working.plusDays(Instant.parse("2028-04-28T02:00:00Z"), 1))
                .as("a year that is not known has weekends and 1 and 2 May")
                .isEqualTo(Instant.parse("2028-05-03T16:00:00Z"));
        Holidays more = Holidays.withMore(List.of("# ours", "2027-02-05..2027-02-12 off", "2027-02-14 work"));
        assertThat(more.isWorked(java.time.LocalDate.of(2027, 2, 14))).isTrue();
        assertThat(more.isWorked(java.time.LocalDate.of(2026, 10, 10))).isTrue();
        assertThatThrownBy(() -> Holidays.read(List.of("2027-02-31 off"))).hasMessageContaining("want a line such as");
    }

    @Test
    void aCaseNumberNoticesEveryWrongDigitAndEveryTwoSwapped() {
        CaseNumber number = CaseNumber.draw(AT, new SplittableRandom(7));
        assertThat(number.toString()).matches("261123-\\d{6}-\\d{6}-\\d");
        assertThat(CaseNumber.parse(number.toString())).isEqualTo(number);
        assertThat(CaseNumber.parse(" " + number.digits() + " ")).isEqualTo(number);
        for (int place = 0; place < 19; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String wrong = number.digits().substring(0, place)
                        + digit
                        + number.digits().substring(place + 1);
                if (!wrong.equals(number.digits())) {
                    assertThatThrownBy(() -> CaseNumber.parse(wrong)).hasMessageContaining("a digit of it is wrong");
                }
            }
        }
        for (int place = 0; place < 18; place++) {
            String d = number.digits();
            if (d.charAt(place) != d.charAt(place + 1)) {
                String swapped = d.substring(0, place) + d.charAt(place + 1) + d.charAt(place) + d.substring(place + 2);
                assertThatThrownBy(() -> CaseNumber.parse(swapped)).hasMessageContaining("a digit of it is wrong");
            }
        }
    }

    @Test
    void whatNoRowSpeaksOfIsOurOwn() {
        RoutingTable table = RoutingTable.read(List.of("# one row", "only-fraud; F1; *; *; police_lead:反诈中心; 转线索"));
        assertThat(table.of(report("a", "13800138000", loans())).to()).isEqualTo(Desk.OWN);
        assertThat(table.of(report("a", "13800138000", said(Category.FRAUD, Mode.HUMAN, "")))
                        .to())
                .isEqualTo(new Desk(Desk.Kind.POLICE_LEAD, "反诈中心"));
        assertThatThrownBy(() -> RoutingTable.read(List.of("x; 99; *; *; own_officer; y")))
                .hasMessageContaining("routing line 1, category: got \"99\"");
        assertThatThrownBy(() -> RoutingTable.read(List.of("x; *"))).hasMessageContaining("got 2 parts in line 1");
    }

    @Test
    void oneAppealIsDecidedOnceAndProtectedWorkIsRelievedMeanwhile() {
        Appeal made = new Appeal(
                CaseNumber.draw(AT, new SplittableRandom(3)),
                MadeUpReports.mobile(1),
                Appeal.Ground.COURIER,
                "我是快递员",
                AT,
                List.of(new AppealStep.Relieved(AT, Step.BY_RULE, "先行解除")));
        assertThat(made.isRelieved()).isTrue();
        assertThat(Deadlines.STANDARD.of(made))
                .extracting(Deadline::what)
                .containsExactly(What.APPEAL_FIRST_ANSWER, What.APPEAL_DECISION, What.APPEAL_RELIEF);
        Appeal decided = made.with(new AppealStep.Decided(AT.plusSeconds(9), "k2", true, "系快递员工作号"));
        assertThat(decided.isRelieved()).isFalse();
        assertThat(decided.decision().map(AppealStep.Decided::isUpheld)).isEqualTo(Optional.of(true));
        assertThatThrownBy(() -> decided.with(new AppealStep.Answered(AT, "k1", "再看")))
                .hasMessageContaining("decided");
    }
}

package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.complaints.Appeal;
import io.jingling.complaints.AppealStep;
import io.jingling.complaints.AskedToStop;
import io.jingling.complaints.CallTime;
import io.jingling.complaints.CallTime.Precision;
import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Desk;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.Guess;
import io.jingling.complaints.Heard;
import io.jingling.complaints.Measure;
import io.jingling.complaints.Mode;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.ReportedNumber;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.RoutingTable;
import io.jingling.complaints.Said;
import io.jingling.complaints.Stage;
import io.jingling.complaints.Step;
import io.jingling.complaints.Weighed.Doubt;
import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.domain.Standing;
import io.jingling.platform.Intake.Receipted;
import io.jingling.platform.Intake.Sent;
import io.jingling.platform.StandingStore.Listed;
import io.jingling.screening.Policy;
import io.jingling.screening.ReportedCallers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A report's way into a case and into force, and out of both. */
class IntakeTest {
    private static final Instant AT = Instant.parse("2026-11-23T01:30:00Z");
    private static final PhoneNumber ROBOT = PhoneNumber.parse("17012345678");
    private static final PhoneNumber CALLEE = PhoneNumber.parse("13700137000");

    private final InMemoryCases cases = new InMemoryCases();
    private final InMemoryEvidence evidence = new InMemoryEvidence();
    private final InMemoryStores stores = new InMemoryStores();
    private World world = new World();

    /** All that a process has in memory. */
    private final class World {
        final ReportedCallers inForce = new ReportedCallers(16);
        final Reported reported = new Reported(inForce);
        final Platform platform = new Platform(
                stores.subscriberStore,
                stores.standingStore,
                stores.decisionLog,
                Platform.Capacity.SMALL,
                Policy.STANDARD,
                inForce);
        final SplittableRandom random = new SplittableRandom(11);
        final Intake intake;
        final CaseWork work;
        final Appeals appeals;

        World() {
            this(ReportReader.UNSURE);
        }

        World(ReportReader reader) {
            intake = new Intake(
                    new Intake.Ports(cases, cases, evidence, RoutingTable.standard(), reader, CampaignOf.NONE),
                    reported,
                    random);
            work = new CaseWork(cases, evidence, intake, reported);
            appeals = new Appeals(
                    cases.appealStore, cases, evidence, new Appeals.Held(platform, intake, reported), random);
        }

        Action action(PhoneNumber caller) {
            return platform.rehearse(CallAttempt.of(
                            caller, CALLEE, AT.plus(Duration.ofDays(1)).toEpochMilli()))
                    .action();
        }
    }

    private static Sent sent(int reporter, Category category, Instant at) {
        return sent(reporter, category, at, Optional.empty());
    }

    private static Sent sent(int reporter, Category category, Instant at, Optional<String> key) {
        return new Sent(
                PhoneNumber.parse("1370000" + (1000 + reporter)),
                ReportedNumber.read("170 1234 5678"),
                new CallTime(at, Precision.MINUTE),
                new Said(Optional.of(category), Mode.ROBOT_AI, AskedToStop.NO, Heard.NOTHING, "推销", "广东"),
                Entrance.H5,
                key,
                true,
                at);
    }

    @Test
    void theSameReportFiveTimesIsOneCase() {
        Set<CaseNumber> numbers = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            Receipted receipt = world.intake.take(sent(1, Category.LOANS, AT, Optional.of("k-1")));
            numbers.add(receipt.number());
            assertThat(receipt.isRepeated()).isEqualTo(i > 0);
        }
        List<Receipted> inOneGo = world.intake.takeAll(IntStream.range(0, 5)
                .mapToObj(i -> sent(2, Category.LOANS, AT, Optional.of("k-1")))
                .toList());
        assertThat(inOneGo).extracting(Receipted::isRepeated).containsExactly(false, true, true, true, true);
        assertThat(numbers).hasSize(1);
        assertThat(cases.reports).hasSize(2);
        assertThat(cases.cases.values()).hasSize(1).allSatisfy(one -> assertThat(one.reports())
                .isEqualTo(2));
    }

    @Test
    void evidenceComesFirstAndWithoutItNothingIsTaken() {
        evidence.away = true;
        assertThatThrownBy(() -> world.intake.take(sent(1, Category.LOANS, AT))).isInstanceOf(StoreFailure.class);
        assertThat(cases.reports).isEmpty();
        evidence.away = false;
        cases.away = true;
        assertThatThrownBy(() -> world.intake.take(sent(1, Category.LOANS, AT))).isInstanceOf(StoreFailure.class);
        cases.away = false;
        assertThat(world.reported.weighed(ROBOT, AT).people()).isZero();
        world.intake.take(sent(1, Category.LOANS, AT));
        assertThat(world.reported.weighed(ROBOT, AT).people()).isEqualTo(1);
    }

    @Test
    void noReportersNumberIsInEvidenceLabelsOrCases() {
        world.intake.take(sent(1, Category.LOANS, AT));
        String reporter = PhoneNumber.parse("13700001001").revealTo(Purpose.TEST);
        assertThat(evidence.texts()).isNotEmpty().noneMatch(text -> text.contains(reporter));
        assertThat(evidence.texts().getFirst())
                .contains("jingling/report/v1\n", "mode robot_ai\n")
                .doesNotContain("推销");
        assertThat(cases.labels.toString()).doesNotContain(reporter);
        assertThat(evidence.statements.getFirst().parts().getFirst().about()).containsExactly(ROBOT);
    }

    @Test
    void whatPeopleReportLabelsTheNextCallAndRefusesNone() {
        for (int who = 0; who < 200; who++) {
            world.intake.take(sent(who, Category.FRAUD, AT.plus(Duration.ofMinutes(7L * who))));
        }
        assertThat(world.platform.standingOf(ROBOT)).as("no list is changed").isEmpty();
        assertThat(world.inForce.of(ROBOT)).isEmpty();
        world = new World();
        cases.reports.clear();
        cases.cases.clear();
        for (int who = 0; who < 200; who++) {
            world.intake.take(sent(who, Category.FRAUD, AT.minus(Duration.ofHours(200 - who))));
        }
        assertThat(world.action(ROBOT))
                .as("fraud, two hundred strangers, no refusal")
                .isEqualTo(Action.LABEL);
    }

    @Test
    void anOfficersFindingIsInForceAtOnceAndLearned() {
        CaseNumber number = world.intake.take(sent(1, Category.LOANS, AT)).number();
        assertThat(world.action(ROBOT)).isEqualTo(Action.PASS);
        world.work.take(number, new Step.Verified(AT, "officer-1", Outcome.HARASSMENT, "话单核实"));
        assertThat(world.action(ROBOT)).isEqualTo(Action.REJECT);
        assertThat(cases.labels)
                .extracting(label -> label.by().source())
                .containsExactly(Label.Source.REPORTER, Label.Source.OFFICER);
        world.work.take(number, new Step.Acted(AT, "officer-1", Measure.NUMBER_STOPPED, "关停"));
        Case told = world.work
                .take(number, new Step.Told(AT, "officer-1", Outcome.HARASSMENT, "号码已关停"))
                .orElseThrow();
        assertThat(told.stage()).isEqualTo(Stage.TOLD);
        assertThat(world.intake.take(sent(2, Category.LOANS, AT)).number())
                .as("a closed case gets no further reports")
                .isNotEqualTo(number);
    }

    @Test
    void aWithdrawalRemovesAllThatWasSaidAndCountsNoMore() {
        Receipted receipt = world.intake.take(sent(1, Category.LOANS, AT));
        assertThat(world.work.withdraw(receipt.number(), world.intake.idOf(CALLEE), AT))
                .as("not one's own")
                .isZero();
        assertThat(world.work.withdraw(receipt.number(), world.intake.idOf(PhoneNumber.parse("13700001001")), AT))
                .isEqualTo(1);
        assertThat(cases.reports).isEmpty();
        assertThat(cases.numberOf(world.intake.idOf(PhoneNumber.parse("13700001001"))))
                .isEmpty();
        assertThat(world.reported.weighed(ROBOT, AT).people()).isZero();
        assertThat(world.work.find(receipt.number()).orElseThrow().stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(cases.labels.getLast().claim()).isEqualTo(Label.Claim.WITHDRAWN);
    }

    @Test
    void whoTakesOneOfTwoReportsBackStillSaysTheOther() {
        Receipted loans = world.intake.take(sent(1, Category.LOANS, AT));
        world.intake.take(sent(1, Category.INSURANCE, AT.plusSeconds(60)));
        world.work.withdraw(loans.number(), world.intake.idOf(PhoneNumber.parse("13700001001")), AT.plusSeconds(90));
        assertThat(world.reported.weighed(ROBOT, AT).people()).isEqualTo(1);
        assertThat(world.reported.weighed(ROBOT, AT).category()).contains(Category.INSURANCE);
        assertThat(cases.labels.getLast().claim()).isEqualTo(Label.Claim.HARASSMENT);
        assertAStartAnewSaysTheSame();
    }

    @Test
    void anOfficerWhoTakesAFindingBackIsHeardAtOnce() {
        CaseNumber number = world.intake.take(sent(1, Category.LOANS, AT)).number();
        world.work.take(number, new Step.Verified(AT, "officer-1", Outcome.HARASSMENT, "话单核实"));
        world.work.take(number, new Step.Verified(AT.plusSeconds(9), "officer-2", Outcome.UNPROVEN, "号码看错了"));
        assertThat(world.action(ROBOT)).isEqualTo(Action.PASS);
        Label last = cases.labels.getLast();
        assertThat(last.claim()).isEqualTo(Label.Claim.WITHDRAWN);
        assertThat(last.by().who()).isEqualTo("officer-1");
        assertAStartAnewSaysTheSame();
    }

    @Test
    void whatWasFoundInAnotherCaseStandsWhereOneIsTakenBack() {
        CaseNumber first = world.intake.take(sent(1, Category.LOANS, AT)).number();
        CaseNumber second = world.intake.take(sent(2, Category.INSURANCE, AT)).number();
        world.work.take(first, new Step.Verified(AT, "officer-1", Outcome.HARASSMENT, "话单核实"));
        world.work.take(second, new Step.Verified(AT.plusSeconds(5), "officer-1", Outcome.HARASSMENT, "话单核实"));
        world.work.take(second, new Step.Verified(AT.plusSeconds(9), "officer-1", Outcome.UNPROVEN, "号码看错了"));
        assertThat(world.action(ROBOT)).isEqualTo(Action.REJECT);
        assertAStartAnewSaysTheSame();
    }

    private void assertAStartAnewSaysTheSame() {
        var live = world.reported.weighed(ROBOT, AT.plusSeconds(100));
        world = new World();
        world.work.load(AT.plusSeconds(100));
        assertThat(world.reported.weighed(ROBOT, AT.plusSeconds(100))).isEqualTo(live);
    }

    @Test
    void aReportOfFraudDoesNotJoinACaseThatIsInNoHurry() {
        CaseNumber unclear = world.intake.take(unclear(1, AT)).number();
        Receipted fraud = world.intake.take(sent(2, Category.FRAUD, AT.plus(Duration.ofHours(20))));
        assertThat(fraud.number()).isNotEqualTo(unclear);
        assertThat(fraud.about().responsible().kind()).isEqualTo(Desk.Kind.POLICE_LEAD);
        assertThat(world.intake
                        .take(sent(3, Category.FRAUD, AT.plus(Duration.ofHours(21))))
                        .number())
                .isEqualTo(fraud.number());
        assertThat(world.work.find(unclear).orElseThrow().topic().isUrgent()).isFalse();
    }

    @Test
    void aReportThatAnotherDeskIsFirstToAnswerDoesNotJoin() {
        CaseNumber unclear = world.intake.take(unclear(1, AT)).number();
        Receipted illegal = world.intake.take(sent(2, Category.of("02"), AT));
        assertThat(illegal.number()).isNotEqualTo(unclear);
        assertThat(illegal.about().responsible().kind()).isEqualTo(Desk.Kind.POLICE_LEAD);
        assertThat(world.intake.take(sent(3, Category.LOANS, AT)).number())
                .as("the carrier answers both")
                .isEqualTo(unclear);
    }

    @Test
    void whatACitizenSaysIsNotOverruledByWhatAReaderTookAnothersTextFor() {
        ReportReader reader = text -> new Guess(Optional.of(Category.LOANS), 0.9, List.of("贷款"), Set.of());
        world = new World(reader);
        Sent told = unclear(1, AT);
        Sent guessed = new Sent(
                told.reporter(),
                told.about(),
                told.when(),
                Said.NOTHING.with("推销贷款"),
                told.entrance(),
                Optional.empty(),
                true,
                AT);
        CaseNumber loans = world.intake.take(guessed).number();
        Receipted fraud = world.intake.take(sent(2, Category.FRAUD, AT.plusSeconds(60)));
        assertThat(fraud.number()).isNotEqualTo(loans);
        assertThat(fraud.about().topic().isUrgent()).isTrue();
        assertThat(fraud.about().responsible().kind()).isEqualTo(Desk.Kind.POLICE_LEAD);
    }

    @Test
    void theLaterOfAFindingAndAnAppealHoldsAfterARestartToo() {
        Appeal appeal = world.appeals.appeal(ROBOT, Appeal.Ground.COURIER, "我是快递员", AT);
        world.appeals.take(appeal.number(), new AppealStep.Decided(AT, "officer-2", true, "核实为快递员"));
        CaseNumber number = world.intake.take(sent(1, Category.LOANS, AT)).number();
        world.work.take(number, new Step.Verified(AT.plusSeconds(60), "officer-1", Outcome.HARASSMENT, "话单核实"));
        assertThat(world.action(ROBOT)).isEqualTo(Action.REJECT);
        world = new World();
        world.work.load(AT.plusSeconds(100));
        world.appeals.load(AT.plusSeconds(100));
        assertThat(world.action(ROBOT)).isEqualTo(Action.REJECT);
    }

    @Test
    void whatMoreThanAThousandReportIsInForceAndStaysSo() {
        Instant start = AT.minus(Duration.ofDays(20));
        for (int who = 0; who < 1_200; who++) {
            world.intake.take(sent(who, Category.LOANS, start.plus(Duration.ofMinutes(10L * who))));
        }
        assertThat(world.reported.weighed(ROBOT, AT).people()).isEqualTo(1_200);
        assertThat(world.action(ROBOT)).isEqualTo(Action.LABEL);
        for (int who = 0; who < 1_200; who++) {
            Instant at = AT.plusSeconds(who);
            ReporterId by = world.intake.idOf(sent(who, Category.LOANS, at).reporter());
            cases.of(by, 1).forEach(filed -> world.work.withdraw(filed.number(), by, at));
        }
        assertThat(world.action(ROBOT)).isEqualTo(Action.PASS);
    }

    private static Sent unclear(int reporter, Instant at) {
        Sent loans = sent(reporter, Category.LOANS, at);
        return new Sent(
                loans.reporter(),
                loans.about(),
                loans.when(),
                Said.NOTHING,
                loans.entrance(),
                Optional.empty(),
                true,
                at);
    }

    @Test
    void aRestartRemembersCasesVotesFindingsAndAppeals() {
        CaseNumber number = world.intake.take(sent(1, Category.LOANS, AT)).number();
        world.work.take(number, new Step.Verified(AT, "officer-1", Outcome.HARASSMENT, "话单核实"));
        world = new World();
        world.work.load(AT.plusSeconds(60));
        world.appeals.load(AT.plusSeconds(60));
        assertThat(world.action(ROBOT)).isEqualTo(Action.REJECT);
        assertThat(world.intake
                        .take(sent(2, Category.LOANS, AT.plusSeconds(60)))
                        .number())
                .isEqualTo(number);
    }

    @Test
    void aCourierIsRelievedAtOnceAndClearedEverywhereByAnotherOfficer() {
        for (int who = 0; who < 20; who++) {
            world.intake.take(sent(who, Category.RETAIL, AT.minus(Duration.ofHours(60 - who * 2))));
        }
        assertThat(world.action(ROBOT)).isEqualTo(Action.LABEL);
        world.platform.saveStandings(List.of(new Listed(
                ROBOT, new Standing.Suspected(Category.RETAIL, 60, Evidence.LISTED, AT.plus(Duration.ofDays(30))))));
        CaseNumber number = cases.cases.keySet().iterator().next();
        world.work.take(number, new Step.Verified(AT, "officer-1", Outcome.UNPROVEN, "无法核实"));
        Appeal appeal = world.appeals.appeal(ROBOT, Appeal.Ground.COURIER, "我是快递员", AT);
        assertThat(appeal.isRelieved()).isTrue();
        assertThat(world.reported.weighed(ROBOT, AT).doubts()).containsExactly(Doubt.RELIEVED);
        assertThat(world.appeals.appeal(ROBOT, Appeal.Ground.COURIER, "再说一遍", AT))
                .isEqualTo(appeal);
        assertThatThrownBy(() ->
                        world.appeals.take(appeal.number(), new AppealStep.Decided(AT, "officer-1", true, "核实为快递员")))
                .hasMessageContaining("want another to decide");
        world.appeals.take(appeal.number(), new AppealStep.Decided(AT, "officer-2", true, "核实为快递员"));
        assertThat(world.action(ROBOT)).isEqualTo(Action.PASS);
        assertThat(world.platform.standingOf(ROBOT)).isEmpty();
        assertThat(cases.labels.getLast().claim()).isEqualTo(Label.Claim.BENIGN);
        for (int who = 100; who < 120; who++) {
            world.intake.take(sent(who, Category.RETAIL, AT));
        }
        assertThat(world.action(ROBOT)).as("an officer's word stands").isEqualTo(Action.PASS);
    }

    @Test
    void whoWasRefusedOnceIsNotRelievedAgain() {
        Appeal first = world.appeals.appeal(ROBOT, Appeal.Ground.COURIER, "", AT);
        world.appeals.take(first.number(), new AppealStep.Decided(AT, "officer-1", false, "并非快递员"));
        Appeal second = world.appeals.appeal(ROBOT, Appeal.Ground.COURIER, "", AT.plus(Duration.ofDays(3)));
        assertThat(first.isRelieved()).isTrue();
        assertThat(second.isRelieved()).isFalse();
    }

    @Test
    void anAcquaintancesReportCountsNothing() {
        PhoneNumber reporter = PhoneNumber.parse("13700001001");
        List<CallRecord> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(call("a" + i, ROBOT, reporter));
            calls.add(call("b" + i, reporter, ROBOT));
        }
        world.reported.observe(calls);
        world.intake.take(sent(1, Category.FRAUD, AT));
        assertThat(world.reported.weighed(ROBOT, AT).doubts()).containsExactly(Doubt.ACQUAINTED);
        assertThat(world.reported.weighed(ROBOT, AT).weight()).isZero();
    }

    private static CallRecord call(String id, PhoneNumber from, PhoneNumber to) {
        return new CallRecord(
                id,
                AT.minus(Duration.ofDays(2)),
                from,
                to,
                CallRecord.Direction.UNKNOWN,
                true,
                Duration.ofSeconds(5),
                Duration.ofMinutes(4),
                CallRecord.ReleasedBy.CALLER,
                "",
                CallRecord.Origin.UNKNOWN);
    }

    @Test
    void mostCasesOfATownRouteThemselves() {
        SplittableRandom random = new SplittableRandom(20261129);
        String[] numbers = {"1380013%04d", "1701234%04d", "0571-8888%04d", "9533%d", "400800%04d", "+1415555%04d"};
        int[] share = {45, 20, 10, 10, 10, 3};
        int own = 0;
        int all = 1_000;
        for (int i = 0; i < all; i++) {
            int draw = random.nextInt(100);
            int kind = 0;
            while (kind < share.length && draw >= share[kind]) {
                draw -= share[kind++];
            }
            String number = kind == share.length
                    ? "未显示"
                    : String.format(java.util.Locale.ROOT, numbers[kind], random.nextInt(9_000) + 1_000);
            Sent made = new Sent(
                    PhoneNumber.parse("13700001001"),
                    ReportedNumber.read(number),
                    new CallTime(AT, Precision.MINUTE),
                    Said.NOTHING,
                    Entrance.HTTP,
                    Optional.empty(),
                    false,
                    AT);
            Case opened = world.work.find(world.intake.take(made).number()).orElseThrow();
            own += opened.responsible().equals(Desk.OWN) ? 1 : 0;
        }
        assertThat(100.0 * (all - own) / all)
                .as("percent that route themselves")
                .isGreaterThanOrEqualTo(80);
    }
}

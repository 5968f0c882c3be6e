package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.Appeal;
import io.jingling.complaints.AppealStep;
import io.jingling.complaints.AskedToStop;
import io.jingling.complaints.CallTime;
import io.jingling.complaints.Carrier;
import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Deadline;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Desk;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.Exhibit;
import io.jingling.complaints.Guess;
import io.jingling.complaints.Heard;
import io.jingling.complaints.Measure;
import io.jingling.complaints.Mode;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.PersonalData;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReportedNumber;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.RoutingTable;
import io.jingling.complaints.Said;
import io.jingling.complaints.Stage;
import io.jingling.complaints.Step;
import io.jingling.complaints.Vote.Contact;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.AppealStore;
import io.jingling.platform.CaseStore;
import io.jingling.platform.CaseStore.Facet;
import io.jingling.platform.CaseStore.Filed;
import io.jingling.platform.CaseStore.Key;
import io.jingling.platform.CaseStore.Matching;
import io.jingling.platform.CaseStore.Order;
import io.jingling.platform.CaseStore.Place;
import io.jingling.platform.CaseStore.Remembered;
import io.jingling.platform.CaseStore.Taken;
import io.jingling.platform.CaseStore.Time;
import io.jingling.platform.CaseStore.Wanted;
import io.jingling.platform.CaseStore.Which;
import io.jingling.platform.ReporterStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of cases, reporters and appeals keeps to. */
abstract class CaseStoreContract {
    static final Instant AT = Instant.parse("2026-11-23T01:30:00.000005Z");
    private static final PhoneNumber REPORTER = PhoneNumber.parse("13700137000");
    private static final Which ALL = new Which(Optional.empty(), Optional.empty(), false, AT.plusSeconds(99_999));

    private final Random random = new Random(3);

    abstract CaseStore store();

    abstract ReporterStore reporters();

    abstract AppealStore appeals();

    private Report report(String number, Instant at, Optional<String> key) {
        Heard heard = new Heard("某某金融", Set.of(PersonalData.NAME, PersonalData.LOAN), "某炒股App");
        AskedToStop asked = new AskedToStop(true, Optional.of(LocalDate.of(2026, 11, 20)));
        Guess guess = new Guess(Optional.of(Category.LOANS), 0.75, List.of("贷款"), Set.of(Guess.Flag.ROBOT));
        return new Report(
                String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong()),
                reporters().idOf(REPORTER),
                ReportedNumber.read(number),
                new CallTime(at.minusSeconds(60), CallTime.Precision.ABOUT_AN_HOUR),
                new Said(Optional.of(Category.LOANS), Mode.ROBOT_AI, asked, heard, "说是机器人\n第二行", "广东"),
                new Report.Intake(at, Entrance.SMS, key, true, guess));
    }

    private Case taken(Report report) {
        CaseNumber number = CaseNumber.draw(AT, random);
        Case opened = Case.opened(number, report, RoutingTable.standard().of(report));
        store().take(List.of(new Taken(number, report, REPORTER, Contact.CALLED)), List.of(opened), List.of());
        return opened;
    }

    @Test
    void reportsAndCasesComeBackAsTheyWent() {
        Report report = report("010-12345678转801", AT, Optional.of("k-1"));
        Case opened = taken(report);
        assertThat(store().find(List.of(opened.number()))).isEqualTo(Map.of(opened.number(), opened));
        assertThat(store().reports(opened.number(), 10)).containsExactly(report);
        assertThat(store().reports(opened.number(), report.by())).containsExactly(report);
        assertThat(store().of(report.by(), 10)).containsExactly(new Filed(opened.number(), report.id()));
        assertThat(store().list(ALL, 10)).containsExactly(opened);
        assertThat(reporters().numberOf(report.by())).contains(REPORTER);
        assertThat(store().find(List.of(CaseNumber.draw(AT, random)))).isEmpty();
    }

    @Test
    void aReportsPlaceInTheLogIsKeptWhereItIsKnown() {
        Report report = report("17012345678", AT, Optional.empty());
        Case opened = taken(report);
        assertThat(store().entryOf(report.id())).isEmpty();
        Report other = report("17012345678", AT, Optional.empty());
        Taken known = new Taken(opened.number(), other, REPORTER, Contact.CALLED).in(41);
        store().take(List.of(known), List.of(opened), List.of());
        assertThat(store().entryOf(other.id())).hasValue(41);
        assertThat(store().entryOf("0".repeat(32))).isEmpty();
    }

    @Test
    void aHiddenNumberIsACaseToo() {
        Case opened = taken(report("未显示", AT, Optional.empty()));
        assertThat(store().find(List.of(opened.number()))).containsValue(opened);
        assertThat(store().reports(opened.number(), 1).getFirst().about().raw()).isEqualTo("未显示");
    }

    @Test
    void whatASenderCallsAReportIsKnownAgain() {
        Report report = report("17012345678", AT, Optional.of("k-1"));
        Case opened = taken(report);
        Key known = new Key(report.by(), "k-1");
        Key another = new Key(
                new ReporterId(
                        reporters().idOf(PhoneNumber.parse("13700137001")).id()),
                "k-1");
        assertThat(store().known(List.of(known, another)))
                .isEqualTo(Map.of(known, new Filed(opened.number(), report.id())));
    }

    @Test
    void stepsAreKeptAndFound() {
        Case opened = taken(report("17012345678", AT, Optional.empty()));
        Case acted = opened.with(new Step.HandedOver(
                        AT.plusSeconds(1), "k1", new Desk(Desk.Kind.OUTBOUND_PLATFORM, "甲平台"), "officer", "转交"))
                .with(new Step.Noted(AT.plusSeconds(2), "k1", "已电话联系"))
                .with(new Step.Verified(AT.plusSeconds(3), "k1", Outcome.HARASSMENT, "属实"))
                .with(new Step.Acted(AT.plusSeconds(4), "k1", Measure.LINE_STOPPED, "关停线路"))
                .with(new Step.Replied(AT.plusSeconds(5), "k1", "已整改"));
        store().save(acted, List.of());
        assertThat(store().find(List.of(opened.number()))).containsValue(acted);
        assertThat(store().lastVerifier(opened.about())).contains("k1");
        assertThat(store().list(new Which(Optional.of(Stage.ACTED), Optional.empty(), true, AT.plusSeconds(9)), 5))
                .containsExactly(acted);
        assertThat(store().list(
                                new Which(Optional.empty(), Optional.of(Desk.Kind.CARRIER), true, AT.plusSeconds(9)),
                                5))
                .isEmpty();
        List<Case> verified = new ArrayList<>();
        store().readVerified(AT, verified::add);
        assertThat(verified).containsExactly(acted);
        Case told = acted.with(new Step.Told(AT.plusSeconds(6), "k1", Outcome.HARASSMENT, "线路已关停"));
        store().save(told, List.of());
        assertThat(store().list(new Which(Optional.empty(), Optional.empty(), true, AT.plusSeconds(9)), 5))
                .isEmpty();
    }

    @Test
    void aCaseIsFoundByWhatOneOfItsReportsSays() {
        Report report = report("17012345678", AT, Optional.empty());
        Case opened = taken(report);
        for (Facet facet : Facet.values()) {
            String word = wordOf(facet, opened, report);
            assertThat(matching(AT, AT.plusSeconds(1), Map.of(facet, word)))
                    .as("%s %s", facet, word)
                    .containsExactly(opened);
            assertThat(matching(AT, AT.plusSeconds(1), Map.of(facet, "another")))
                    .isEmpty();
        }
        assertThat(matching(AT.minusSeconds(9), AT, Map.of())).isEmpty();
        assertThat(matching(AT, AT.plusSeconds(1), Map.of())).containsExactly(opened);
    }

    @Test
    void casesOfAFigureAreFoundByWhenTheyWereOpenedAndWhatBecameOfThem() {
        Case opened = taken(report("17012345678", AT, Optional.empty()));
        Case done = opened.with(new Step.Verified(AT, "o-1", Outcome.HARASSMENT, "核实"))
                .with(new Step.Acted(AT.plusSeconds(5), "o-1", Measure.NUMBER_STOPPED, "关停"));
        store().save(done, List.of());
        Case withdrawn = taken(report("17012345679", AT, Optional.empty())).without(AT);
        store().save(withdrawn, List.of());
        Map<Facet, String> words = Map.of(Facet.MEASURE, "number_stopped", Facet.OUTCOME, "harassment");
        assertThat(matching(Time.OPENED, AT, AT.plusSeconds(1), words)).containsExactly(done);
        assertThat(matching(Time.OPENED, AT, AT.plusSeconds(1), Map.of())).containsExactly(done);
        assertThat(matching(Time.OPENED, AT.plusSeconds(1), AT.plusSeconds(2), words))
                .isEmpty();
        assertThat(matching(Time.OPENED, AT, AT.plusSeconds(1), Map.of(Facet.MEASURE, "")))
                .isEmpty();
        assertThat(matching(
                        Time.OPENED, AT, AT.plusSeconds(1), Map.of(Facet.CATEGORY, "07", Facet.OUTCOME, "harassment")))
                .containsExactly(done);
    }

    private static String wordOf(Facet facet, Case about, Report report) {
        return switch (facet) {
            case CATEGORY -> report.said().category().map(Category::code).orElse("");
            case MODE -> report.said().mode().word();
            case REGION -> report.said().region();
            case CARRIER -> Carrier.of(about.about()).map(Carrier::word).orElse("");
            case SEGMENT -> "virtual_operator";
            case NATURE -> "commercial";
            case HANDLER ->
                about.responsible().kind().word() + "/" + about.responsible().name();
            case MEASURE, OUTCOME -> "";
        };
    }

    private List<Case> matching(Instant from, Instant to, Map<Facet, String> words) {
        return matching(Time.RECEIVED, from, to, words);
    }

    private List<Case> matching(Time by, Instant from, Instant to, Map<Facet, String> words) {
        return store().list(
                        new Which(
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                AT.plusSeconds(99_999),
                                new Matching(by, from, to, words)),
                        5);
    }

    @Test
    void aListOfWorkIsInTheOrderOfWhatIsDueAndEveryPageGoesOnWhereTheLastEnded() {
        List<Case> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            // Every third at the same time: what is due is the same then too.
            Report report = report("1701234%04d".formatted(i), AT.minusSeconds(86_400L * (i / 3)), Optional.empty());
            all.add(taken(report));
        }
        Case closed = all.get(11).with(new Step.Told(AT, "k1", Outcome.NOT_ACCEPTED, "不予受理"));
        store().save(closed, List.of());
        for (Order order : Order.values()) {
            List<Place> places = new ArrayList<>();
            Which which = work(new Wanted(order, Optional.empty(), Optional.empty(), false, false, Optional.empty()));
            List<Case> page = store().list(which, 5);
            while (!page.isEmpty()) {
                page.forEach(one -> places.add(order.place(one, due(one)).orElseThrow()));
                page = store().list(which.after(places.getLast()), 5);
            }
            assertThat(places)
                    .as(order.word())
                    .hasSize(order == Order.DUE ? 11 : 12)
                    .doesNotHaveDuplicates();
            assertThat(places).as(order.word()).isSortedAccordingTo(order::compare);
            assertThat(Place.of(places.getFirst().word())).isEqualTo(places.getFirst());
        }
    }

    @Test
    void whatIsOverdueUnverifiedUrgentOrOfOneCallerIsFound() {
        Case late = taken(report("17012345678", AT.minusSeconds(86_400 * 9), Optional.empty()));
        Case verified = taken(report("17012345679", AT, Optional.empty()))
                .with(new Step.Verified(AT, "k1", Outcome.BENIGN, "不属实"));
        store().save(verified, List.of());
        Case hidden = taken(report("未显示", AT, Optional.empty()));
        Which overdue = work(new Wanted(Order.DUE, Optional.empty(), Optional.of(AT), false, false, Optional.empty()));
        assertThat(store().list(overdue, 9)).containsExactly(late);
        Which unverified =
                work(new Wanted(Order.DUE, Optional.empty(), Optional.empty(), true, false, Optional.empty()));
        assertThat(store().list(unverified, 9)).containsExactlyInAnyOrder(late, hidden);
        Which urgent =
                work(new Wanted(Order.OPENED, Optional.empty(), Optional.empty(), false, true, Optional.empty()));
        assertThat(store().list(urgent, 9)).isEmpty();
        Case fraud = Case.opened(
                CaseNumber.draw(AT, random),
                fraud("17012345670"),
                RoutingTable.standard().of(fraud("17012345670")));
        store().save(fraud, List.of());
        assertThat(store().list(urgent, 9)).containsExactly(fraud);
        assertThat(store().list(work(Wanted.of(late.about())), 9)).containsExactly(late);
    }

    /** One that is not kept yet. */
    Case opened(Instant at) {
        Report report = report("17012345678", at, Optional.empty());
        return Case.opened(
                CaseNumber.draw(AT, random), report, RoutingTable.standard().of(report));
    }

    private Report fraud(String number) {
        Report report = report(number, AT, Optional.empty());
        Said said = new Said(Optional.of(Category.FRAUD), Mode.HUMAN, AskedToStop.NO, Heard.NOTHING, "", "");
        return new Report(report.id(), report.by(), report.about(), report.when(), said, report.intake());
    }

    static Optional<Instant> due(Case one) {
        return Deadlines.STANDARD.next(one).map(Deadline::due);
    }

    static Which work(Wanted work) {
        return new Which(Optional.empty(), Optional.empty(), false, AT.plusSeconds(99_999), Matching.ANY, work);
    }

    @Test
    void whatIsReadAtTheStartIsInOrderAndSaysWhatIsOpen() {
        Report later = report("17012345678", AT.plusSeconds(5), Optional.empty());
        Report earlier = report("17012345679", AT, Optional.empty());
        taken(later);
        Case closed = taken(earlier).with(new Step.Told(AT.plusSeconds(9), "k1", Outcome.NOT_ACCEPTED, "不予受理"));
        store().save(closed, List.of());
        List<Remembered> read = new ArrayList<>();
        store().readReports(AT, read::add);
        assertThat(read).extracting(Remembered::report).containsExactly(earlier, later);
        assertThat(read).extracting(Remembered::isOpen).containsExactly(false, true);
        assertThat(read).extracting(Remembered::contact).containsOnly(Contact.CALLED);
    }

    @Test
    void whatAPersonReportedOfANumberIsFoundInEveryCase() {
        Report first = report("17012345678", AT, Optional.of("k-1"));
        Report second = report("17012345678", AT.plusSeconds(60), Optional.of("k-2"));
        Report other = report("16700130001", AT, Optional.of("k-3"));
        taken(first);
        taken(second);
        taken(other);
        assertThat(store().reports(first.by(), first.about().number())).containsExactly(first, second);
        assertThat(store().reports(first.by(), PhoneNumber.parse("13900001111")))
                .isEmpty();
        assertThat(store().reports(first.by(), PhoneNumber.HIDDEN)).isEmpty();
    }

    @Test
    void aWithdrawalTakesReportFilesAndReporterAlong() {
        Report report = report("17012345678", AT, Optional.of("k-1"));
        Case opened = taken(report);
        byte[] content = new byte[700_000];
        random.nextBytes(content);
        Exhibit file = new Exhibit(
                "0123456789abcdef0123456789abcdef",
                report.id(),
                Exhibit.Type.PNG,
                "通话记录.png",
                content.length,
                "a".repeat(64),
                42,
                AT);
        store().addExhibit(opened.number(), file, content);
        assertThat(store().exhibits(opened.number())).containsExactly(file);
        assertThat(store().content(opened.number(), file.id()).orElseThrow()).isEqualTo(content);
        store().remove(opened.number(), report.id(), opened.without(AT), List.of());
        assertThat(store().exhibits(opened.number())).isEmpty();
        assertThat(store().content(opened.number(), file.id())).isEmpty();
        assertThat(store().reports(opened.number(), 9)).isEmpty();
        assertThat(reporters().numberOf(report.by())).isEmpty();
        assertThat(store().find(List.of(opened.number())).get(opened.number()).stage())
                .isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void appealsComeBackAsTheyWent() {
        PhoneNumber about = PhoneNumber.parse("17012345678");
        Appeal open = new Appeal(
                CaseNumber.draw(AT, random),
                about,
                Appeal.Ground.COURIER,
                "我是快递员",
                AT,
                List.of(new AppealStep.Relieved(AT, Step.BY_RULE, "暂停")));
        appeals().save(open, List.of());
        assertThat(appeals().list(true, 9)).containsExactly(open);
        Appeal decided = open.with(new AppealStep.Answered(AT.plusSeconds(1), "k1", "核实中"))
                .with(new AppealStep.Decided(AT.plusSeconds(2), "k2", false, "并非快递员"));
        appeals().save(decided, List.of());
        assertThat(appeals().find(open.number())).contains(decided);
        assertThat(appeals().about(about)).containsExactly(decided);
        assertThat(appeals().list(true, 9)).isEmpty();
        assertThat(appeals().list(false, 9)).containsExactly(decided);
    }
}

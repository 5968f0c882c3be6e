package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.Case;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.Step;
import io.jingling.custody.Access;
import io.jingling.custody.Kept;
import io.jingling.custody.Person;
import io.jingling.custody.Release;
import io.jingling.custody.Retention;
import io.jingling.custody.Subject;
import io.jingling.custody.Terms;
import io.jingling.domain.CallRecord;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.Part;
import io.jingling.evidence.Receipt;
import io.jingling.platform.CallRecordStore.Place;
import io.jingling.platform.CaseStore;
import io.jingling.platform.Deletions;
import io.jingling.platform.EvidenceKeeper;
import io.jingling.platform.Lines;
import io.jingling.platform.Statement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is over its time goes, class by class, with an entry that says so; the evidence log stays whole. */
class KeptTablesTest {
    private static final Retention RETENTION = Retention.STANDARD;

    @TempDir
    Path folder;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final Person who = new Person("a1", "王警官", "officer", now);
    private Storage storage;
    private EvidenceKeeper keeper;

    @BeforeEach
    void open() {
        storage = Storage.open(SharedServer.settings(folder));
        keeper = storage.evidence();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void whatIsOlderThanItsClassAllowsIsDeletedAndNothingElse() {
        Instant old = now.minus(2_000, ChronoUnit.DAYS);
        for (Instant at : List.of(old, now)) {
            storage.callRecords().append("test", List.of(call(at)));
            storage.labels().append(List.of(label(at)));
            storage.accesses().add(new Access(at, Access.Step.LISTS, who, "", "", "lists", "why"));
            storage.releases().add(release(at));
        }
        Map<Kept, Long> deleted = new Deletions(storage.kept(), keeper, RETENTION).run(now);
        assertThat(deleted)
                .containsOnly(
                        Map.entry(Kept.CALL_RECORDS, 1L),
                        Map.entry(Kept.LABELS, 1L),
                        Map.entry(Kept.RELEASES, 1L),
                        Map.entry(Kept.ACCESSES, 1L));
        assertThat(storage.callRecords().after(Place.before(Instant.EPOCH), 10).records())
                .containsExactly(call(now));
        List<Label> labels = new ArrayList<>();
        storage.labels().readAll(labels::add);
        assertThat(labels).containsExactly(label(now));
        assertThat(storage.releases().latest(10)).containsExactly(release(now));
        assertThat(storage.accesses().latest(10)).hasSize(1);
        assertThat(new Deletions(storage.kept(), keeper, RETENTION).run(now)).isEmpty();
    }

    @Test
    void closedCasesGoWithTheirReportsAndOpenOnesStayAndReportersNumbersGoBefore() {
        MadeUpCases made = new MadeUpCases(5);
        CaseStore cases = storage.cases(Deadlines.STANDARD);
        Instant old = now.minus(2_000, ChronoUnit.DAYS);
        Instant lastYear = now.minus(300, ChronoUnit.DAYS);
        Case longClosed = closed(cases, made.opened(storage, "13700137001", "16500231000", old), old);
        Case closed = closed(cases, made.opened(storage, "13700137002", "16500231001", lastYear), lastYear);
        Case open = made.opened(storage, "13700137003", "16500231002", old);
        Map<Kept, Long> deleted = new Deletions(storage.kept(), keeper, RETENTION).run(now);
        assertThat(deleted).containsOnly(Map.entry(Kept.CASES, 1L), Map.entry(Kept.REPORTERS, 2L));
        assertThat(cases.find(List.of(longClosed.number(), closed.number(), open.number())))
                .containsOnlyKeys(closed.number(), open.number());
        assertThat(cases.reports(longClosed.number(), 9)).isEmpty();
        assertThat(cases.reports(closed.number(), 9)).as("the report stays").hasSize(1);
        assertThat(storage.reporters().numberOf(by("13700137002"))).isEmpty();
        assertThat(storage.reporters().numberOf(by("13700137003"))).isPresent();
        made.opened(storage, "13700137002", "16500231003", now);
        assertThat(storage.reporters().numberOf(by("13700137002")))
                .as("who reports again")
                .isPresent();
    }

    private ReporterId by(String number) {
        return storage.reporters().idOf(PhoneNumber.parse(number));
    }

    private static Case closed(CaseStore cases, Case opened, Instant at) {
        Case closed = opened.with(new Step.Told(at, "o", Outcome.NOT_ACCEPTED, "超出受理范围"));
        cases.save(closed, List.of());
        return closed;
    }

    @Test
    void aDeletionIsInEvidenceWithItsCount() {
        Instant old = now.minus(31, ChronoUnit.DAYS);
        storage.callRecords().append("test", List.of(call(old), call(old.plusMillis(1))));
        new Deletions(storage.kept(), keeper, RETENTION).run(now);
        String said = new String(
                ((Part.Kept) keeper.open(0).orElseThrow().parts().getFirst()).content(), StandardCharsets.UTF_8);
        assertThat(said)
                .isEqualTo("jingling/deleted/v1\nclass call_records\nbefore "
                        + RETENTION.keptSince(Kept.CALL_RECORDS, now) + "\ncount 2\n");
    }

    @Test
    void afterOpeningsAreDeletedTheLogStillProvesAllItsEntries() {
        List<Receipt> receipts = keeper.keep(List.of(statement(1), statement(2), statement(3)));
        Instant later = now.plus(3_000, ChronoUnit.DAYS);
        assertThat(storage.kept().due(Kept.OPENINGS, now.minusSeconds(60), 10)).isZero();
        assertThat(storage.kept().due(Kept.OPENINGS, later, 2)).isEqualTo(2);
        storage.kept().delete(Kept.OPENINGS, later, 100);
        assertThat(receipts).allSatisfy(receipt -> {
            assertThat(keeper.open(receipt.index())).isEmpty();
            assertThat(keeper.log().proof(receipt.index()).checkpoint().head().size())
                    .isEqualTo(3);
        });
        assertThat(keeper.forget(Numbers.mobile(1))).isZero();
        assertThat(rows("evidence_subjects")).isZero();
    }

    private long rows(String table) {
        return storage.database().transaction("test", connection -> {
            try (var statement = connection.createStatement()) {
                var row = statement.executeQuery("select count(*) from " + table);
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static Statement statement(int number) {
        return Statement.of(
                EntryKind.WISH,
                new Lines("wishes").about("subscriber", Numbers.mobile(number)).said());
    }

    private Release release(Instant at) {
        Release.Wish wish = new Release.Wish(new Subject.OfDecision(1), "c", "r");
        return Release.ask(new UUID(1, at.getEpochSecond()), wish, List.of(), who, at, Terms.STANDARD);
    }

    private static Label label(Instant at) {
        return new Label(
                new Label.About.OfNumber(Numbers.mobile(1)),
                Label.Claim.HARASSMENT,
                Optional.empty(),
                new Label.By(Label.Source.REPORTER, "b7f2"),
                at);
    }

    private static CallRecord call(Instant at) {
        return new CallRecord(
                "call-" + at,
                at,
                Numbers.mobile(1),
                Numbers.mobile(2),
                CallRecord.Direction.OUT,
                true,
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                CallRecord.ReleasedBy.CALLER,
                "16",
                CallRecord.Origin.UNKNOWN);
    }
}

package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.Case;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Measure;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.Step;
import io.jingling.platform.StatisticsStore.Made;
import io.jingling.statistics.Counts;
import io.jingling.statistics.Definition;
import io.jingling.statistics.Dimension;
import io.jingling.statistics.Naming;
import io.jingling.statistics.Period;
import io.jingling.statistics.Reconciliation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL counts. */
class StatisticsTableTest {
    private static final Period QUARTER = Period.parse("2026Q3");
    private static final Instant JULY = Instant.parse("2026-07-02T01:30:00Z");
    private static final Instant NOW = Instant.parse("2026-10-05T02:00:00Z");

    @TempDir
    Path folder;

    private final MadeUpCases cases = new MadeUpCases(5);
    private Storage storage;

    @BeforeEach
    void open() {
        storage = Storage.open(SharedServer.settings(folder));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aPersonIsCountedOnceADayANumberAndDaysAreThoseOfChina() {
        report("13700137001", "16500231000", JULY);
        report("13700137001", "16500231000", JULY.plus(Duration.ofHours(3)));
        report("13700137001", "16500231000", JULY.plus(Duration.ofHours(20)));
        report("13700137002", "16500231000", JULY);
        report("13700137001", "13800138000", JULY);
        report("13700137003", "hidden", JULY);
        report("13700137003", "hidden", JULY);
        report("13700137004", "13800138000", Instant.parse("2026-09-30T16:00:00Z"));
        report("13700137004", "13800138000", Instant.parse("2026-09-30T15:59:59Z"));
        Counts counts = storage.statistics().count(QUARTER, NOW);
        assertThat(counts.total()).isEqualTo(7);
        assertThat(counts.of(Dimension.CARRIER))
                .containsEntry("resale", 3L)
                .containsEntry("china_mobile", 2L)
                .containsEntry("", 2L);
        assertThat(counts.months()).containsEntry(YearMonth.of(2026, 9), 1L).containsEntry(YearMonth.of(2026, 7), 6L);
        assertThat(counts.of(Dimension.REGION)).containsExactly(java.util.Map.entry("广东", 7L));
        assertThat(Reconciliation.differences(counts)).isEmpty();
        assertThat(storage.statistics()
                        .byDay(QUARTER)
                        .get("2026-07-02")
                        .get("07")
                        .values())
                .as("five complaints, by three people")
                .containsExactlyInAnyOrder(2L, 1L, 2L);
    }

    @Test
    void casesAreCountedByDeskMeasureAndOutcomeAndHowSoonTheyWere() {
        Case quick = report("13700137001", "16500231000", JULY);
        Case slow = report("13700137002", "16500231001", JULY);
        report("13700137003", "16500231002", JULY);
        finish(quick, Duration.ofHours(4));
        finish(slow, Duration.ofHours(72));
        Counts counts = storage.statistics().count(QUARTER, NOW);
        assertThat(counts.handling().cases()).isEqualTo(3);
        assertThat(counts.handling().desks()).containsExactly(java.util.Map.entry("carrier/移动转售", 3L));
        assertThat(counts.handling().handled()).containsExactly(java.util.Map.entry("carrier/移动转售", 2L));
        assertThat(counts.handling().measures())
                .containsEntry("number_stopped", 2L)
                .containsEntry("", 1L);
        assertThat(counts.handling().outcomes()).containsEntry("harassment", 2L).containsEntry("", 1L);
        assertThat(counts.handling().ratios()).containsEntry(Definition.TIMELY, new Counts.Ratio(1, 3));
        assertThat(counts.handling().ratios()).containsEntry(Definition.TOLD, new Counts.Ratio(2, 2));
        assertThat(counts.handling().medians()).containsEntry("立案到处置", 38L * 3_600);
        assertThat(Reconciliation.differences(counts)).isEmpty();
    }

    @Test
    void anEmptyDatabaseCountsNothingAndItAddsUp() {
        Counts counts = storage.statistics().count(QUARTER, NOW);
        assertThat(counts.total()).isZero();
        assertThat(Reconciliation.differences(counts)).isEmpty();
    }

    @Test
    void peopleWhoNamedACompanyAreCountedNotReports() {
        report("13700137001", "16500231000", JULY);
        report("13700137001", "16500231001", JULY);
        report("13700137002", "16500231002", JULY);
        assertThat(storage.statistics().peopleWhoNamed("演示某公司", QUARTER)).isEqualTo(2);
        assertThat(storage.statistics().peopleWhoNamed("别的公司", QUARTER)).isZero();
    }

    @Test
    void aNamingComesBackWithItsStepsAndTwoWhoChangeItAtOnceAreTold() {
        Naming proposed = Naming.propose(new UUID(7, 8), "演示某公司", QUARTER, 21, NOW, "li");
        assertThat(storage.statistics().save(proposed)).isTrue();
        Naming told = proposed.with(new Naming.Step(Naming.Act.NOTIFIED, NOW, "li", "挂号信"));
        assertThat(storage.statistics().save(told)).isTrue();
        assertThat(storage.statistics().naming(told.id())).contains(told);
        assertThat(storage.statistics().namings(10)).containsExactly(told);
        assertThat(storage.statistics().save(proposed.with(new Naming.Step(Naming.Act.DROPPED, NOW, "wang", "撤回"))))
                .isFalse();
    }

    @Test
    void aReportThatWasMadeStaysAsItWasMade() {
        storage.statistics().keep(new Made(QUARTER, NOW, "first"));
        storage.statistics().keep(new Made(QUARTER, NOW, "second"));
        assertThat(storage.statistics().made(QUARTER)).contains(new Made(QUARTER, NOW, "first"));
        assertThat(storage.statistics().made(5))
                .singleElement()
                .extracting(Made::period)
                .isEqualTo(QUARTER);
    }

    @Test
    void openDataStaysAsItWasMadeFirst() {
        Period month = Period.parse("2026-07");
        assertThat(storage.statistics().openData(month)).isEmpty();
        assertThat(storage.statistics().keepOpenData(month, "first", NOW)).isEqualTo("first");
        assertThat(storage.statistics().keepOpenData(month, "second", NOW)).isEqualTo("first");
        assertThat(storage.statistics().openData(month)).contains("first");
    }

    private void finish(Case opened, Duration after) {
        Instant at = JULY.plus(after);
        storage.cases(Deadlines.STANDARD)
                .save(
                        opened.with(new Step.Verified(at, "o", Outcome.HARASSMENT, "核实"))
                                .with(new Step.Acted(at, "o", Measure.NUMBER_STOPPED, "关停"))
                                .with(new Step.Told(at, "o", Outcome.HARASSMENT, "告知")),
                        List.of());
    }

    private Case report(String reporter, String number, Instant at) {
        return cases.opened(storage, reporter, number, at);
    }
}

package io.jingling.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.statistics.PublishedReports.Published;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports made again from what was published. */
class PublishedReportsTest {
    private static final Users USERS = Users.read(List.of(
            "china_mobile; 970000000; 2023-06-30; people; S8",
            "china_telecom; 400000000; 2023-06-30; people; S8",
            "china_broadnet; 13200000; 2023-06-30; people; S8",
            "china_unicom; 870000000; 2023-06-30; iot; S8 # 大连接"));

    static Stream<Published> whole() {
        return PublishedReports.all().stream().filter(one -> one.sum() == Shares.WHOLE);
    }

    @ParameterizedTest
    @MethodSource("whole")
    void countsOfThePublishedSharesMakeThePublishedShares(Published published) {
        Block block = carriers(published.period(), published.counts(174));
        assertThat(block.lines()).hasSize(5).allSatisfy(line -> assertThat(line.tenths())
                .as(line.name())
                .isEqualTo(published.tenths().get(line.code())));
    }

    @Test
    void threeQuartersSumTo100AndTheFourthAsPublishedTo99Point9() {
        assertThat(whole()).extracting(one -> one.period().word()).containsExactly("2023Q2", "2024Q1", "2025Q4");
        assertThat(PublishedReports.all())
                .filteredOn(one -> one.sum() != Shares.WHOLE)
                .singleElement()
                .satisfies(one -> assertThat(one.sum()).isEqualTo(999));
    }

    @Test
    void ourSharesOf2023Q4CannotSumTo99Point9() {
        Published odd = PublishedReports.all().get(1);
        int sum = carriers(odd.period(), odd.counts(174)).lines().stream()
                .mapToInt(Block.Line::tenths)
                .sum();
        assertThat(sum).isEqualTo(Shares.WHOLE);
    }

    @Test
    void theWorkedExampleOfRatesComesOutAsWritten() {
        Block block = carriers(
                Period.parse("2023Q2"), PublishedReports.all().getFirst().counts(174));
        assertThat(line(block, "china_mobile")).satisfies(line -> {
            assertThat(line.figure().numerator()).isEqualTo(55_854);
            assertThat(line.perMillion()).isEqualTo("57.6");
        });
        assertThat(line(block, "china_telecom").perMillion()).isEqualTo("83.1");
        assertThat(line(block, "china_broadnet")).satisfies(line -> {
            assertThat(line.perMillion()).isEqualTo("461");
            assertThat(line.remark()).contains("用户基数小");
        });
        assertThat(line(block, "china_unicom")).satisfies(line -> {
            assertThat(line.perMillion()).isEqualTo("—");
            assertThat(line.remark()).contains("物联网");
        });
    }

    @Test
    void theTitleIsThatOfTheTimeAndTheOtherNameIsThereToo() {
        Review before = review(Period.parse("2023Q3"));
        assertThat(before.title()).isEqualTo("《2023年第三季度垃圾信息投诉情况盘点》");
        assertThat(before.otherName()).contains("非应邀商业电子信息");
        Review after = review(Period.parse("2023Q4"));
        assertThat(after.title()).isEqualTo("《2023年第四季度非应邀商业电子信息投诉情况盘点》");
        assertThat(after.otherName()).contains("垃圾信息");
    }

    @Test
    void whatWasExportedMakesTheSameReportAgain() {
        Counts counts = PublishedReports.counts(
                Period.parse("2023Q2"), PublishedReports.all().getFirst().counts(174));
        Review first = Reviewing.of(counts, PublishedReports.NAMES, USERS, List.of());
        String csv = FiguresCsv.write(first, "分析员", PublishedReports.AS_OF);
        Review again = Reviewing.of(FiguresCsv.read(csv), PublishedReports.NAMES, USERS, List.of());
        assertThat(again).isEqualTo(first);
    }

    private static Review review(Period period) {
        return Reviewing.of(
                PublishedReports.counts(period, Map.of("resale", 9L)), PublishedReports.NAMES, USERS, List.of());
    }

    private static Block carriers(Period period, Map<String, Long> counts) {
        return Reviewing.of(PublishedReports.counts(period, counts), PublishedReports.NAMES, USERS, List.of())
                .block("b");
    }

    private static Block.Line line(Block block, String code) {
        return block.lines().stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Both quarters' counts were published, and the change between them. */
    @ParameterizedTest
    @CsvSource({"2020Q2, 166170, 2020Q1, 100028, 661, 上升 66.1%", "2020Q3, 159831, 2020Q2, 166170, -38, 下降 3.8%"})
    void thePublishedCountsMakeThePublishedChange(
            String quarter, long count, String before, long countBefore, int tenths, String words) {
        Period period = Period.parse(quarter);
        Counts plain = PublishedReports.counts(period, Map.of("china_mobile", count));
        Map<YearMonth, Long> months = new TreeMap<>();
        Period.parse(before).all().forEach(month -> months.put(month, 0L));
        months.put(Period.parse(before).all().getLast(), countBefore);
        Counts counts = new Counts(period, plain.source(), plain.asOf(), count, plain.by(), months, plain.handling());
        List<Comparison> found =
                Reviewing.of(counts, PublishedReports.NAMES, USERS, List.of()).comparisons();
        assertThat(found).singleElement().satisfies(change -> {
            assertThat(change.name()).isEqualTo("环比");
            assertThat(change.tenths()).isEqualTo(tenths);
            assertThat(change.chinese()).contains(words, Comparison.grouped(countBefore), Comparison.grouped(count));
        });
    }

    @Test
    void thePublishedShareOfAdvertisingIn2023Q4ComesOutOfCodesAlone() {
        Period period = Period.parse("2023Q4");
        Counts plain = PublishedReports.counts(period, Map.of("china_mobile", 1_000L));
        Map<Dimension, Map<String, Long>> by = new EnumMap<>(plain.by());
        by.put(Dimension.CATEGORY, Map.of("07", 500L, "09", 300L, "04", 162L, "F1", 20L, "01", 10L, "03", 8L));
        Counts counts = new Counts(period, plain.source(), plain.asOf(), 1_000, by, Map.of(), plain.handling());
        Block kinds = Reviewing.of(counts, PublishedReports.NAMES, USERS, List.of()).blocks().stream()
                .filter(block -> block.letter().equals("性质"))
                .findFirst()
                .orElseThrow();
        assertThat(kinds.lines()).extracting(Block.Line::name).contains("商业营销", "涉嫌违法");
        assertThat(kinds.lines()).extracting(Block.Line::percent).contains("96.2", "3.8");
    }
}

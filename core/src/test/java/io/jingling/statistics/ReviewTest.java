package io.jingling.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a report says, and what it refuses to say. */
class ReviewTest {
    private static final long SEED = Long.getLong("jingling.seed", 20_261_131);
    private static final Pattern TIMES = Pattern.compile("翻[\\d一二三四五六七八九十两数几]*[倍番]|[\\d一二三四五六七八九十]+\\s*倍|翻了?[一两几数]番");

    @Test
    void nothingThatIsSaidIsAMultipleWithoutItsBase() {
        Random dice = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            Review review = Reviewing.of(counts(dice), PublishedReports.NAMES, Users.NONE, List.of());
            assertThat(review.texts()).as("seed " + SEED + ", round " + round).noneMatch(text -> TIMES.matcher(text)
                    .find());
            assertThat(review.comparisons()).allSatisfy(one -> assertThat(one.chinese())
                    .contains(Comparison.grouped(one.before()) + " 件", Comparison.grouped(one.now()) + " 件"));
        }
        assertThat(TIMES.matcher("投诉量翻3倍").find()).isTrue();
    }

    @Test
    void aRiseToFourTimesSaysBothCounts() {
        Comparison rise = new Comparison("环比", Period.parse("2023Q1"), 58_000, 232_000);
        assertThat(rise.chinese()).isEqualTo("环比上升 300.0%（2023年第一季度 58,000 件，本期 232,000 件）");
    }

    @Test
    void aPeriodThatIsNotOverIsComparedWithNothing() {
        Counts whole = counts(new Random(SEED));
        Counts part = new Counts(
                whole.period(),
                whole.source(),
                whole.period().end().minusSeconds(1),
                whole.total(),
                whole.by(),
                whole.months(),
                whole.handling());
        assertThat(Reviewing.of(whole, PublishedReports.NAMES, Users.NONE, List.of())
                        .comparisons())
                .hasSize(2);
        assertThat(Reviewing.of(part, PublishedReports.NAMES, Users.NONE, List.of())
                        .comparisons())
                .isEmpty();
    }

    @Test
    void allBlocksReconcileToNothingWhateverTheComplaintsAre() {
        Random dice = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            Counts counts = counts(dice);
            String where = "seed " + SEED + ", round " + round;
            assertThat(Reconciliation.differences(counts)).as(where).isEmpty();
            Review review = Reviewing.of(counts, PublishedReports.NAMES, Users.NONE, List.of());
            for (Block block : review.blocks()) {
                if (block.sums() && !block.isEmpty()) {
                    long sum = block.lines().stream()
                            .mapToLong(line -> line.figure().numerator())
                            .sum();
                    assertThat(sum).as(where + " " + block.letter()).isEqualTo(counts.total());
                    assertThat(block.lines().stream()
                                    .mapToInt(Block.Line::tenths)
                                    .sum())
                            .as(where + " " + block.letter())
                            .isEqualTo(sum == 0 ? 0 : Shares.WHOLE);
                }
            }
        }
    }

    @Test
    void whatDoesNotAddUpIsNotPrinted() {
        Counts good = PublishedReports.counts(Period.parse("2026Q3"), Map.of("resale", 9L));
        Map<Dimension, Map<String, Long>> by = new EnumMap<>(good.by());
        by.put(Dimension.MODE, Map.of("human", 8L));
        Counts bad = new Counts(good.period(), "", good.asOf(), 9, by, good.months(), good.handling());
        assertThatThrownBy(() -> Reviewing.of(bad, PublishedReports.NAMES, Users.NONE, List.of()))
                .hasMessage("totals: got mode: got 8, want the total 9; no report is made of it");
        Counts wrongMonth = new Counts(
                good.period(),
                "",
                good.asOf(),
                9,
                good.by(),
                Map.of(YearMonth.of(2026, 7), 3L, YearMonth.of(2026, 8), 3L, YearMonth.of(2026, 9), 2L),
                good.handling());
        assertThat(Reconciliation.differences(wrongMonth)).containsExactly("months: got 8, want the total 9");
    }

    @Test
    void everyFigureFindsItsCasesByCodesAndDaysInChina() {
        Review review = Reviewing.of(
                PublishedReports.counts(Period.parse("2026Q3"), Map.of("china_mobile", 9L)),
                PublishedReports.NAMES,
                Users.NONE,
                List.of());
        assertThat(review.block("b").lines().getFirst().query())
                .isEqualTo("from=2026-07-01&to=2026-10-01&carrier=china_mobile");
        assertThat(Period.parse("2026Q3").start()).isEqualTo(Instant.parse("2026-06-30T16:00:00Z"));
    }

    @Test
    void whatWeHaveNoDataOfSaysSoAndWhy() {
        Review review = Reviewing.of(
                PublishedReports.counts(Period.parse("2026Q3"), Map.of("resale", 9L)),
                PublishedReports.NAMES,
                Users.NONE,
                List.of());
        assertThat(List.of("d", "h")).allSatisfy(letter -> {
            assertThat(review.block(letter).isEmpty()).isTrue();
            assertThat(review.block(letter).note()).startsWith("无数据：");
        });
    }

    @Test
    void everyVersionOfADefinitionIsInTheLogOfRestatements() {
        for (Definition one : Definition.values()) {
            for (int version = 1; version <= one.version(); version++) {
                String id = one.id().replaceFirst("\\d+$", "" + version);
                assertThat(Restatement.LOG).extracting(Restatement::definition).contains(id);
            }
        }
    }

    /** Complaints drawn one by one and counted by a loop. */
    private static Counts counts(Random dice) {
        Period period = Period.parse("2026Q3");
        Map<Dimension, Map<String, Long>> by = new EnumMap<>(Dimension.class);
        Map<YearMonth, Long> months = new TreeMap<>();
        for (int back = 0; back < 15; back++) {
            months.put(YearMonth.of(2026, 9).minusMonths(back), back < 3 ? 0L : (long) dice.nextInt(500));
        }
        List<String> categories = List.of("", "01", "07", "09", "F1", "21");
        int total = dice.nextInt(400);
        for (int i = 0; i < total; i++) {
            add(by, Dimension.CARRIER, List.of("", "china_mobile", "resale").get(dice.nextInt(3)));
            add(by, Dimension.CATEGORY, categories.get(dice.nextInt(categories.size())));
            add(by, Dimension.SEGMENT, dice.nextBoolean() ? "mobile" : "fixed_line");
            add(by, Dimension.MODE, dice.nextBoolean() ? "human" : "robot_ai");
            add(by, Dimension.REGION, dice.nextBoolean() ? "广东" : "");
            months.merge(period.all().get(dice.nextInt(3)), 1L, Long::sum);
        }
        return new Counts(period, "测试", PublishedReports.AS_OF, total, by, months, Counts.Handling.NONE);
    }

    private static void add(Map<Dimension, Map<String, Long>> by, Dimension dimension, String code) {
        by.computeIfAbsent(dimension, one -> new TreeMap<>()).merge(code, 1L, Long::sum);
    }
}

package io.jingling.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 投诉情况盘点 of a period, whole.
 *
 * @param series complaints by period, the oldest first
 * @param comparisons 环比 and 同比, where the earlier periods were counted
 * @param blocks (b) to (j)
 * @param quality 处置及时率 and the like; they are no parts of a whole
 * @param medians how long things took, in words
 */
public record Review(
        Period period,
        String source,
        Instant asOf,
        Figure total,
        List<Point> series,
        List<Comparison> comparisons,
        List<Block> blocks,
        List<Block.Line> quality,
        List<Median> medians) {
    /** From here on it is 非应邀商业电子信息. */
    private static final LocalDate RENAMED = LocalDate.of(2023, 10, 1);

    private static final String OLD = "垃圾信息投诉情况盘点";
    private static final String NEW = "非应邀商业电子信息投诉情况盘点";

    /** A period and its count. */
    public record Point(Period period, Figure figure) {}

    /** How long something took in half of the cases. */
    public record Median(String name, long seconds) {
        private static final long HOUR = 3_600;
        private static final long DAY = 24 * HOUR;

        public String chinese() {
            if (seconds < HOUR) {
                return String.format(java.util.Locale.ROOT, "%.1f 分钟", seconds / 60.0);
            }
            return seconds < 2 * DAY
                    ? String.format(java.util.Locale.ROOT, "%.1f 小时", (double) seconds / HOUR)
                    : String.format(java.util.Locale.ROOT, "%.1f 天", (double) seconds / DAY);
        }
    }

    /** As the time called it: 《…》. */
    public String title() {
        return "《" + period.chinese() + (period.from().isBefore(RENAMED) ? OLD : NEW) + "》";
    }

    /** The other name, for who looks for it. */
    public String otherName() {
        return period.from().isBefore(RENAMED) ? "2023 年第四季度起称《" + NEW + "》" : "2023 年第四季度前称《" + OLD + "》";
    }

    public Block block(String letter) {
        return blocks.stream()
                .filter(block -> block.letter().equals(letter))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("block: got none of this letter, want one of the report's"));
    }

    /** What of the report people read, line by line. */
    public List<String> texts() {
        return java.util.stream.Stream.of(
                        java.util.stream.Stream.of(title(), otherName()),
                        comparisons.stream().map(Comparison::chinese),
                        blocks.stream().flatMap(block -> java.util.stream.Stream.of(block.title(), block.note())),
                        blocks.stream().flatMap(block -> block.lines().stream()).map(Block.Line::name),
                        blocks.stream().flatMap(block -> block.lines().stream()).map(Block.Line::remark),
                        quality.stream().map(Block.Line::name))
                .flatMap(texts -> texts)
                .toList();
    }
}

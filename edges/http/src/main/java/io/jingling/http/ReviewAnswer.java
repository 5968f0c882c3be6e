package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jingling.platform.StatisticsStore.Made;
import io.jingling.statistics.Block;
import io.jingling.statistics.Comparison;
import io.jingling.statistics.Figure;
import io.jingling.statistics.Naming;
import io.jingling.statistics.Restatement;
import io.jingling.statistics.Review;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report as JSON. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Statistics", description = "The report of a period; every figure with what it is made of.")
record ReviewAnswer(
        @Schema(examples = "2026Q3") String period,

        @Schema(examples = "《2026年第三季度非应邀商业电子信息投诉情况盘点》") String title,

        @Schema(description = "What it was called before, or is called since.")
        String otherName,

        String source,
        String asOf,
        FigureShown total,
        List<PointShown> series,
        List<ComparisonShown> comparisons,
        List<BlockShown> blocks,
        List<LineShown> quality,
        List<MedianShown> medians,
        List<RestatementShown> restatements) {
    @Schema(name = "Figure")
    record FigureShown(
            long numerator,

            @Schema(description = "1 for a plain count.") long denominator,
            String source,
            String asOf,

            @Schema(description = "What was counted, and the version of that.", examples = "complaint/1")
            String definition) {
        static FigureShown of(Figure figure) {
            return new FigureShown(
                    figure.numerator(),
                    figure.denominator(),
                    figure.source(),
                    figure.asOf().toString(),
                    figure.definition().id());
        }
    }

    @Schema(name = "StatisticsPoint")
    record PointShown(String period, FigureShown figure) {}

    @Schema(name = "StatisticsComparison", description = "环比 or 同比, with both counts.")
    record ComparisonShown(String name, String base, long before, long now, String chinese) {
        static ComparisonShown of(Comparison one) {
            return new ComparisonShown(one.name(), one.base().word(), one.before(), one.now(), one.chinese());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "StatisticsLine")
    record LineShown(
            @JsonInclude(JsonInclude.Include.ALWAYS) String code,
            String name,
            FigureShown figure,

            @Schema(description = "Of a block that is a whole they sum to 100.0.", examples = "32.1")
            String percent,

            @Schema(description = "Complaints per million users, where that may be said.", examples = "57.6")
            String perMillion,

            FigureShown rate,
            String remark,

            @Schema(description = "Finds the cases behind it in the console.")
            String cases) {
        static LineShown of(Block.Line line) {
            return new LineShown(
                    line.code(),
                    line.name(),
                    FigureShown.of(line.figure()),
                    line.percent(),
                    line.rate().isEmpty() ? "" : line.perMillion(),
                    line.rate().map(FigureShown::of).orElse(null),
                    line.remark(),
                    line.query().isEmpty() ? "" : "/console/cases?" + line.query());
        }
    }

    @Schema(name = "StatisticsBlock")
    record BlockShown(
            String letter,
            String title,
            String definition,
            boolean sums,

            @Schema(description = "Why there is nothing, or what must be known.")
            String note,

            List<LineShown> lines) {
        static BlockShown of(Block block) {
            return new BlockShown(
                    block.letter(),
                    block.title(),
                    block.definition().chinese(),
                    block.sums(),
                    block.note(),
                    block.lines().stream().map(LineShown::of).toList());
        }
    }

    @Schema(name = "StatisticsMedian")
    record MedianShown(String name, long seconds) {}

    @Schema(name = "Restatement")
    record RestatementShown(String definition, String since, String what) {}

    @Schema(name = "MadeReport")
    record MadeShown(String period, String at) {
        static MadeShown of(Made made) {
            return new MadeShown(made.period().word(), made.at().toString());
        }
    }

    @Schema(name = "Naming")
    record NamingShown(
            String id,
            String company,
            String period,
            long people,

            @Schema(description = "Whether the report names it.")
            boolean published,

            List<NamingStepShown> steps) {
        static NamingShown of(Naming naming) {
            return new NamingShown(
                    naming.id().toString(),
                    naming.company(),
                    naming.period().word(),
                    naming.people(),
                    naming.isPublished(),
                    naming.steps().stream()
                            .map(step -> new NamingStepShown(
                                    step.act().word(), step.at().toString(), step.by(), step.text()))
                            .toList());
        }
    }

    @Schema(name = "NamingStep")
    record NamingStepShown(String step, String at, String by, String text) {}

    static ReviewAnswer of(Review review) {
        return new ReviewAnswer(
                review.period().word(),
                review.title(),
                review.otherName(),
                review.source(),
                review.asOf().toString(),
                FigureShown.of(review.total()),
                review.series().stream()
                        .map(point -> new PointShown(point.period().word(), FigureShown.of(point.figure())))
                        .toList(),
                review.comparisons().stream().map(ComparisonShown::of).toList(),
                review.blocks().stream().map(BlockShown::of).toList(),
                review.quality().stream().map(LineShown::of).toList(),
                review.medians().stream()
                        .map(one -> new MedianShown(one.name(), one.seconds()))
                        .toList(),
                Restatement.LOG.stream()
                        .map(one -> new RestatementShown(
                                one.definition(), one.since().toString(), one.what()))
                        .toList());
    }
}

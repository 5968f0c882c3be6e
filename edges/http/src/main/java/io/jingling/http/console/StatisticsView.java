package io.jingling.http.console;

import io.jingling.platform.StatisticsStore.Made;
import io.jingling.statistics.Block;
import io.jingling.statistics.Comparison;
import io.jingling.statistics.Naming;
import io.jingling.statistics.Period;
import io.jingling.statistics.Restatement;
import io.jingling.statistics.Review;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as the console shows it.
 *
 * @param period which
 * @param periods what may be chosen, the last first
 * @param namings companies on their way to being named
 * @param isOver whether there is open data of it
 * @param problem what was not done and why; empty where all was
 */
record StatisticsView(
        String period,
        String from,
        String to,
        List<Choice> periods,
        String title,
        String otherName,
        String total,
        String totalCases,
        boolean isEmpty,
        boolean isOver,
        List<String> comparisons,
        List<Bar> series,
        List<Section> sections,
        List<Ratio> quality,
        List<Took> medians,
        List<NamingRow> namings,
        List<MadeRow> made,
        List<Restatement> restatements,
        String asOf,
        String source,
        String problem) {
    private static final int QUARTERS = 9;
    private static final int MONTHS = 13;

    record Choice(String word, String name, boolean isChosen) {}

    record Bar(String name, long count, String cases) {}

    /** A block; its chart is drawn from its table. */
    record Section(
            String id,
            String title,
            String note,
            String definition,
            boolean isWhole,
            boolean hasRates,
            boolean isEmpty,
            List<Line> lines) {}

    record Line(String name, String count, String of, String percent, String rate, String remark, String cases) {}

    record Ratio(String name, String of, String percent, String definition, String cases) {}

    record Took(String name, String time) {}

    record MadeRow(String period, String at) {}

    /** A company, and what may be done about it now. */
    record NamingRow(
            String id,
            String company,
            String period,
            long people,
            String state,
            List<String> steps,
            boolean mayDrop,
            boolean mayNotify,
            boolean mayReply,
            boolean maySign) {}

    static StatisticsView of(
            Review review, List<Naming> namings, List<Made> made, Session visitor, Instant now, String problem) {
        Period period = review.period();
        return new StatisticsView(
                period.word(),
                period.from().toString(),
                period.to().toString(),
                choices(period, LocalDate.ofInstant(now, Period.CHINA)),
                review.title(),
                review.otherName(),
                Comparison.grouped(review.total().numerator()),
                cases("from=" + period.from() + "&to=" + period.to()),
                review.total().numerator() == 0,
                period.isOver(now),
                review.comparisons().stream().map(Comparison::chinese).toList(),
                review.series().stream()
                        .map(point -> new Bar(
                                point.period().word(),
                                point.figure().numerator(),
                                cases("from=" + point.period().from() + "&to="
                                        + point.period().to())))
                        .toList(),
                review.blocks().stream().map(StatisticsView::section).toList(),
                review.quality().stream()
                        .map(line -> new Ratio(
                                line.name(),
                                of(line),
                                line.percent(),
                                line.figure().definition().chinese(),
                                line.query().isEmpty() ? "" : cases(line.query())))
                        .toList(),
                review.medians().stream()
                        .map(one -> new Took(one.name(), one.chinese()))
                        .toList(),
                namings.stream().map(one -> row(one, visitor, now)).toList(),
                made.stream()
                        .map(one -> new MadeRow(one.period().word(), Times.moment(one.at())))
                        .toList(),
                Restatement.LOG,
                Times.moment(review.asOf()),
                review.source(),
                problem);
    }

    private static List<Choice> choices(Period chosen, LocalDate today) {
        List<Period> all = new ArrayList<>();
        for (int back = 0; back < QUARTERS; back++) {
            all.add(Period.quarterOf(today).back(back));
        }
        for (int back = 0; back < MONTHS; back++) {
            all.add(Period.monthOf(today).back(back));
        }
        if (!all.contains(chosen)) {
            all.addFirst(chosen);
        }
        return all.stream()
                .map(one -> new Choice(one.word(), one.chinese(), one.equals(chosen)))
                .toList();
    }

    private static Section section(Block block) {
        boolean hasRates = block.lines().stream().anyMatch(line -> line.rate().isPresent());
        String title = (block.letter().length() == 1 ? "（" + block.letter() + "）" : "") + block.title();
        return new Section(
                "block-" + Integer.toHexString(block.letter().hashCode()),
                title,
                block.note(),
                block.definition().chinese() + "（" + block.definition().id() + "）",
                block.sums(),
                hasRates,
                block.isEmpty(),
                block.lines().stream().map(line -> line(line, block.sums())).toList());
    }

    private static Line line(Block.Line line, boolean isWhole) {
        return new Line(
                line.name(),
                Long.toString(line.figure().numerator()),
                isWhole ? "" : Comparison.grouped(line.figure().denominator()),
                line.percent(),
                line.perMillion(),
                line.remark(),
                line.query().isEmpty() ? "" : cases(line.query()));
    }

    private static String of(Block.Line line) {
        return Comparison.grouped(line.figure().numerator()) + " / "
                + Comparison.grouped(line.figure().denominator());
    }

    private static String cases(String query) {
        return "/console/cases?" + query;
    }

    private static NamingRow row(Naming naming, Session visitor, Instant now) {
        boolean mayDrop = !naming.isDropped() && visitor.mayChange();
        boolean isOpen = !naming.isPublished() && mayDrop;
        boolean isTold = naming.first(Naming.Act.NOTIFIED).isPresent();
        boolean mayAll = isOpen && isTold;
        boolean hasReplied = naming.first(Naming.Act.REPLIED).isPresent();
        boolean hasLapsed = naming.first(Naming.Act.NOTIFIED)
                .filter(step -> !now.isBefore(step.at().plus(Naming.REPLY_TIME)))
                .isPresent();
        boolean hasSigned = naming.signatures().stream()
                .anyMatch(step -> step.by().equals(visitor.key().id()));
        return new NamingRow(
                naming.id().toString(),
                naming.company(),
                naming.period().word(),
                naming.people(),
                naming.isPublished()
                        ? "将在报告中列名"
                        : naming.steps().getLast().act().chinese(),
                naming.steps().stream()
                        .map(step -> Times.moment(step.at()) + " " + step.act().chinese()
                                + (step.text().isEmpty() ? "" : "：" + step.text()))
                        .toList(),
                mayDrop,
                isOpen && !isTold,
                mayAll && !hasReplied,
                mayAll && (hasReplied || hasLapsed) && !hasSigned);
    }
}

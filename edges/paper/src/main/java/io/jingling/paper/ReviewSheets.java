package io.jingling.paper;

import io.jingling.statistics.Block;
import io.jingling.statistics.Definition;
import io.jingling.statistics.Review;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A report as a workbook: counts as numbers, shares and rates as formulas of them, so that a reader recomputes all. */
public final class ReviewSheets {
    private static final String[] HEAD = {
        "区块", "代码", "名称", "件（分子）", "分母", "占比（公布）%", "占比（重算）%", "件/百万用户（重算）", "用户数", "说明", "来源", "截至", "口径", "案件"
    };

    private ReviewSheets() {}

    public static byte[] of(Review review, String by, Instant at) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Jingling", "1.0")) {
            figures(book.newWorksheet("数字"), review, by, at);
            definitions(book.newWorksheet("口径"));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    private static void figures(Worksheet sheet, Review review, String by, Instant at) {
        sheet.value(0, 0, review.title());
        sheet.value(
                1,
                0,
                review.otherName() + "　数据截至 " + ReviewPage.CHINA.format(review.asOf()) + "　导出人 " + by + "　"
                        + ReviewPage.CHINA.format(at));
        sheet.footer("导出人 " + by + "  " + ReviewPage.CHINA.format(at), org.dhatim.fastexcel.Position.CENTER);
        for (int i = 0; i < HEAD.length; i++) {
            sheet.value(3, i, HEAD[i]);
        }
        int row = 4;
        for (Review.Point point : review.series()) {
            sheet.value(row, 0, "a");
            sheet.value(row, 1, point.period().word());
            sheet.value(row, 2, point.period().chinese());
            sheet.value(row, 3, point.figure().numerator());
            origin(sheet, row, point.figure());
            row++;
        }
        for (Block block : review.blocks()) {
            int first = row;
            for (Block.Line line : block.lines()) {
                line(sheet, row, block, line, first, first + block.lines().size() - 1);
                row++;
            }
            if (block.isEmpty()) {
                sheet.value(row, 0, block.letter());
                sheet.value(row, 2, block.title());
                sheet.value(row++, 9, block.note());
            }
        }
        for (Block.Line line : review.quality()) {
            sheet.value(row, 0, "办理质量");
            plain(sheet, row, line);
            sheet.value(row, 4, line.figure().denominator());
            row++;
        }
        for (Review.Median median : review.medians()) {
            sheet.value(row, 0, "中位用时（秒）");
            sheet.value(row, 2, median.name());
            sheet.value(row++, 3, median.seconds());
        }
    }

    /** Spreadsheets count from 1. */
    private static void line(Worksheet sheet, int row, Block block, Block.Line line, int first, int last) {
        sheet.value(row, 0, block.letter());
        plain(sheet, row, line);
        if (block.sums()) {
            sheet.formula(row, 4, "SUM(D" + (first + 1) + ":D" + (last + 1) + ")");
        } else {
            sheet.value(row, 4, line.figure().denominator());
        }
        line.rate().ifPresent(rate -> {
            sheet.value(row, 8, rate.denominator());
            sheet.formula(row, 7, "D" + (row + 1) + "/I" + (row + 1) + "*1000000");
        });
    }

    private static void plain(Worksheet sheet, int row, Block.Line line) {
        sheet.value(row, 1, line.code());
        sheet.value(row, 2, line.name());
        sheet.value(row, 3, line.figure().numerator());
        sheet.value(row, 5, line.figure().isDefined() ? line.tenths() / 10.0 : null);
        sheet.formula(row, 6, "IF(E" + (row + 1) + "=0,\"\",D" + (row + 1) + "/E" + (row + 1) + "*100)");
        sheet.value(row, 9, line.remark());
        origin(sheet, row, line.figure());
        sheet.value(row, 13, line.query());
    }

    private static void origin(Worksheet sheet, int row, io.jingling.statistics.Figure figure) {
        sheet.value(row, 10, figure.source());
        sheet.value(row, 11, figure.asOf().toString());
        sheet.value(row, 12, figure.definition().id());
    }

    private static void definitions(Worksheet sheet) {
        int row = 0;
        for (Definition one : Definition.values()) {
            sheet.value(row, 0, one.id());
            sheet.value(row++, 1, one.chinese());
        }
        sheet.value(row, 0, "占比");
        sheet.value(row, 1, "公布的占比按最大余数法取到 0.1，合计恒为 100.0；重算的占比未取整，两者相差不超过 0.1");
    }
}

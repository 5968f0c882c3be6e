package io.jingling.paper;

import io.jingling.statistics.Block;
import io.jingling.statistics.Comparison;
import io.jingling.statistics.Definition;
import io.jingling.statistics.Review;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A report in PDF, on as many pages as it needs, with the font in it and who exported it across each. */
public final class ReviewPaper {
    private static final long DOCUMENT_ID = 2;
    private static final int LINES = 46;

    private ReviewPaper() {}

    /** @throws PaperFailure where the font is none */
    public static byte[] of(Review review, String by, Instant at, ChineseFont chinese) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(DOCUMENT_ID);
            document.getDocumentInformation().setTitle(review.title());
            document.getDocumentInformation().setCreationDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
            PDFont font = chinese.into(document);
            List<Row> rows = rows(review);
            int pages = (rows.size() + LINES - 1) / LINES;
            for (int page = 0; page < pages; page++) {
                List<Row> here = rows.subList(page * LINES, Math.min(rows.size(), (page + 1) * LINES));
                write(
                        document,
                        font,
                        here,
                        "导出人 " + by + "　" + ReviewPage.CHINA.format(at),
                        page == 0 ? review.title() : "",
                        (page + 1) + " / " + pages);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new PaperFailure(
                    "font " + chinese.file() + ": got none that can be embedded, want TrueType", failure);
        }
    }

    private record Row(boolean isHeading, String text) {}

    private static void write(PDDocument document, PDFont font, List<Row> rows, String mark, String title, String foot)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (Sheet sheet = new Sheet(document, page, font)) {
            sheet.watermark(mark);
            if (!title.isEmpty()) {
                sheet.title(title);
            }
            for (Row row : rows) {
                if (row.isHeading()) {
                    sheet.heading(row.text());
                } else {
                    sheet.line(row.text());
                }
            }
            sheet.foot(mark + "　　第 " + foot + " 页　　未标明口径的数字见口径一节");
        }
    }

    private static List<Row> rows(Review review) {
        List<Row> rows = new ArrayList<>();
        text(rows, review.otherName());
        text(rows, "数据截至 " + ReviewPage.CHINA.format(review.asOf()) + "（北京时间）　来源：" + review.source());
        heading(rows, "（a）投诉量");
        text(rows, "本期 " + Comparison.grouped(review.total().numerator()) + " 件");
        review.comparisons().forEach(one -> text(rows, one.chinese()));
        review.series()
                .forEach(point -> text(
                        rows,
                        point.period().chinese() + "　"
                                + Comparison.grouped(point.figure().numerator()) + " 件"));
        review.blocks().forEach(block -> block(rows, block));
        heading(rows, "办理质量");
        review.quality().forEach(line -> text(rows, told(line, false)));
        review.medians().forEach(one -> text(rows, "中位用时　" + one.name() + "　" + one.chinese()));
        heading(rows, "口径");
        for (Definition one : Definition.values()) {
            text(rows, one.id() + "　" + one.chinese());
        }
        return rows;
    }

    private static void block(List<Row> rows, Block block) {
        heading(rows, (block.letter().length() == 1 ? "（" + block.letter() + "）" : "") + block.title());
        if (!block.note().isEmpty()) {
            text(rows, block.note());
        }
        block.lines().forEach(line -> text(rows, told(line, block.sums())));
    }

    private static String told(Block.Line line, boolean sums) {
        String of = sums ? " 件" : " / " + Comparison.grouped(line.figure().denominator());
        String rate = line.rate().isEmpty() ? "" : "　" + line.perMillion() + " 件/百万用户";
        return line.name() + "　" + Comparison.grouped(line.figure().numerator()) + of + "　" + line.percent() + "%"
                + rate + (line.remark().isEmpty() ? "" : "　［" + line.remark() + "］");
    }

    private static void heading(List<Row> rows, String text) {
        rows.add(new Row(true, text));
    }

    /** In pieces that fit a line, so that pages are filled evenly. */
    private static void text(List<Row> rows, String text) {
        String left = text;
        while (left.codePointCount(0, left.length()) > 50) {
            int cut = left.offsetByCodePoints(0, 50);
            rows.add(new Row(false, left.substring(0, cut)));
            left = "　　" + left.substring(cut);
        }
        rows.add(new Row(false, left));
    }
}

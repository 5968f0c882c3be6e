package io.jingling.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.statistics.Counts;
import io.jingling.statistics.Dimension;
import io.jingling.statistics.Names;
import io.jingling.statistics.Names.Name;
import io.jingling.statistics.Period;
import io.jingling.statistics.Review;
import io.jingling.statistics.Reviewing;
import io.jingling.statistics.Users;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** A report's files, opened by readers that did not write them. */
class ReviewFilesTest {
    private static final Instant AT = Instant.parse("2026-10-05T02:00:00Z");
    private static final ChineseFont FONT = ChineseFont.find().orElseThrow();

    @TempDir
    Path folder;

    private static Review review() {
        Map<Dimension, Map<String, Long>> by = Map.of(
                Dimension.CARRIER, Map.of("china_mobile", 55_854L, "resale", 118_146L),
                Dimension.CATEGORY, Map.of("07", 173_000L, "F1", 1_000L),
                Dimension.MODE, Map.of("human", 174_000L));
        Names names = new Names(
                Map.of(Dimension.CARRIER, List.of(new Name("china_mobile", "中国移动"), new Name("resale", "移动转售"))),
                List.of(),
                List.of(),
                List.of());
        Users users = Users.read(List.of("china_mobile; 970000000; 2026-06-30; people; 演示 <来源>"));
        Map<YearMonth, Long> months =
                Map.of(YearMonth.of(2026, 4), 100_000L, YearMonth.of(2026, 5), 0L, YearMonth.of(2026, 6), 0L);
        Counts counts = new Counts(Period.parse("2026Q3"), "测试", AT, 174_000, by, months, Counts.Handling.NONE);
        return Reviewing.of(counts, names, users, List.of());
    }

    @Test
    void thePageStandsAloneAndSaysAllTwice() {
        String page = ReviewPage.of(review(), "李 & 王", AT, "https://jingling.example");
        assertThat(page)
                .contains("《2026年第三季度非应邀商业电子信息投诉情况盘点》", "垃圾信息投诉情况盘点", "32.1%", "57.6", "导出人 李 &amp; 王")
                .contains(
                        "https://jingling.example/console/cases?from=2026-07-01&amp;to=2026-10-01&amp;carrier=china_mobile")
                .contains("环比上升 74.0%（2026年第二季度 100,000 件，本期 174,000 件）", "无数据：本平台只受理电话举报")
                .doesNotContain("<script", "src=", "@import", "url(", "<来源>");
    }

    @Test
    void thePdfIsReadByPdfboxWithItsWatermark() throws IOException {
        byte[] bytes = ReviewPaper.of(review(), "李", AT, FONT);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(text).contains("非应邀商业电子信息投诉情况盘点", "中国移动　55,854 件　32.1%", "导出人 李", "口径");
        }
        assertThat(ReviewPaper.of(review(), "李", AT, FONT)).isEqualTo(bytes);
    }

    @Test
    void theWorkbookHasCountsAsNumbersAndSharesAsFormulas() throws Exception {
        Map<String, String> parts = unzipped(ReviewSheets.of(review(), "李", AT));
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("<v>55854</v>", "<f>SUM(D", "<f>D", "/I", "*1000000</f>");
        assertThat(sheet.split("<f>IF\\(E")).hasSizeGreaterThan(5);
        assertThat(text(parts.get("xl/sharedStrings.xml"))).contains("中国移动", "导出人 李");
        assertThat(parts).containsKey("[Content_Types].xml");
    }

    @Test
    void thePictureIsDecodedAndIsNotBlank() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(ReviewPicture.of(review(), "李", AT, FONT)));
        assertThat(image.getWidth()).isEqualTo(1_200);
        long dark = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                dark += (image.getRGB(x, y) & 0xff) < 0xe0 ? 1 : 0;
            }
        }
        assertThat(dark).isGreaterThan(5_000);
    }

    private static String text(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement()
                .getTextContent();
    }

    /** By the list at its end, as spreadsheets read it. */
    private Map<String, String> unzipped(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("review.xlsx"), bytes);
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}

package io.jingling.paper;

import io.jingling.evidence.CaseFile;
import io.jingling.evidence.Claim;
import io.jingling.evidence.Custody;
import io.jingling.evidence.Occurrence;
import io.jingling.evidence.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** 时间线.pdf: what happened when, and what is claimed, on one page; the exporter's name across it. */
public final class Timeline {
    private static final DateTimeFormatter CHINA =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.ofHours(8));
    private static final long DOCUMENT_ID = 1;

    private Timeline() {}

    /**
     * The page, in PDF; the same values and font make the same bytes.
     *
     * @param course what happened before anything was handed in
     * @throws PaperFailure where the font is none
     */
    public static byte[] of(CaseFile caseFile, Custody custody, List<Occurrence> course, ChineseFont font) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(DOCUMENT_ID);
            document.getDocumentInformation()
                    .setTitle("静铃证据包 " + caseFile.head().caseId());
            document.getDocumentInformation()
                    .setCreationDate(calendar(caseFile.head().made()));
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (Sheet sheet = new Sheet(document, page, font.into(document))) {
                write(sheet, caseFile, custody, course);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new PaperFailure("font " + font.file() + ": got none that can be embedded, want TrueType", failure);
        }
    }

    private static void write(Sheet sheet, CaseFile caseFile, Custody custody, List<Occurrence> course)
            throws IOException {
        CaseFile.Head head = caseFile.head();
        sheet.watermark("导出人 " + head.exporter() + "　" + CHINA.format(head.made()));
        sheet.title("静铃证据包　时间线");
        sheet.line("案件编号：" + head.caseId() + "　　用途：" + head.purpose());
        sheet.line("制作单位：" + head.issuer() + "　　导出人：" + head.exporter());
        sheet.line("制作时间：" + CHINA.format(head.made()) + "（北京时间，制作单位自述）");
        sheet.heading("经过（北京时间，记录者自述）");
        List<Occurrence> events = events(caseFile, custody, course);
        sheet.rows(events.stream()
                .map(event -> CHINA.format(event.at()) + "　" + event.text())
                .toList());
        sheet.heading("陈述");
        sheet.rows(caseFile.claims().stream().map(Timeline::claim).toList());
        sheet.foot("完整性、时间、来源由核验程序分别给出结论；任何结论都不表示内容属实。文件校验值见 清单.csv。");
    }

    private static List<Occurrence> events(CaseFile caseFile, Custody custody, List<Occurrence> course) {
        List<Occurrence> events = new ArrayList<>(course);
        for (SourceFile file : caseFile.files()) {
            events.add(
                    new Occurrence(file.received(), "接收 " + file.path() + "（" + file.from() + "；" + file.how() + "）"));
        }
        for (Custody.Step step : custody.steps()) {
            events.add(new Occurrence(step.at(), step.who() + "：" + step.note()));
        }
        events.sort(Comparator.comparing(Occurrence::at));
        return events;
    }

    private static String claim(Claim claim) {
        String kind = claim.kind() == Claim.Kind.OBSERVED ? "［直接记录］" : "［推断］";
        String bound = claim.bound().isEmpty() ? "" : "；误差上限：" + claim.bound();
        return kind + claim.text() + "（方法 " + claim.method() + bound + "；依据 " + String.join("、", claim.inputs()) + "）";
    }

    private static Calendar calendar(Instant at) {
        return GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
    }
}

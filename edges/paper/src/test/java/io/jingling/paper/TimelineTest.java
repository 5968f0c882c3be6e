package io.jingling.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.evidence.CaseFile;
import io.jingling.evidence.Claim;
import io.jingling.evidence.Custody;
import io.jingling.evidence.Occurrence;
import io.jingling.evidence.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {
    private static final Instant NOW = Instant.parse("2026-11-28T13:00:00Z");
    private static final List<Occurrence> COURSE =
            List.of(new Occurrence(Instant.parse("2026-11-20T02:02:11Z"), "报案人来电：165****1000，处置 提醒"));
    private static final Custody CUSTODY =
            new Custody(List.of(new Custody.Step("静铃平台", Custody.Act.ACQUIRE, NOW, "接收时计算校验值")));

    @Test
    void thePageSaysWhatHappenedAndWhoExportedIt() throws IOException {
        byte[] pdf = Timeline.of(caseFile(2), CUSTODY, COURSE, font());
        Files.write(Path.of("target/timeline.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "静铃证据包",
                            "王警官",
                            "2026-11-28 21:00:00",
                            "［推断］同一团伙0",
                            "2026-11-20 10:02:11　报案人来电",
                            "接收 files/0.txt",
                            "不表示内容属实");
        }
    }

    @Test
    void theFontIsEmbeddedAndOnlyWhatIsUsedOfIt() throws IOException {
        byte[] pdf = Timeline.of(caseFile(2), CUSTODY, COURSE, font());
        assertThat(pdf.length).isLessThan((int) Files.size(font().file()) / 10);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
            }
        }
    }

    @Test
    void theSameCaseMakesTheSameBytes() {
        assertThat(Timeline.of(caseFile(3), CUSTODY, COURSE, font()))
                .isEqualTo(Timeline.of(caseFile(3), CUSTODY, COURSE, font()));
    }

    @Test
    void whatDoesNotFitOnThePageIsCounted() throws IOException {
        byte[] pdf = Timeline.of(caseFile(200), CUSTODY, COURSE, font());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document)).containsPattern("其余 \\d+ 条见 bundle.txt");
        }
    }

    @Test
    void aLetterWithoutAGlyphIsShownAsABox() {
        Custody smiling = new Custody(List.of(new Custody.Step("😀", Custody.Act.ACQUIRE, NOW, "接收\u202E")));
        assertThat(Timeline.of(caseFile(1), smiling, COURSE, font())).isNotEmpty();
    }

    @Test
    void aFontThatIsNoneIsRefusedByName(@TempDir Path folder) throws IOException {
        Path noFont = Files.writeString(folder.resolve("a.ttf"), "no font");
        assertThatThrownBy(() -> Timeline.of(caseFile(1), CUSTODY, COURSE, new ChineseFont(noFont)))
                .isInstanceOf(PaperFailure.class)
                .hasMessageContaining("a.ttf");
    }

    private static ChineseFont font() {
        return ChineseFont.find().orElseThrow(() -> new AssertionError(ChineseFont.missing()));
    }

    private static CaseFile caseFile(int files) {
        List<SourceFile> sources = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            String path = "files/" + i + ".txt";
            sources.add(new SourceFile(path, "sms", NOW.minusSeconds(100 + i), "举报人", "由静铃 App 从短信收件箱复制"));
            claims.add(new Claim(Claim.Kind.INFERRED, "同一团伙" + i, "campaigns/v1", "每百万对不多于 10 对", List.of(path)));
        }
        return new CaseFile(
                new CaseFile.Head("演示-2026-001", "供公安机关核查", "jingling.example", "王警官", NOW), sources, claims);
    }
}

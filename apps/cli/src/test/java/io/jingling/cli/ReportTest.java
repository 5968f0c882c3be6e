package io.jingling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report made again of figures that somebody has. */
class ReportTest {
    private static final List<String> FIGURES = List.of(
            "block,code,name,numerator,denominator",
            "meta,period,2023Q2,,",
            "b,china_mobile,,55854,",
            "b,china_unicom,,37410,",
            "b,china_telecom,,33234,",
            "b,resale,,41412,",
            "b,china_broadnet,,6090,");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void figures() throws IOException {
        Files.write(folder.resolve("figures.csv"), FIGURES);
    }

    @Test
    void sharesAreComputedFromCountsAlone() throws IOException {
        assertThat(report("again.html")).as(err.toString()).isZero();
        assertThat(Files.readString(folder.resolve("again.html")))
                .contains("2023年第二季度垃圾信息投诉情况盘点", "32.1", "21.5", "19.1", "23.8", "3.5", "174,000 件");
    }

    @Test
    void everyFormatIsWritten() throws IOException {
        for (String name : List.of("a.pdf", "a.xlsx", "a.csv", "a.png")) {
            assertThat(report(name)).as(err.toString()).isZero();
            assertThat(Files.size(folder.resolve(name))).isGreaterThan(500);
        }
    }

    @Test
    void figuresThatDoNotAddUpMakeNoReport() throws IOException {
        Files.writeString(folder.resolve("figures.csv"), String.join("\n", FIGURES) + "\ne,human,,173999,\n");
        assertThat(report("again.html")).isEqualTo(2);
        assertThat(err.toString()).contains("mode: got 173999, want the total 174000");
        assertThat(folder.resolve("again.html")).doesNotExist();
    }

    @Test
    void aWrongLineOfFiguresIsNamedWithWhatIsWanted() throws IOException {
        assertThat(refused("quality,FOO,,1,2")).contains("line 8, code: got \"FOO\", want timely, told or overturned");
        assertThat(refused("i,carrier/中国移动,,3"))
                .contains("line 8, figures: got 4 columns, want 5 or more in block \"i\"");
        assertThat(refused("zz,a,,3,4")).contains("line 8, block: got \"zz\"");
        assertThat(refused("e,human,,many,")).contains("line 8, numerator: got something else, want digits");
    }

    private String refused(String line) throws IOException {
        Files.writeString(folder.resolve("figures.csv"), String.join("\n", FIGURES) + "\n" + line + "\n");
        err.getBuffer().setLength(0);
        assertThat(report("again.html")).isEqualTo(2);
        return err.toString();
    }

    @Test
    void thePeriodsLineIsTakenAsTheReferenceHasIt() throws IOException {
        Files.writeString(
                folder.resolve("figures.csv"),
                String.join("\n", FIGURES).replace("meta,period,2023Q2,,", "meta,period,2023Q2") + "\n\n");
        assertThat(report("again.html")).as(err.toString()).isZero();
    }

    @Test
    void openDataIsCsvAlone() {
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        String file = folder.resolve("open.pdf").toString();
        assertThat(Main.run(terminal, Map.of(), "report", "--quarter", "2026Q3", "--open", "--out", file))
                .isEqualTo(2);
        assertThat(err.toString()).contains("want a file that ends with .csv for open data");
    }

    @Test
    void anotherEndingIsRefused() {
        assertThat(report("again.docx")).isEqualTo(2);
        assertThat(err.toString()).contains("want a file that ends with .html, .pdf, .xlsx, .csv or .png");
    }

    private int report(String name) {
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        String figures = folder.resolve("figures.csv").toString();
        String file = folder.resolve(name).toString();
        return Main.run(terminal, Map.of(), "report", "--figures", figures, "--out", file);
    }
}

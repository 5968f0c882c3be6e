package io.jingling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code releases} against a platform on a real socket. */
class ReleasesCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private StandInPlatform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new StandInPlatform();
        Files.writeString(folder.resolve("operator.key"), StandInPlatform.KEY);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void askingPrintsTheIdAlone() {
        assertThat(run("ask", "--campaign", "c-1", "--case", "case 1", "--reason", "核查"))
                .isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("r-1");
        assertThat(err.toString()).contains("somebody else");
        assertThat(platform.questions.getFirst().toString())
                .isEqualTo("{\"about\":\"campaign\",\"of\":\"c-1\",\"caseId\":\"case 1\",\"reason\":\"核查\"}");
    }

    @Test
    void oneThingIsAskedForAtATime() {
        assertThat(run("ask", "--campaign", "c-1", "--entry", "2", "--case", "c", "--reason", "r"))
                .isEqualTo(2);
        assertThat(run("ask", "--case", "c", "--reason", "r")).isEqualTo(2);
    }

    @Test
    void itIsReleasedRefusedAndRead() {
        assertThat(run("release", "r-1")).isZero();
        assertThat(run("refuse", "r-1", "--reason", "no")).isZero();
        assertThat(run("numbers", "r-1")).isZero();
        assertThat(out.toString()).endsWith("16500231000\n16500231002\n");
        assertThat(platform.requests)
                .containsExactly(
                        "POST /v1/releases/r-1/release",
                        "POST /v1/releases/r-1/refuse",
                        "POST /v1/releases/r-1/numbers");
    }

    @Test
    void theListAndTheLogAreTables() {
        assertThat(run("list")).isZero();
        assertThat(run("log", "--limit", "5")).isZero();
        assertThat(out.toString()).contains("campaign c-1", "王警官 (officer)", "REASON");
        assertThat(platform.requests).contains("GET /v1/accesses?limit=5");
    }

    @Test
    void anEntryIsOpenedByARelease() {
        assertThat(run("evidence", "open", "7", "--release", "r-1")).isZero();
        assertThat(out.toString()).isEqualTo("kind wish\n\nexample\n\ndeleted\n");
        assertThat(platform.questions.getFirst().toString()).isEqualTo("{\"release\":\"r-1\"}");
    }

    @Test
    void aBundleIsOrderedWithWhatWasHandedInAndWritten() throws IOException {
        Path sms = Files.writeString(folder.resolve("sms.txt"), "an sms");
        Path bundle = folder.resolve("case.tlzj");
        String[] order = {
            "evidence",
            "export",
            "42",
            "--campaign",
            "c-1",
            "--release",
            "r-1",
            "--subscriber",
            "13700137000",
            "--case",
            "case 1",
            "--purpose",
            "核查",
            "--file",
            sms.toString(),
            "--sort",
            "sms",
            "--by",
            "报案人",
            "--how",
            "复制",
            "--out",
            bundle.toString()
        };
        assertThat(run(order)).isZero();
        assertThat(bundle).hasContent("a bundle");
        assertThat(platform.questions.getLast().toString())
                .isEqualTo("{\"caseId\":\"case 1\",\"purpose\":\"核查\",\"decisions\":[\"42\"],\"callers\":[],"
                        + "\"campaign\":\"c-1\",\"release\":\"r-1\",\"subscriberId\":\"b7f2c1e0\",\"files\":[{\"name\":\"sms.txt\","
                        + "\"sort\":\"sms\",\"from\":\"报案人\",\"how\":\"复制\",\"content\":\"YW4gc21z\"}]}");
        assertThat(run("evidence", "trust")).isZero();
        assertThat(out.toString()).endsWith("jingling/trust/v1\n");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(run(
                        "evidence",
                        "export",
                        "42",
                        "--case",
                        "c",
                        "--purpose",
                        "p",
                        "--file",
                        "none.wav",
                        "--sort",
                        "recording",
                        "--by",
                        "b",
                        "--how",
                        "h",
                        "--out",
                        "x.tlzj"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("file: got no file none.wav, want one");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.getFirst().equals("evidence")) {
            all.addFirst("releases");
        }
        all.addAll(List.of("--server", platform.url(), "--data", folder.toString()));
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        return Main.run(terminal, Map.of(), all.toArray(String[]::new));
    }
}

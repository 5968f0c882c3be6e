package io.jingling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ranges} against a platform on a real socket. */
class RangesCommandTest {
    private static final String RUNNING = "{\"state\":\"running\",\"calls\":5000,\"why\":\"\"}";
    private static final String DONE = """
            {"state":"done","calls":125004,"why":"","ofRange":1200,"newlyLabelled":0,
            "newlyBlocked":{"calls":1100,"talks":3,"numbers":2,"cut":false,"listed":[
            {"number":"1650023****","kind":"virtual operator","calls":1000,"talks":3},
            {"number":"1650023****","kind":"virtual operator","calls":100,"talks":0}]}}
            """;
    private static final String[] RULE = {
        "1650023****", "--category", "07", "--score", "95", "--expires", "2026-12-31T00:00:00+08:00"
    };

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private StandInPlatform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new StandInPlatform();
        Files.writeString(folder.resolve("operator.key"), StandInPlatform.KEY + "\n");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void rulesAreListedWithWhatTheyWeighAndMayDo() {
        assertThat(run("list")).isZero();
        assertThat(out.toString().lines().toList())
                .containsExactly(
                        "RANGE        CATEGORY  SCORE  WEIGHT  MAY DO  EXPIRES",
                        "1650023****  07        95     55      wishes  2026-12-30T16:00:00Z");
    }

    @Test
    void aPreviewEndsWithOneUntilItIsDone() {
        platform.rangePreview = RUNNING;
        assertThat(run("preview", RULE)).isEqualTo(1);
        assertThat(out.toString()).contains("running: 5,000 calls so far; ask again");
        platform.rangePreview = DONE;
        assertThat(run("preview", RULE)).isZero();
        assertThat(out.toString())
                .contains("125,004 calls of the last 7 days, 1,200 out of the range")
                .contains("1,100 calls of 2 numbers newly blocked; 3 of them were answered and lasted over 60 s")
                .contains("1650023****  virtual operator  1000   3");
        assertThat(platform.questions.getLast().path("range").asText()).isEqualTo("1650023****");
        assertThat(platform.questions.getLast().path("score").asInt()).isEqualTo(95);
    }

    @Test
    void aRuleIsPutInForceOnlyAfterItsPreviewIsDoneAndSomebodySaysYes() {
        platform.rangePreview = RUNNING;
        assertThat(run("put", with("--yes"))).isEqualTo(1);
        platform.rangePreview = DONE;
        assertThat(run("put", RULE)).isEqualTo(1);
        assertThat(err.toString()).contains("3 of them were answered", "say --yes to put it in force");
        assertThat(platform.requests).containsOnly("POST /v1/ranges/preview");
        assertThat(run("put", with("--yes"))).isZero();
        assertThat(platform.requests).endsWith("POST /v1/ranges/preview", "PUT /v1/ranges");
        assertThat(out.toString())
                .isEqualToIgnoringNewLines(
                        "1650023****: score 95 weighs 55, may do: wishes, until 2026-12-30T16:00:00Z");
    }

    @Test
    void whoSaysForceAnswersForItAndJsonIsTheAnswer() {
        assertThat(run("put", with("--force", "--json"))).isZero();
        assertThat(platform.requests).containsExactly("PUT /v1/ranges?force=true");
        assertThat(out.toString()).contains("\"weight\":55");
    }

    @Test
    void aRuleIsRemovedByItsRangeHoweverItIsWritten() {
        assertThat(run("remove", "+86 165-0023-****")).isZero();
        assertThat(platform.requests).containsExactly("DELETE /v1/ranges/1650023****");
        assertThat(out.toString()).isEqualToIgnoringNewLines("1650023****: removed");
    }

    @Test
    void badInputEndsWithTwoAndAPlatformThatIsNotThereWithThree() {
        assertThat(run("remove", "16500231234")).isEqualTo(2);
        assertThat(err.toString()).contains("range: got \"165********\" (no free digit), want ");
        platform.status = 400;
        assertThat(run("preview", RULE)).isEqualTo(2);
        platform.close();
        assertThat(run("list")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "list", "preview", "put", "remove"})
    void everyCommandHasHelp(String command) {
        assertThat(command.isEmpty() ? run("--help") : run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: jingling ranges");
    }

    private static String[] with(String... options) {
        String[] all = Arrays.copyOf(RULE, RULE.length + options.length);
        System.arraycopy(options, 0, all, RULE.length, options.length);
        return all;
    }

    private int run(String command, String... rest) {
        String[] arguments = new String[rest.length + 2];
        arguments[0] = "ranges";
        arguments[1] = command;
        System.arraycopy(rest, 0, arguments, 2, rest.length);
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
        Map<String, String> environment = Map.of("JINGLING_SERVER", platform.url(), "JINGLING_DATA", folder.toString());
        int exit = Main.run(terminal, environment, arguments);
        terminal.flush();
        return exit;
    }
}

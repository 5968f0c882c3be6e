package io.jingling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command against a platform on a real socket. */
class CommandLineTest {
    private static final String CALLS = """
            call_id,start_time,caller,callee,direction,answered,ring_ms,duration_ms,released_by,cause,transcript
            a,2026-11-22T10:00:00+08:00,17012345678,13700137000,in,true,4200,61000,caller,16,"two
            lines"
            b,yesterday,17012345678,13700137000,in,true,4200,61000,caller,16,
            c,2026-11-22T10:00:00+08:00,,13700137000,in,false,4200,0,caller,16,
            """;
    private static final String REJECTED = """
            {"action":"reject","rule":"own-category","category":"07","score":83,"kind":"VIRTUAL_OPERATOR",
            "caller":"170****5678","callee":"137****7000","at":"2026-11-23T01:30:00Z","recorded":true,
            "policyVersion":1,"listVersion":1042,"reasons":[{"code":"OWN_CATEGORY","ruleId":"own-category",
            "ruleVersion":1,"listVersion":1042,"zh":"拒接:您对该类来电的意愿","en":"reject: your wish for calls of this kind"}]}
            """;

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
    void aModelThatMayNotBePublishedYetEndsWithOne() {
        platform.status = 409;
        assertThat(run("models", "publish", "9f86d081884c7d65")).isEqualTo(1);
        assertThat(platform.requests).containsExactly("POST /v1/models/9f86d081884c7d65/publish");
    }

    @Test
    void aRefusedCallEndsWithOneAndShowsEveryReason() {
        platform.decision = REJECTED;
        assertThat(run("screen", "--caller", "17012345678", "--callee", "13700137000"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("REJECT 拒接  170****5678 → 137****7000  2026-11-23 09:30:00 +08:00")
                .contains("suspicion   07 贷款理财 (loans and wealth management), score 83")
                .contains("number      虚拟运营商号段 (virtual operator)")
                .contains("OWN_CATEGORY              拒接:您对该类来电的意愿")
                .contains("reject: your wish for calls of this kind")
                .doesNotContain("\u001b");
        assertThat(platform.questions.getFirst().toString())
                .isEqualTo("{\"caller\":\"17012345678\",\"callee\":\"13700137000\",\"rehearse\":false,"
                        + "\"publicNumbersEntitled\":false}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pass", "label"})
    void aCallThatRingsEndsWithNought(String action) {
        platform.decision = REJECTED.replace("reject\"", action + "\"").replace("\"07\"", "\"\"");
        assertThat(run("screen", "--caller", "", "--callee", "13700137000", "--at", "2026-11-23T09:30:00+08:00"))
                .isZero();
        assertThat(out.toString()).contains("suspicion   none");
        assertThat(platform.questions.getFirst().path("at").asText()).isEqualTo("2026-11-23T09:30:00+08:00");
    }

    @Test
    void aDecisionIsPrintedAsJsonOnOneLine() throws IOException {
        platform.decision = REJECTED;
        assertThat(run("screen", "--json", "--caller", "1", "--callee", "2")).isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(Client.JSON.readTree(out.toString())).isEqualTo(Client.JSON.readTree(REJECTED));
    }

    @Test
    void whatThePlatformRefusesIsBadInputInItsWords() {
        platform.status = 400;
        assertThat(run("screen", "--caller", "x", "--callee", "13700137000")).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("score: got 1**, want 0 to 100");
    }

    @Test
    void aPlatformInTroubleIsTheWorldsFailure() {
        platform.status = 503;
        assertThat(run("screen", "--caller", "1", "--callee", "2")).isEqualTo(3);
        assertThat(err.toString()).startsWith("server: got status 503 (score: got");
    }

    @Test
    void aWrongKeySaysWhereTheRightOneIs() throws IOException {
        Files.writeString(folder.resolve("operator.key"), "another");
        assertThat(run("screen", "--caller", "1", "--callee", "2")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("key: got one that opens nothing at http://127.0.0.1:")
                .contains("operator.key in its data folder");
        assertThat(err.toString()).doesNotContain("another");
    }

    @Test
    void aMissingKeySaysWhoWritesIt() {
        assertThat(run("screen", "--caller", "1", "--callee", "2", "--key", folder + "/none"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("key: got no file " + folder + "/none, want one with an API key.");
    }

    @Test
    void aMissingServerSaysHowToStartOne() {
        platform.close();
        assertThat(run("screen", "--caller", "1", "--callee", "2")).isEqualTo(3);
        assertThat(err.toString())
                .startsWith("server: got no answer at http://127.0.0.1:")
                .contains("Start one with ./jingling serve");
    }

    @Test
    void ingestingTwiceChangesNothingAndSaysSo() throws IOException {
        Path file = write("calls.csv", CALLS);
        assertThat(run("ingest", file.toString())).isZero();
        assertThat(out.toString())
                .startsWith(file + ": 2 added, 0 known already, 1 rejected (see " + file + ".rejected), ");
        assertThat(platform.calls)
                .containsExactlyInAnyOrder("POST /v1/calls?source=generic a", "POST /v1/calls?source=generic c");
        out.getBuffer().setLength(0);
        assertThat(run("ingest", file.toString(), "--json")).isZero();
        assertThat(out.toString()).startsWith("{\"added\":0,\"known\":2,\"rejected\":1,\"files\":[{\"file\":\"" + file);
    }

    @Test
    void rejectedLinesAreKeptForTheOwnerAloneUntilTheFileIsGood() throws IOException {
        Path file = write("calls.csv", CALLS);
        run("ingest", "--source", "pbx 1", file.toString());
        Path side = folder.resolve("calls.csv.rejected");
        assertThat(Files.readAllLines(side))
                .containsExactly(
                        "line,field,got,want,raw",
                        "4,start_time,\"\"\"yesterday\"\"\",\"ISO 8601 with offset, such as 2026-11-23T09:30:00+08:00\","
                                + "\"b,yesterday,17012345678,13700137000,in,true,4200,61000,caller,16,\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(side)))
                .isEqualTo("rw-------");
        assertThat(platform.requests).containsExactly("POST /v1/calls?source=pbx+1");
        write("calls.csv", CALLS.replace("yesterday", "2026-11-22T10:00:00Z"));
        assertThat(run("ingest", file.toString())).isZero();
        assertThat(side).doesNotExist();
    }

    @Test
    void packedFilesOfASwitchAreToldAndTaken() throws IOException {
        String freeSwitch = "\"L\",\"17012345678\",\"13700137000\",\"in\",\"2026-11-22 10:00:00\",\"\","
                + "\"2026-11-22 10:01:05\",\"65\",\"0\",\"NO_ANSWER\",\"a5c9f6c0-e752-11e3-8bfb-65b6c3cdac7d\",\"\",\"a\"\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(freeSwitch.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("Master.csv.gz"), bytes.toByteArray());
        assertThat(run("ingest", file.toString())).isZero();
        assertThat(platform.calls)
                .containsExactly("POST /v1/calls?source=freeswitch a5c9f6c0-e752-11e3-8bfb-65b6c3cdac7d");
    }

    @Test
    void aLongFileIsSentInBatches() throws IOException {
        String header = CALLS.lines().findFirst().orElseThrow().replace(",transcript", "");
        String rows = IntStream.range(0, 25_000)
                .mapToObj(i -> i + ",2026-11-22T10:00:00Z,17012345678,13700137000,in,false,0,0,,")
                .collect(Collectors.joining("\n"));
        assertThat(run("ingest", write("calls.csv", header + "\n" + rows).toString()))
                .isZero();
        assertThat(platform.requests).hasSize(3);
        assertThat(platform.calls).hasSize(25_000);
    }

    @Test
    void whatOnlyThePlatformRejectsIsFoundAgainInTheFile() throws IOException {
        String rows = IntStream.range(0, 1_300)
                .mapToObj(i -> "13700137000,white:" + (13_800_000_000L + i) + ",pass,\"a\nb\"\n")
                .collect(Collectors.joining());
        Path file = write("wishes.csv", "number,category,action,note\nx,07,reject,\n" + rows);
        assertThat(run("wishes", "import", file.toString(), "--json")).isZero();
        assertThat(out.toString()).contains("\"accepted\":1000,\"rejected\":301,");
        assertThat(platform.requests).hasSize(1);
        List<String> rejected = Files.readAllLines(folder.resolve("wishes.csv.rejected"));
        assertThat(rejected.get(1)).startsWith("2,number,");
        // Each row has two lines: the 1,001st of them begins in line 2,003.
        assertThat(rejected.get(2))
                .startsWith("2003,white list,1001 entries,at most 1000,\"13700137000,white:13800001000,");
        assertThat(rejected.get(rejected.size() - 2)).startsWith("2601,white list,");
    }

    @Test
    void aFileThatHoldsSomethingElseIsNotReplacedByRejectedLines() throws IOException {
        Path file = write("calls.csv", CALLS);
        Path other = write("other.csv", "mine\n");
        assertThat(run("ingest", "--rejected", file.toString(), file.toString()))
                .isEqualTo(2);
        assertThat(run("ingest", "--rejected", other.toString(), file.toString()))
                .isEqualTo(2);
        assertThat(file).hasContent(CALLS);
        assertThat(other).hasContent("mine");
        assertThat(platform.requests).isEmpty();
    }

    @Test
    void standingsAreImportedFromCsvAndJson() throws IOException {
        Path csv = write("a.csv", "category,number,score,expires\n07,17012345678,83,2030-01-01T00:00:00+08:00\n");
        assertThat(run("standings", "import", csv.toString())).isZero();
        Path json = write(
                "b.json", "[{\"number\":\"17012345679\",\"category\":\"L1\",\"expires\":\"2030-01-01T00:00:00Z\"}]");
        assertThat(run("standings", "import", json.toString())).isZero();
        assertThat(platform.standings)
                .containsOnlyKeys(PhoneNumber.parse("17012345678"), PhoneNumber.parse("17012345679"));
        assertThat(out.toString()).contains("a.csv: 1 standings in force, none rejected, ");
    }

    @Test
    void wishesAreImported() throws IOException {
        assertThat(run(
                        "wishes",
                        "import",
                        write("w.csv", "number,category,action\n13700137000,07,reject\n")
                                .toString()))
                .isZero();
        assertThat(platform.wishes.get(PhoneNumber.parse("13700137000")).categories())
                .containsKey(Category.LOANS);
    }

    @Test
    void aFileOfAnotherKindIsBadInputAndNothingIsSent() throws IOException {
        Path file = write("a.csv", "some,other,file\n1,2,3\n");
        assertThat(run("standings", "import", file.toString())).isEqualTo(2);
        assertThat(run("wishes", "import", file.toString())).isEqualTo(2);
        assertThat(run("ingest", file.toString())).isEqualTo(2);
        assertThat(run("ingest", "--format", "generic", file.toString())).isEqualTo(2);
        assertThat(run("ingest", "--format", "asterisk", file.toString())).isEqualTo(2);
        assertThat(run("ingest", folder + "/none.csv")).isEqualTo(2);
        assertThat(run("ingest", folder.toString())).isEqualTo(2);
        assertThat(platform.requests).isEmpty();
        assertThat(err.toString().lines().toList())
                .containsExactly(
                        file + ": header: got \"some,other,file\", want number,category,score,expires "
                                + "(and, if wished, evidence,evidence_value)",
                        file + ": header: got \"some,other,file\", want number,category,action (and, if wished, note)",
                        "--format: got none, and " + file
                                + " does not tell, want one of generic, asterisk, freeswitch, kamailio",
                        file + ": header: got \"some,other,file\", want call_id,start_time,caller,callee,direction,"
                                + "answered,ring_ms,duration_ms,released_by,cause,trunk,tenant,user_agent,media_hash,"
                                + "transcript (the last five may be left out)",
                        "file: got none at " + folder + "/none.csv, want a file",
                        "file: got a folder at " + folder + ", want a file");
    }

    @Test
    void aKeyIsMadeListedAndRevoked() {
        assertThat(run("keys", "add", "--name", "SBC 3", "--role", "operator")).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("jl-secret");
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("Key 9f86 for SBC 3 (operator). Keep it: it is not shown again.");
        out.getBuffer().setLength(0);
        assertThat(run("keys", "list")).isZero();
        assertThat(out.toString().lines().toList())
                .containsExactly(
                        "ID    ROLE      CREATED               NAME", "9f86  operator  2026-11-23T00:00:00Z  SBC 3");
        assertThat(run("keys", "revoke", "9f86")).isZero();
        assertThat(run("keys", "add", "--name", "Li", "--role", "subscriber", "--subscriber", "13700137000"))
                .isZero();
        assertThat(platform.questions.getLast().path("subscriberId").asText()).isEqualTo("b7f2c1e0");
        assertThat(platform.requests)
                .containsExactly(
                        "POST /v1/keys",
                        "GET /v1/keys",
                        "DELETE /v1/keys/9f86",
                        "POST /v1/subscribers/lookup",
                        "POST /v1/keys");
    }

    @Test
    void aBarIsDrawnOnlyWhereSomebodyWatches() throws IOException {
        Path file = write("calls.csv", CALLS);
        run("ingest", file.toString());
        assertThat(err.toString()).isEmpty();
        assertThat(runWatched("ingest", file.toString())).isZero();
        assertThat(err.toString()).endsWith("\r\u001b[K");
    }

    @Test
    void coloursAreForPeopleOnly() {
        platform.decision = REJECTED;
        assertThat(runWatched("screen", "--caller", "1", "--callee", "2")).isEqualTo(1);
        assertThat(out.toString()).contains("\u001b[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "screen",
                "standings",
                "standings import",
                "wishes",
                "wishes import",
                "ingest",
                "keys",
                "keys add",
                "keys list",
                "keys revoke"
            })
    void everyCommandHasHelp(String command) {
        String[] arguments = (command + " --help").strip().split(" ");
        assertThat(run(arguments)).isZero();
        assertThat(out.toString()).contains("Usage: jingling");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "screen",
                "screen --caller 1",
                "ingest",
                "ingest --format csv x",
                "ingest --zone Mars x",
                "keys add",
                "serve"
            })
    void badArgumentsEndWithTwoAndAHint(String command) {
        assertThat(run(command.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isNotEmpty().doesNotContain("Exception");
    }

    @Test
    void theServerAndTheKeyComeFromTheEnvironmentToo() {
        platform.decision = REJECTED;
        Map<String, String> environment =
                Map.of("JINGLING_SERVER", platform.url() + "/", "JINGLING_DATA", folder.toString());
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
        assertThat(Main.run(terminal, environment, "screen", "--caller", "1", "--callee", "2"))
                .isEqualTo(1);
    }

    private int run(String... arguments) {
        return run(false, arguments);
    }

    private int runWatched(String... arguments) {
        return run(true, arguments);
    }

    private int run(boolean watched, String... arguments) {
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), watched, watched);
        Map<String, String> environment = Map.of("JINGLING_SERVER", platform.url(), "JINGLING_DATA", folder.toString());
        int exit = Main.run(terminal, environment, arguments);
        terminal.flush();
        return exit;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}

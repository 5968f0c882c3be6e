package io.jingling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jingling.evidence.Ed25519;
import io.jingling.evidence.Entry;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.LogPolicy;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.NoteVerifier;
import io.jingling.evidence.Opening;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Witness;
import io.jingling.storage.EvidenceFolder;
import io.jingling.storage.WitnessFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator forks the log: the witness refuses, and the monitor reports it at its next look. Over real sockets and files. */
class EvidenceWatchTest {
    private static final NoteKey PETER =
            NoteKey.of("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final NoteSigner SIGNER = Ed25519.signer(
            PETER, PETER.seedOf("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"));
    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path shown;
    private HttpServer operator;
    private WitnessFolder remembered;
    private WitnessServer witness;

    @BeforeEach
    void anOperatorAndAWitness() throws IOException {
        Files.writeString(folder.resolve("evidence.pub"), PETER.text() + "\n");
        shown = folder.resolve("honest");
        operator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        operator.createContext("/", this::serve);
        operator.start();
        startWitness();
    }

    private void startWitness() throws IOException {
        remembered = WitnessFolder.open(folder.resolve("witness"), "witness.example");
        witness = WitnessServer.start(
                remembered,
                new Witness(List.of(SIGNER.verifier())),
                InstantSource.fixed(NOW),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() {
        witness.close();
        remembered.close();
        operator.stop(0);
    }

    /** The log's folder as any web server would serve it. */
    private void serve(HttpExchange exchange) throws IOException {
        Path file = shown.resolve(exchange.getRequestURI().getPath().substring(1));
        boolean isThere = Files.isRegularFile(file);
        exchange.sendResponseHeaders(isThere ? 200 : 404, isThere ? Files.size(file) : -1);
        if (isThere) {
            exchange.getResponseBody().write(Files.readAllBytes(file));
        }
        exchange.close();
    }

    @Test
    void whileTheLogOnlyGrowsItIsCosignedAndTheMonitorIsContent() throws IOException {
        Path cosigned = folder.resolve("cosigned");
        NoteVerifier key = Ed25519.verifier(remembered.key());
        LogPolicy policy = new LogPolicy("PeterNeumann", List.of(SIGNER.verifier()), List.of(key), 1);
        for (int day = 1; day <= 3; day++) {
            append("honest", "honest", 300);
            assertThat(cosign("--out", cosigned.toString())).isZero();
            SignedCheckpoint checkpoint = SignedCheckpoint.read(Files.readAllBytes(cosigned));
            assertThat(checkpoint.head().size()).isEqualTo(300L * day);
            assertThat(policy.check(checkpoint).holds()).isTrue();
            assertThat(monitor()).isZero();
            assertThat(out.toString()).contains("size " + 300 * day + ", continues what was seen");
        }
        assertThat(cosign()).as("the same again").isZero();
    }

    @Test
    void aForkIsCosignedByNobodyAndReportedAtTheNextLook() throws IOException {
        append("honest", "common", 100);
        copy("honest", "forked");
        append("honest", "honest", 200);
        assertThat(cosign()).isZero();
        assertThat(monitor()).isZero();
        append("forked", "forked", 500);
        shown = folder.resolve("forked");
        assertThat(cosign()).isEqualTo(1);
        assertThat(err.toString()).contains("witness: got status 422", "consistency proof: got earlier root");
        assertThat(monitor()).isEqualTo(1);
        assertThat(err.toString())
                .contains("log PeterNeumann: got tree size 600 that does not continue size 300")
                .contains("both checkpoints are in ");
        assertThat(sizeIn("fork-seen.checkpoint")).isEqualTo(300);
        assertThat(sizeIn("fork-now.checkpoint")).isEqualTo(600);
    }

    @Test
    void aForkOfTheSameSizeAndOneThatIsShorterAreRefusedToo() throws IOException {
        append("honest", "common", 100);
        copy("honest", "forked");
        append("honest", "honest", 200);
        assertThat(cosign()).isZero();
        assertThat(monitor()).isZero();
        append("forked", "forked", 100);
        shown = folder.resolve("forked");
        assertThat(cosign()).isEqualTo(1);
        assertThat(monitor()).as("shorter").isNotZero();
        append("forked", "forked", 100);
        assertThat(cosign()).isEqualTo(1);
        assertThat(err.toString()).contains("witness: got status 409 (\"300\")");
        assertThat(monitor()).isEqualTo(1);
        assertThat(err.toString()).contains("two roots of tree size 300");
    }

    @Test
    void aMonitorThatSawTheForkOnlyLearnsOfItByTheWitness() throws IOException {
        append("honest", "common", 100);
        copy("honest", "forked");
        append("honest", "honest", 200);
        assertThat(cosign()).isZero();
        append("forked", "forked", 400);
        shown = folder.resolve("forked");
        assertThat(monitor()).as("never saw another").isZero();
        String url = "http://127.0.0.1:" + witness.port();
        assertThat(monitor("--witness", url)).isEqualTo(1);
        assertThat(sizeIn("fork-seen.checkpoint")).isEqualTo(300);
    }

    @Test
    void aWitnessRemembersOverARestart() throws IOException {
        append("honest", "common", 100);
        copy("honest", "forked");
        append("honest", "honest", 200);
        assertThat(cosign()).isZero();
        NoteKey before = remembered.key();
        witness.close();
        remembered.close();
        startWitness();
        assertThat(remembered.key()).isEqualTo(before);
        append("forked", "forked", 500);
        shown = folder.resolve("forked");
        assertThat(cosign()).isEqualTo(1);
        assertThat(remembered.seen("PeterNeumann").orElseThrow().head().size()).isEqualTo(300);
    }

    private int cosign(String... more) {
        List<String> words = new ArrayList<>(List.of("cosign", "--log", operatorUrl(), "--witness"));
        words.add("http://127.0.0.1:" + witness.port());
        words.addAll(Arrays.asList(more));
        return run(words);
    }

    private int monitor(String... more) {
        List<String> words =
                new ArrayList<>(List.of("monitor", folder.resolve("monitor").toString(), "--rounds", "1"));
        words.addAll(List.of(
                "--log", operatorUrl(), "--vkey", folder.resolve("evidence.pub").toString()));
        words.addAll(Arrays.asList(more));
        return run(words);
    }

    private String operatorUrl() {
        return "http://127.0.0.1:" + operator.getAddress().getPort();
    }

    private int run(List<String> words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("evidence"));
        all.addAll(words);
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        return Main.run(terminal, Map.of(), all.toArray(String[]::new));
    }

    private long sizeIn(String file) throws IOException {
        return SignedCheckpoint.read(
                        Files.readAllBytes(folder.resolve("monitor").resolve(file)))
                .head()
                .size();
    }

    private void append(String log, String about, int count) {
        try (EvidenceFolder opened = EvidenceFolder.open(folder.resolve(log), SIGNER, List.of())) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] content = (about + i).getBytes(StandardCharsets.UTF_8);
                entries.add(new Opening(EntryKind.FILE, new byte[32], content).entry());
            }
            opened.append(entries);
        }
    }

    private void copy(String from, String to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve(from))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = folder.resolve(to).resolve(folder.resolve(from).relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}

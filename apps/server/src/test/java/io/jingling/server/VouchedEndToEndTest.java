package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.jingling.evidence.Authority;
import io.jingling.evidence.Check;
import io.jingling.evidence.Ed25519;
import io.jingling.evidence.Hash;
import io.jingling.evidence.LogPolicy;
import io.jingling.evidence.LogProof;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteVerifier;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Timestamp;
import io.jingling.seals.BouncySeals;
import io.jingling.seals.LocalAuthority;
import io.jingling.storage.EvidenceKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running platform has its evidence vouched for by a witness and a time stamping authority, each a server of its own. */
class VouchedEndToEndTest {
    private static final String ENTRY = "{\"kind\":\"finding\",\"content\":\"ZXhhbXBsZQ==\"}";
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path data;
    private HttpServer authority;
    private LocalAuthority stamper;
    private Process witness;
    private String witnessKey;
    private String witnessUrl;

    @BeforeEach
    void aWitnessAndAnAuthority() throws IOException {
        data = folder.resolve("data");
        EvidenceKey.readOrMake(data.resolve("keys"), data.resolve("evidence"), "log.example");
        startWitness("0");
        stamper = LocalAuthority.readOrMake(folder.resolve("authority"), InstantSource.system());
        authority = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        authority.createContext("/tsa", exchange -> {
            byte[] reply = stamper.answer(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        authority.start();
    }

    /** {@code ./jingling evidence witness}, in a process of its own. */
    private void startWitness(String port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.jingling.cli.Main"));
        command.addAll(List.of("evidence", "witness", folder.resolve("witness").toString()));
        command.addAll(List.of("--name", "witness.example", "--port", port));
        command.addAll(List.of("--log", data.resolve("keys/evidence.pub").toString()));
        witness = new ProcessBuilder(command)
                .redirectError(folder.resolve("witness.err").toFile())
                .start();
        BufferedReader said = witness.inputReader(StandardCharsets.UTF_8);
        witnessKey = wordAfter("key ", said.readLine());
        witnessUrl = wordAfter("ready ", said.readLine());
    }

    private static String wordAfter(String start, String line) {
        assertThat(line).startsWith(start);
        return line.substring(start.length());
    }

    @AfterEach
    void stop() {
        witness.destroyForcibly();
        authority.stop(0);
    }

    @Test
    void checkpointsAreSignedCosignedAndStampedAndNothingWaitsForWhoIsAway() throws IOException {
        Path config = folder.resolve("config");
        Files.writeString(
                config,
                String.join(
                        "\n",
                        "evidence.origin=log.example",
                        "evidence.witnesses=" + witnessUrl + " " + witnessKey,
                        "evidence.witness-seconds=1",
                        "evidence.tsa=http://127.0.0.1:"
                                + authority.getAddress().getPort() + "/tsa",
                        "evidence.stamp-minutes=1"));
        try (ServerProcess server = ServerProcess.start(data, "--config", config.toString())) {
            JsonNode receipt = file(server);
            long index = receipt.path("index").asLong();
            await().atMost(SOON).until(() -> cosigned(server) > index);
            LogProof proof = LogProof.read(bytes(server, "/v1/evidence/" + index + "/proof"));
            assertThat(proof.check(Hash.ofBase64(receipt.path("leaf").asText()), policy()))
                    .isEqualTo(Check.HOLDS);
            await().atMost(SOON)
                    .until(() -> server.get("/evidence/stamps").text().contains(".127-0-0-1.tsr"));
            assertStamped();
            witness.destroyForcibly();
            long later = file(server).path("index").asLong();
            assertThat(later).as("appends do not wait for it").isGreaterThan(index);
            await().atMost(SOON).until(() -> measure(server, "cosign_failures_total") > 0);
            assertThat(measure(server, "uncosigned")).isPositive();
            assertThat(measure(server, "stamps_total")).isPositive();
            assertThat(server.lines())
                    .anyMatch(line ->
                            line.contains("evidence: witness witness.example: ") && line.contains("got no answer"));
            startWitness(witnessUrl.substring(witnessUrl.lastIndexOf(':') + 1));
            await().atMost(SOON).until(() -> cosigned(server) > later);
            server.terminate();
            server.ended();
        }
    }

    private static JsonNode file(ServerProcess server) {
        return server.post("/v1/evidence", "application/json", ENTRY).json();
    }

    private void assertStamped() throws IOException {
        Path stamps = data.resolve("vouched/stamps");
        List<Path> replies;
        try (Stream<Path> all = Files.list(stamps)) {
            replies = all.filter(file -> file.toString().endsWith(".tsr")).toList();
        }
        Path checkpoint =
                stamps.resolve(replies.getFirst().getFileName().toString().split("\\.")[0] + ".checkpoint");
        Authority trusted = new Authority("test", Base64.getDecoder().decode(stamper.certificateBase64()), true);
        assertThat(new BouncySeals()
                        .timestamp(
                                Files.readAllBytes(replies.getFirst()),
                                Hash.sha256(Files.readAllBytes(checkpoint)),
                                List.of(trusted)))
                .isInstanceOf(Timestamp.Believed.class);
    }

    /** Of the log's two keys, and its witness. */
    private LogPolicy policy() throws IOException {
        NoteVerifier ed25519 = Ed25519.verifier(key("keys/evidence.pub"));
        NoteVerifier sm2 = new BouncySeals().verifier(key("keys/evidence-sm2.pub"));
        NoteVerifier cosigner = Ed25519.verifier(NoteKey.of(witnessKey));
        return new LogPolicy("log.example", List.of(ed25519, sm2), List.of(cosigner), 1);
    }

    private NoteKey key(String file) throws IOException {
        return NoteKey.of(Files.readString(data.resolve(file)).strip());
    }

    private static long cosigned(ServerProcess server) {
        ServerProcess.Answer answer = server.get("/evidence/cosigned");
        return answer.status() == 404
                ? 0
                : SignedCheckpoint.read(answer.text().getBytes(StandardCharsets.UTF_8))
                        .head()
                        .size();
    }

    private static byte[] bytes(ServerProcess server, String path) {
        return server.get(path).text().getBytes(StandardCharsets.UTF_8);
    }

    private static double measure(ServerProcess server, String name) {
        return server.get("/q/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("jingling_evidence_" + name + " ")
                        || line.startsWith("jingling_evidence_" + name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}

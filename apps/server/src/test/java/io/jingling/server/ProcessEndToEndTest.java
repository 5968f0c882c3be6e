package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beginnings and ends of the process, also violent ones. */
class ProcessEndToEndTest {
    private static final String JSON = "application/json";
    private static final int SUBSCRIBERS = 8;
    private static final int CHANGES_BEFORE_THE_END = 400;

    @TempDir
    Path data;

    @Test
    void killedAmongChangesItKnowsEveryAcknowledgedOneAfterwards() {
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        ServerProcess server = ServerProcess.start(data);
        try (ExecutorService people = Executors.newFixedThreadPool(SUBSCRIBERS)) {
            for (int i = 0; i < SUBSCRIBERS; i++) {
                String id = idOf(server, "1370013700" + i);
                people.execute(() -> changeUntilItEnds(server, id, acknowledged));
            }
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> acknowledged.values().stream().mapToInt(n -> n).sum() > CHANGES_BEFORE_THE_END);
            server.kill();
        }
        try (ServerProcess restarted = ServerProcess.start(data)) {
            assertThat(acknowledged).hasSize(SUBSCRIBERS);
            acknowledged.forEach((id, change) -> assertThat(lastChange(restarted, id))
                    .as("the last acknowledged change, or the one that was on its way")
                    .isBetween(change, change + 1));
        }
    }

    @Test
    void toldToStopItStopsItsDatabaseTooAndComesBackWithTheSameKey() {
        ServerProcess server = ServerProcess.start(data);
        String key = server.key();
        List<ProcessHandle> children = server.children().toList();
        server.terminate();
        assertThat(server.ended()).as("128 + SIGTERM").isEqualTo(143);
        assertThat(children).allMatch(child -> !child.isAlive());
        try (ServerProcess again = ServerProcess.start(data)) {
            assertThat(again.key()).isEqualTo(key);
            assertThat(again.get("/v1/keys").json().get("keys")).hasSize(1);
        }
    }

    @Test
    void aMovedOperatorKeyIsNotWrittenAgain() throws IOException {
        ServerProcess.start(data).close();
        Files.delete(data.resolve("operator.key"));
        ServerProcess.start(data).close();
        assertThat(data.resolve("operator.key")).doesNotExist();
    }

    @Test
    void theDemoShowsManyRulesWithinItsFirstCalls() {
        try (ServerProcess server = ServerProcess.start(data, "--demo")) {
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                JsonNode seen = server.get("/v1/stats").json();
                assertThat(seen.get("byRule").fieldNames())
                        .toIterable()
                        .contains("default-pass", "own-white-list", "preset", "system-black-list");
                assertThat(seen.get("byAction").fieldNames()).toIterable().contains("pass", "silent", "reject");
            });
            assertThat(server.get("/v1/stats").json().get("subscribers").asInt())
                    .isEqualTo(200);
        }
    }

    @Test
    void aPortThatIsTakenIsToldInOneLine() throws IOException {
        try (ServerSocket http = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DatagramSocket sip = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            String httpPort = Integer.toString(http.getLocalPort());
            ends(
                    3,
                    "jingling: http.port: got " + httpPort + " at 127.0.0.1 (",
                    "--http-port",
                    httpPort,
                    "--sip-port",
                    "0");
            String sipPort = Integer.toString(sip.getLocalPort());
            ends(3, "jingling: sip.port: got ", "--http-port", "0", "--sip-port", sipPort);
        }
    }

    @Test
    void badInputIsToldInOneLine() throws IOException {
        Path config = Files.writeString(data.resolve("bad.properties"), "sip.prot=5060\n");
        ends(
                2,
                "jingling: configuration: got unknown key \"sip.prot\", want a known one; the nearest is sip.port",
                "--config",
                config.toString());
        ends(2, "jingling: http.port: got \"x\", want 0 to 65535", "--http-port", "x");
        ends(2, "jingling: Unknown option: '--deamon'", "--deamon");
        Files.writeString(config, "sip.reject-answer=608\n");
        ends(2, "jingling: sip: reject answer: got 608 without a signed card", "--config", config.toString());
    }

    @Test
    void dataThatCannotBeUsedIsToldInOneLine() throws IOException {
        Path file = Files.writeString(data.resolve("a-file"), "no folder");
        ServerProcess server = ServerProcess.launch(file, "--http-port", "0", "--sip-port", "0");
        assertThat(server.ended()).isEqualTo(3);
        assertThat(server.lines()).last().asString().startsWith("jingling: data directory ");
    }

    private void ends(int code, String line, String... options) {
        ServerProcess server = ServerProcess.launch(data, options);
        assertThat(server.ended()).isEqualTo(code);
        assertThat(server.lines()).last().asString().startsWith(line);
    }

    private static String idOf(ServerProcess server, String number) {
        return server.post("/v1/subscribers/lookup", JSON, "{\"number\":\"" + number + "\"}")
                .json()
                .get("id")
                .asText();
    }

    /** The n-th change puts the n-th number on the white list, in place of the one before. */
    private static void changeUntilItEnds(ServerProcess server, String id, Map<String, Integer> acknowledged) {
        try {
            for (int change = 1; change < 10_000; change++) {
                String document = "{\"white\":[{\"number\":\"" + (13_900_000_000L + change) + "\"}]}";
                int status = server.sendOrFail(
                                "PUT", "/v1/subscribers/" + id + "/wishes", JSON, BodyPublishers.ofString(document))
                        .status();
                if (status == 200) {
                    acknowledged.put(id, change);
                }
            }
        } catch (IOException killed) {
            // As it should be: the server is gone.
            return;
        }
    }

    private static int lastChange(ServerProcess server, String id) {
        String number = server.get("/v1/subscribers/" + id + "/wishes")
                .json()
                .get("white")
                .get(0)
                .get("number")
                .asText();
        return (int) (Long.parseLong(number) - 13_900_000_000L);
    }
}

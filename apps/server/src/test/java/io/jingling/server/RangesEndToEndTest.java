package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A block's calls come in, a rule on it is looked at and put in force, and a killed server knows it again. */
class RangesEndToEndTest {
    private static final String HEADER =
            "call_id,start_time,caller,callee,direction,answered,ring_ms,duration_ms,released_by,cause\n";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final String JSON = "application/json";
    private static final String RULE = "{\"range\":\"166111122**\",\"category\":\"07\",\"score\":100,\"expires\":\""
            + NOW.plus(Duration.ofDays(7)) + "\"}";

    @TempDir
    Path folder;

    @Test
    void aRuleIsLookedAtPutInForceAndInForceAfterACrash() throws IOException {
        Path data = folder.resolve("data");
        // The model that comes with the version would label these calls by itself.
        String config = Files.writeString(folder.resolve("jingling.properties"), "detection.enabled=false\n")
                .toString();
        try (ServerProcess server = ServerProcess.start(data, "--config", config)) {
            String calls = HEADER + call("a", 1, 0) + call("b", 2, 90_000) + call("c", 2, 1_000);
            server.post("/v1/calls?source=switch", "text/csv", calls);
            assertThat(put(server).status()).isEqualTo(409);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(preview(server).path("state").asText()).isEqualTo("done"));
            JsonNode blocked = preview(server).path("newlyBlocked");
            assertThat(blocked.path("calls").asInt()).isEqualTo(3);
            assertThat(blocked.path("talks").asInt()).isEqualTo(1);
            assertThat(blocked.path("numbers").asInt()).isEqualTo(2);
            assertThat(action(server)).isEqualTo("pass");
            assertThat(put(server).status()).isEqualTo(200);
            assertThat(action(server)).isEqualTo("reject");
            server.kill();
        }
        try (ServerProcess restarted = ServerProcess.start(data, "--config", config)) {
            assertThat(action(restarted)).isEqualTo("reject");
            assertThat(restarted
                            .send("DELETE", "/v1/ranges/166111122**", "", BodyPublishers.noBody())
                            .status())
                    .isEqualTo(204);
            assertThat(action(restarted)).isEqualTo("pass");
        }
    }

    private static String call(String id, int last, int millis) {
        return id + "," + NOW.minusSeconds(7_200) + ",1661111220" + last + ",13700137000,out," + (millis > 0) + ",5000,"
                + millis + ",callee,16\n";
    }

    private static JsonNode preview(ServerProcess server) {
        return server.post("/v1/ranges/preview", JSON, RULE).json();
    }

    private static ServerProcess.Answer put(ServerProcess server) {
        return server.send("PUT", "/v1/ranges", JSON, BodyPublishers.ofString(RULE));
    }

    private static String action(ServerProcess server) {
        String call = "{\"caller\":\"16611112299\",\"callee\":\"13700137000\",\"rehearse\":true}";
        return server.post("/v1/screen", JSON, call).json().path("action").asText();
    }
}

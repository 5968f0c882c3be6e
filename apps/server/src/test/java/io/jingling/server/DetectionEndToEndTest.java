package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.detection.Calibration;
import io.jingling.detection.Clue;
import io.jingling.detection.Feature;
import io.jingling.detection.Linking;
import io.jingling.detection.Model;
import io.jingling.detection.Segment;
import io.jingling.detection.Signal;
import io.jingling.detection.Thresholds;
import io.jingling.detection.Trees;
import io.jingling.records.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A robot's records come in, its next number is refused, and a killed server knows both again. */
class DetectionEndToEndTest {
    private static final String HEADER =
            "call_id,start_time,caller,callee,direction,answered,ring_ms,duration_ms,released_by,cause,trunk\n";
    private static final Instant START =
            Instant.now().minus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.SECONDS);
    private static final Duration RINGING = Duration.ofSeconds(20);
    /** A second, and the time that a busy machine takes for some requests. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private static final String ROBOT = "17012340001";
    private static final String NEXT = "17012340002";

    @TempDir
    Path folder;

    @BeforeEach
    void aModelThatRejectsWhoCallsOftenAndWhoCallsOverTheLineOfSuch() throws IOException {
        ModelFile.write(folder.resolve("line.model"), model());
        Files.writeString(
                folder.resolve("jingling.properties"), "detection.model=" + folder.resolve("line.model") + "\n");
    }

    @Test
    void aRobotIsFoundAndFoundAgainBehindItsNextNumberAlsoAfterACrash() {
        Path data = folder.resolve("data");
        String config = folder.resolve("jingling.properties").toString();
        try (ServerProcess server = ServerProcess.start(data, "--config", config)) {
            assertThat(screen(server, NEXT, "robots").get("action").asText()).isEqualTo("pass");
            assertThat(server.post("/v1/calls?source=switch", "text/csv", robotCalls())
                            .json()
                            .get("added")
                            .asInt())
                    .isEqualTo(6);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> isFound(server));
            assertThat(screen(server, "13911112222", "mobile").get("action").asText())
                    .isEqualTo("pass");
            server.kill();
        }
        try (ServerProcess restarted = ServerProcess.start(data, "--config", config)) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> isFound(restarted));
            assertThat(restarted.get("/q/health/ready").text()).contains("judges by rate and line");
        }
    }

    @Test
    void aCallThatEndsNowCountsForTheNextSecondsCalls() {
        String config = folder.resolve("jingling.properties").toString();
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"), "--config", config)) {
            Instant endsNow = Instant.now().minus(RINGING);
            server.post("/v1/calls?source=switch", "text/csv", robotCalls(endsNow, Duration.ofMillis(1)));
            await().atMost(AT_ONCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> assertThat(
                            screen(server, NEXT, "robots").get("action").asText())
                    .isEqualTo("reject"));
        }
    }

    private static void isFound(ServerProcess server) {
        JsonNode decision = screen(server, NEXT, "robots");
        assertThat(decision.get("action").asText()).isEqualTo("reject");
        assertThat(decision.toString()).contains("EVIDENCE_CAMPAIGN");
        JsonNode campaigns = server.get("/v1/campaigns").json().get("campaigns");
        assertThat(campaigns).hasSize(1);
        assertThat(campaigns.get(0).get("numbers").asInt()).isEqualTo(2);
        assertThat(server.get("/v1/campaigns/" + campaigns.get(0).get("id").asText())
                        .json()
                        .get("members"))
                .hasSize(2);
    }

    /** The first number four times, another one twice. */
    private static String robotCalls() {
        return robotCalls(START, Duration.ofMinutes(1));
    }

    private static String robotCalls(Instant first, Duration apart) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 6; i++) {
            file.append("c").append(i).append(',').append(first.plus(apart.multipliedBy(i)));
            file.append(',')
                    .append(i < 4 ? ROBOT : "17012340009")
                    .append(",1370013700")
                    .append(i);
            file.append(",out,false," + RINGING.toMillis() + ",0,caller,16,robots\n");
        }
        return file.toString();
    }

    private static JsonNode screen(ServerProcess server, String caller, String trunk) {
        return server.post(
                        "/v1/screen",
                        "application/json",
                        "{\"caller\":\"" + caller + "\",\"callee\":\"13700137009\",\"trunk\":\"" + trunk
                                + "\",\"rehearse\":true}")
                .json();
    }

    private static Model model() {
        float[] slopes = new float[Segment.COUNT];
        Arrays.fill(slopes, 1);
        Calibration neutral = new Calibration(slopes, new float[Segment.COUNT]);
        Thresholds thresholds = Thresholds.same(3, 2, 1);
        Linking linking = new Linking(
                question(Signal.COUNT, Signal.LINE.ordinal(), 0.1f, 2),
                new Linking.Limits(0, 1, 3, 0.1f),
                question(Clue.COUNT, Clue.LINK.ordinal(), 1, 4),
                neutral,
                thresholds);
        Trees rate = question(Feature.COUNT, Feature.CALLS_IN_HOUR.ordinal(), 1.9f, 4);
        return new Model("rate and line", rate, Optional.empty(), neutral, thresholds, Optional.of(linking));
    }

    private static Trees question(int width, int feature, float value, float from) {
        return new Trees(
                width,
                new int[] {0},
                new int[] {feature, -1, -1},
                new float[] {value, 0, 0},
                new int[] {1, 0, 0},
                new float[] {0, -4, from});
    }
}

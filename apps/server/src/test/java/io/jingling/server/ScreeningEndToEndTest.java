package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it: HTTP, SIP and PostgreSQL in one process, as a user starts it. */
class ScreeningEndToEndTest {
    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    private static final String EXPIRES =
            Instant.now().plus(Duration.ofDays(30)).toString();
    private static final String ROBOT = "17012345678";

    @TempDir
    static Path data;

    private static ServerProcess server;
    private static Phone phone;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data);
        phone = new Phone(server.sipPort());
        standings(ROBOT + ",07,83," + EXPIRES + "\n" + "16711112222,F1,96," + EXPIRES + "\n");
    }

    @AfterAll
    static void stop() {
        phone.close();
        server.close();
    }

    @Test
    void itSaysWhereItIsAndWhatItWasToldOnce() throws Exception {
        assertThat(server.lines())
                .filteredOn(line -> line.startsWith("ready"))
                .singleElement()
                .asString()
                .matches("ready http://127\\.0\\.0\\.1:\\d+");
        assertThat(server.lines())
                .containsOnlyOnce("http.host=127.0.0.1")
                .containsOnlyOnce("screening.call-back-hours=6");
        Path key = data.resolve("operator.key");
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(String.join("\n", server.lines())).doesNotContain(server.key());
    }

    @Test
    void aListedFraudsterIsRefusedWithAReason() {
        String answer = phone.call("16711112222", "13700137001");
        assertThat(answer).startsWith("SIP/2.0 603 ").containsPattern("(?m)^Reason: ");
    }

    @Test
    void anUnlistedCallerIsSentOnToTheNextHop() {
        String answer = phone.call("13911112222", "13700137001");
        assertThat(answer).startsWith("SIP/2.0 302 ").contains("127.0.0.1:5080");
    }

    @Test
    void theFirstCallOfAnybodyPassesAtAnyHourWhereNothingIsKnownOfIt() {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        assertThat(IntStream.range(0, 24).mapToObj(hour -> yesterday.plus(Duration.ofHours(hour))))
                .allSatisfy(at -> assertThat(server.post("/v1/screen", JSON, firstCall(at))
                                .json()
                                .get("action")
                                .asText())
                        .as(at.toString())
                        .isEqualTo("pass"));
    }

    private static String firstCall(Instant at) {
        return "{\"caller\":\"13922223333\",\"callee\":\"13700137001\",\"rehearse\":true,\"at\":\"" + at + "\"}";
    }

    @Test
    void aWishIsInForceWithTheNextCall() {
        String callee = "13700137002";
        assertThat(phone.call(ROBOT, callee)).as("labelled by default").startsWith("SIP/2.0 302 ");
        wishes(callee, "{\"categories\":{\"07\":\"reject\"}}");
        assertThat(phone.call(ROBOT, callee)).startsWith("SIP/2.0 603 ");
        wishes(
                callee,
                "{\"categories\":{\"07\":\"reject\"},\"white\":[{\"number\":\"" + ROBOT + "\",\"note\":\"经理\"}]}");
        assertThat(phone.call(ROBOT, callee)).as("white-listed").startsWith("SIP/2.0 302 ");
    }

    @Test
    void aHiddenCallerIsTreatedAsWished() {
        String callee = "13700137003";
        assertThat(phone.callHidden(callee)).startsWith("SIP/2.0 302 ");
        wishes(callee, "{\"presets\":{\"hidden\":\"reject\"}}");
        assertThat(phone.callHidden(callee)).startsWith("SIP/2.0 603 ");
    }

    @Test
    void whyACallWasRefusedIsToldSoonAfter() {
        String callee = "13700137004";
        phone.call("16711112222", callee);
        JsonNode told = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> server.post("/v1/decisions/why", JSON, "{\"number\":\"" + callee + "\"}")
                                .json()
                                .get("decisions"),
                        decisions -> !decisions.isEmpty());
        assertThat(told.get(0).get("action").asText()).isEqualTo("reject");
        assertThat(told.get(0).get("rule").asText()).isEqualTo("system-black-list");
        assertThat(told.get(0).get("caller").asText()).isEqualTo("167****2222");
    }

    @Test
    void aFileOfTwoHundredThousandIsInForceAroundItsBadLines() {
        int rows = 200_000;
        ServerProcess.Answer imported =
                answer(server.send("POST", "/v1/standings", CSV, BodyPublishers.ofInputStream(() -> {
                    List<InputStream> lines = IntStream.rangeClosed(0, rows)
                            .mapToObj(i -> i == 0
                                    ? "number,category,score,expires\n"
                                    : i == 77_777
                                            ? "16600077777,07,8"
                                            : (16_600_000_000L + i) + ",07,95," + EXPIRES + "\n")
                            .map(line -> (InputStream) new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))
                            .toList();
                    return new SequenceInputStream(Collections.enumeration(lines));
                })));
        assertThat(imported.json().get("rejected").asLong()).isEqualTo(1);
        assertThat(imported.json().get("rejects").get(0).get("line").asLong()).isEqualTo(77_778);
        assertThat(imported.json().get("accepted").asLong()).isEqualTo(rows - 2);
        assertThat(phone.call("16600199999", "13700137005")).startsWith("SIP/2.0 603 ");
        assertThat(phone.call("16600077777", "13700137005")).startsWith("SIP/2.0 302 ");
    }

    @Test
    void wishesAndRecordsComeByFileToo() {
        ServerProcess.Answer wishes = answer(server.post("/v1/wishes", CSV, """
                number,category,action
                13700137006,07,reject
                13700137006,preset:hidden,reject
                13700137006,prefix:0,reject
                """));
        assertThat(wishes.json().get("accepted").asLong()).isEqualTo(2);
        assertThat(wishes.json().get("rejects").get(0).get("line").asLong()).isEqualTo(4);
        assertThat(phone.call(ROBOT, "13700137006")).startsWith("SIP/2.0 603 ");
        String records = """
                call_id,start_time,caller,callee,direction,answered,ring_ms,duration_ms,released_by,cause
                a-1,2026-11-01T09:30:00+08:00,17012345678,13700137006,in,true,4200,31000,callee,16
                a-2,2026-11-01T09:30:00,17012345678,13700137006,in,true,4200,31000,callee,16
                """;
        ServerProcess.Answer calls = answer(server.post("/v1/calls?source=test", CSV, records));
        assertThat(calls.json().get("added").asLong()).isEqualTo(1);
        assertThat(calls.json().get("rejects").get(0).get("field").asText()).isEqualTo("start_time");
        assertThat(answer(server.post("/v1/calls?source=test", CSV, records))
                        .json()
                        .get("known")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void whatIsCountedIsThereForPrometheus() {
        phone.call("13911112222", "13700137007");
        String metrics = server.get("/q/metrics").text();
        assertThat(metrics)
                .containsPattern("jingling_decisions_total\\{action=\"pass\",rule=\"default-pass\"\\} [1-9]")
                .containsPattern("jingling_sip_requests_total\\{method=\"INVITE\"\\} [1-9]")
                .contains("jingling_store_up 1.0")
                .containsPattern("jingling_standings [1-9]")
                .doesNotContain("13911112222", "13700137007");
    }

    private static void standings(String rows) {
        answer(server.post("/v1/standings", CSV, "number,category,score,expires\n" + rows));
    }

    private static void wishes(String number, String document) {
        String id = answer(server.post("/v1/subscribers/lookup", JSON, "{\"number\":\"" + number + "\"}"))
                .json()
                .get("id")
                .asText();
        answer(server.send("PUT", "/v1/subscribers/" + id + "/wishes", JSON, BodyPublishers.ofString(document)));
    }

    private static ServerProcess.Answer answer(ServerProcess.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }
}

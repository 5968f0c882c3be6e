package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import io.jingling.http.memory.Memory;
import io.jingling.platform.ApiKey;
import io.jingling.platform.Platform;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportTest {
    private static final String EXPIRES = "2090-01-01T00:00:00Z";

    @Inject
    Api api;

    @Inject
    Platform platform;

    @Inject
    Memory memory;

    @AfterEach
    void storeIsBack() {
        memory.away(false);
    }

    @Test
    void twoHundredThousandRowsAreTakenAroundTheBadOnes() {
        long first = 17_000_000_000L;
        int before = platform.sizes().standings();
        JsonNode answer = post(
                "/v1/standings",
                "number,category,score,expires\n",
                200_000,
                i -> i == 100_000 || i == 150_001 ? "half a line\n" : (first + i) + ",07,83," + EXPIRES + "\n");
        assertThat(answer.get("accepted").asLong()).isEqualTo(199_998);
        assertThat(answer.get("rejected").asLong()).isEqualTo(2);
        assertThat(answer.get("rejects")).hasSize(2);
        assertThat(answer.get("rejects").get(0).get("line").asLong()).isEqualTo(100_002);
        assertThat(answer.get("rejects").get(1).get("line").asLong()).isEqualTo(150_003);
        assertThat(answer.get("rejects").get(0).fieldNames())
                .toIterable()
                .containsExactly("line", "field", "got", "want");
        assertThat(platform.sizes().standings() - before).isEqualTo(199_998);
        assertThat(platform.standingOf(PhoneNumber.parse("17000199999"))).isPresent();
    }

    @Test
    void onlyABatchOfRejectsIsShownAndAllAreCounted() {
        JsonNode answer = post("/v1/standings", "number,category,score,expires\n", 10_250, i -> "x\n");
        assertThat(answer.get("rejected").asLong()).isEqualTo(10_250);
        assertThat(answer.get("rejects")).hasSize(10_000);
    }

    @Test
    void anotherHeaderIsABadInputAndNothingIsTaken() {
        Api.Answer answer = api.send(operator(), "POST", "/v1/standings", "text/csv", "caller,kind\n1,2\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("field").asText()).isEqualTo("header");
    }

    @Test
    void wishesOfAFileAreMergedAndTheForbiddenOnesTold() {
        PhoneNumber wang = PhoneNumber.parse("13755556666");
        JsonNode answer =
                api.send(operator(), "POST", "/v1/wishes", "text/csv", """
                        number,category,action
                        13755556666,07,reject
                        13755556666,05,challenge
                        13755556666,06,silent
                        """).json();
        assertThat(answer.get("accepted").asLong()).isEqualTo(2);
        assertThat(answer.get("rejects").get(0).get("line").asLong()).isEqualTo(3);
        assertThat(answer.get("rejects").get(0).get("want").asText()).isEqualTo("none in this test");
        assertThat(platform.wishesOf(wang).categories())
                .containsEntry(Category.LOANS, Action.REJECT)
                .containsEntry(Category.EDUCATION, Action.SILENT)
                .hasSize(2);
    }

    @Test
    void recordsSentTwiceAreKeptOnce() {
        String file = "call_id,start_time,caller,callee\na,2026-11-01T00:00:00Z,13800138000,13700137000\n";
        JsonNode once = api.send(operator(), "POST", "/v1/calls?source=switch-1", "text/csv", file)
                .json();
        JsonNode twice = api.send(operator(), "POST", "/v1/calls?source=switch-1", "text/csv", file)
                .json();
        assertThat(once.get("added").asLong()).isEqualTo(1);
        assertThat(twice.get("added").asLong()).isZero();
        assertThat(twice.get("known").asLong()).isEqualTo(1);
        assertThat(twice.get("accepted").asLong()).isEqualTo(1);
    }

    @Test
    void whenTheStoreGoesAwayTheAnswerSaysHowFarItCame() {
        memory.away(true);
        // The operator's key was used before, so it is believed without the store.
        Api.Answer answer = api.send(
                operator(),
                "POST",
                "/v1/standings",
                "text/csv",
                "number,category,score,expires\n17000000001,07,83," + EXPIRES + "\n");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.mediaType()).startsWith(Problem.MEDIA_TYPE);
        assertThat(answer.json().get("accepted").asLong()).isZero();
        assertThat(answer.json().get("type").asText()).isEqualTo("urn:jingling:problem:store-away");
        assertThat(answer.json().get("detail").asText()).contains("; 0 rows are in force; ");
    }

    @Test
    void aStandingIsLookedUpAndForgottenByBodyNotByUrl() {
        post("/v1/standings", "number,category,score,expires\n", 1, i -> "17000000777,09,66," + EXPIRES + "\n");
        String number = "{\"number\":\"17000000777\"}";
        JsonNode found = api.asOperator("POST", "/v1/standings/lookup", number).json();
        assertThat(found.get("category").asText()).isEqualTo("09");
        assertThat(found.get("score").asInt()).isEqualTo(66);
        assertThat(found.get("number").asText()).isEqualTo("170****0777");
        assertThat(found.get("inForce").asBoolean()).isTrue();
        assertThat(api.asOperator("POST", "/v1/standings/remove", number).status())
                .isEqualTo(204);
        assertThat(api.asOperator("POST", "/v1/standings/lookup", number).status())
                .isEqualTo(404);
    }

    private String operator() {
        String key = api.key(ApiKey.Role.OPERATOR);
        return key;
    }

    private JsonNode post(String path, String header, int rows, LongFunction<String> row) {
        Api.Answer answer = api.send(
                operator(), "POST", path, "text/csv", BodyPublishers.ofInputStream(() -> stream(header, rows, row)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** Made while it is sent. */
    private static InputStream stream(String header, int rows, LongFunction<String> row) {
        Enumeration<InputStream> parts = Collections.enumeration(LongStream.range(-1, rows)
                .mapToObj(i -> i < 0 ? header : row.apply(i))
                .map(text -> (InputStream) new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .toList());
        return new java.io.SequenceInputStream(parts);
    }
}

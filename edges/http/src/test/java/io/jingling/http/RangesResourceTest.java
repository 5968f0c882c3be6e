package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A range rule's way into force and out of it over HTTP. */
@QuarkusTest
class RangesResourceTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final String LATER = NOW.plus(Duration.ofDays(30)).toString();

    @Inject
    Api api;

    @Test
    void aRuleIsLookedAtPutInForceListedAndRemoved() {
        String calls =
                "call_id,start_time,caller,callee\nr-1,%s,16611112201,13700137000\nr-2,%s,16611112202,13700137000\n";
        api.send(
                api.key(io.jingling.platform.ApiKey.Role.OPERATOR),
                "POST",
                "/v1/calls?source=ranges",
                "text/csv",
                calls.formatted(NOW.minusSeconds(7200), NOW.minusSeconds(3600)));
        String rule = rule("166-1111-22**", "07", 100, LATER);
        Api.Answer early = api.asOperator("PUT", "/v1/ranges", rule);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("detail").asText()).startsWith("preview: got none of this rule in the last hour");
        assertThat(api.asOperator("POST", "/v1/ranges/preview", rule)
                        .json()
                        .path("state")
                        .asText())
                .isIn("running", "done");
        JsonNode done = api.asOperator("POST", "/v1/ranges/preview", rule).json();
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("ofRange").asLong()).isEqualTo(2);
        assertThat(done.path("newlyBlocked").path("calls").asLong()).isEqualTo(2);
        assertThat(done.path("newlyBlocked").path("listed").findValuesAsText("number"))
                .containsExactly("1661111****", "1661111****");
        Api.Answer put = api.asOperator("PUT", "/v1/ranges", rule);
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.json().path("range").asText()).isEqualTo("166111122**");
        assertThat(put.json().path("weight").asInt()).isEqualTo(90);
        assertThat(put.json().path("reach").asText()).isEqualTo("reject");
        assertThat(listed()).contains("166111122**");
        JsonNode decision = screen("16611112299");
        assertThat(decision.path("action").asText()).isEqualTo("reject");
        assertThat(decision.path("reasons").toString()).contains("EVIDENCE_RANGE", "号段规则:末 2 位不限的号码");
        assertThat(api.asOperator("DELETE", "/v1/ranges/166111122**", "").status())
                .isEqualTo(204);
        assertThat(screen("16611112299").path("action").asText()).isEqualTo("pass");
        Api.Answer gone = api.asOperator("DELETE", "/v1/ranges/166111122**", "");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.json().path("field").asText()).isEqualTo("range");
        assertThat(listed()).doesNotContain("166111122**");
    }

    @Test
    void whoSaysForceAnswersForIt() {
        Api.Answer put = api.asOperator("PUT", "/v1/ranges?force=true", rule("0571-2222****", "F1", 80, LATER));
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.json().path("weight").asInt()).isEqualTo(40);
        assertThat(put.json().path("reach").asText()).isEqualTo("nothing");
        assertThat(api.asOperator("DELETE", "/v1/ranges/05712222****", "").status())
                .isEqualTo(204);
    }

    @Test
    void everyProblemNamesItsField() {
        assertThat(problem("{\"category\":\"07\",\"score\":90,\"expires\":\"" + LATER + "\"}"))
                .isEqualTo("range: got nothing, want a text such as 1650023****");
        assertThat(problem(rule("0571-110**", "07", 90, LATER)))
                .startsWith("range: got \"0571-110**\"".replace("0571-110", "057*-***"))
                .contains("want at least 3 known digits");
        assertThat(problem(rule("1650023****", "03", 90, LATER))).startsWith("category: got \"03\", want one that");
        assertThat(problem(rule("1650023****", "99", 90, LATER)))
                .isEqualTo("category: got \"99\", want 01 to 21 or F1");
        assertThat(problem(rule("1650023****", "07", 101, LATER))).isEqualTo("score: got 101, want 0 to 100");
        assertThat(problem(rule("1650023****", "07", 90, "2026-12-31T00:00:00")))
                .startsWith("expires: got \"202*-**-**T**:**:**\" (no offset), want ISO 8601 with an offset");
        assertThat(problem(rule("1650023****", "07", 90, NOW.minusSeconds(60).toString())))
                .startsWith("expires: got ")
                .contains(", want a time after now, ");
        assertThat(problem(rule(
                        "1650023****", "07", 90, NOW.plus(Duration.ofDays(400)).toString())))
                .contains(", want at most 366 days after now, ");
        Api.Answer force = api.asOperator("PUT", "/v1/ranges?force=perhaps", rule("1650023****", "07", 90, LATER));
        assertThat(force.json().path("detail").asText()).isEqualTo("force: got something else, want true or false");
    }

    private String problem(String rule) {
        Api.Answer preview = api.asOperator("POST", "/v1/ranges/preview", rule);
        Api.Answer put = api.asOperator("PUT", "/v1/ranges?force=true", rule);
        assertThat(List.of(preview.status(), put.status())).containsExactly(400, 400);
        assertThat(put.json().path("field").asText())
                .isEqualTo(preview.json().path("field").asText());
        return preview.json().path("detail").asText();
    }

    private List<String> listed() {
        return api.asOperator("GET", "/v1/ranges", "").json().findValuesAsText("range");
    }

    private JsonNode screen(String caller) {
        String call = "{\"caller\":\"" + caller + "\",\"callee\":\"13700137000\",\"rehearse\":true}";
        return api.asOperator("POST", "/v1/screen", call).json();
    }

    private static String rule(String range, String category, int score, String expires) {
        return "{\"range\":\"%s\",\"category\":\"%s\",\"score\":%d,\"expires\":\"%s\"}"
                .formatted(range, category, score, expires);
    }
}

package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.http.memory.Memory;
import io.jingling.platform.ApiKey;
import io.jingling.platform.Platform;
import io.jingling.platform.StandingStore.Listed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubscriberResourceTest {
    private static final PhoneNumber ROBOT = PhoneNumber.parse("17099998888");
    private static final String LI = "13722223333";
    private static final String ALL = """
            {"on":true,"categories":{"07":"reject","F1":"reject"},"presets":{"400":"label","overseas":"silent"},
             "prefixes":{"0571":"label","1700":"reject"},
             "white":[{"number":"13900139000","note":"女儿的老师"}],"black":[{"number":"01062345678","note":""}],
             "quietHours":[{"days":["MON","SUN"],"from":"22:00","to":"07:30","action":"silent"}],"courierHours":2}""";

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
    void aNumberHasAnOpaqueIdThatStays() {
        String id = idOf(LI);
        assertThat(id).isNotEmpty().doesNotContain(LI);
        assertThat(idOf("+86 137-2222-3333")).isEqualTo(id);
    }

    @Test
    void wishesComeBackAsTheyWereSaved() {
        String path = "/v1/subscribers/" + idOf(LI) + "/wishes";
        JsonNode saved = put(path, ALL);
        JsonNode read = api.asOperator("GET", path, "").json();
        assertThat(read).isEqualTo(saved);
        assertThat(read.get("categories").get("07").asText()).isEqualTo("reject");
        assertThat(read.get("presets").get("overseas").asText()).isEqualTo("silent");
        assertThat(read.get("prefixes").get("0571").asText()).isEqualTo("label");
        assertThat(read.get("white").get(0).get("number").asText()).isEqualTo("13900139000");
        assertThat(read.get("white").get(0).get("note").asText()).isEqualTo("女儿的老师");
        assertThat(read.get("quietHours").get(0).get("days").toString()).isEqualTo("[\"MON\",\"SUN\"]");
        assertThat(read.get("quietHours").get(0).get("to").asText()).isEqualTo("07:30");
        Instant until = Instant.parse(read.get("courierUntil").asText());
        assertThat(until)
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(119)),
                        Instant.now().plus(Duration.ofHours(2)));
        assertThat(put(path, read.toString())).as("what was read can be saved").isEqualTo(read);
    }

    @Test
    void whatIsAbsentIsLeftToTheDefaults() {
        String path = "/v1/subscribers/" + idOf("13722220000") + "/wishes";
        put(path, ALL);
        JsonNode empty = put(path, "{}");
        assertThat(empty.get("on").asBoolean()).isTrue();
        assertThat(empty.get("categories")).isEmpty();
        assertThat(empty.get("white")).isEmpty();
        assertThat(empty.has("courierUntil")).isFalse();
    }

    @Test
    void othersSeeTheListsMasked() {
        String path = "/v1/subscribers/" + idOf(LI) + "/wishes";
        put(path, ALL);
        String seen = api.as(ApiKey.Role.OFFICER, "GET", path, "").text();
        assertThat(seen).contains("139****9000").doesNotContain("13900139000");
    }

    @Test
    void aSubscribersKeyOpensNobodyElsesData() {
        String own = idOf("13722224444");
        String others = idOf("13722225555");
        String key = api.asOperator(
                        "POST",
                        "/v1/keys",
                        "{\"name\":\"Li\",\"role\":\"subscriber\",\"subscriberId\":\"" + own + "\"}")
                .json()
                .get("key")
                .asText();
        assertThat(api.send(key, "PUT", "/v1/subscribers/" + own + "/wishes", Api.JSON, "{}")
                        .status())
                .isEqualTo(200);
        assertThat(api.send(key, "GET", "/v1/subscribers/" + own + "/calls", "", "")
                        .status())
                .isEqualTo(200);
        for (String other : List.of(others, "none")) {
            assertThat(api.send(key, "GET", "/v1/subscribers/" + other + "/wishes", "", "")
                            .status())
                    .isEqualTo(403);
            assertThat(api.send(key, "PUT", "/v1/subscribers/" + other + "/wishes", Api.JSON, "{}")
                            .status())
                    .isEqualTo(403);
            assertThat(api.send(key, "GET", "/v1/subscribers/" + other + "/calls", "", "")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aChangedWishIsInForceAtOnce() {
        suspect();
        String path = "/v1/subscribers/" + idOf("13722226666") + "/wishes";
        assertThat(screen("13722226666")).isEqualTo("label");
        put(path, "{\"categories\":{\"07\":\"reject\"}}");
        assertThat(screen("13722226666")).isEqualTo("reject");
        put(path, "{\"white\":[{\"number\":\"" + "17099998888" + "\"}]}");
        assertThat(screen("13722226666")).isEqualTo("pass");
    }

    @Test
    void aSubscriberSeesWhatBecameOfTheCalls() {
        suspect();
        String number = "13722227777";
        platform.screen(CallAttempt.of(ROBOT, PhoneNumber.parse(number), System.currentTimeMillis()));
        JsonNode calls = api.asOperator("GET", "/v1/subscribers/" + idOf(number) + "/calls", "")
                .json()
                .get("calls");
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).get("caller").asText()).isEqualTo("170****8888");
        assertThat(calls.get(0).get("reasons")).isNotEmpty();
    }

    @Test
    void whileTheStoreIsAwayAChangeIsRefusedAndCallsAreScreened() {
        String path = "/v1/subscribers/" + idOf(LI) + "/wishes";
        memory.away(true);
        Api.Answer answer = api.asOperator("PUT", path, "{}");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("type").asText()).isEqualTo("urn:jingling:problem:store-away");
        assertThat(screen(LI)).isNotEmpty();
    }

    private String idOf(String number) {
        return api.asOperator("POST", "/v1/subscribers/lookup", "{\"number\":\"" + number + "\"}")
                .json()
                .get("id")
                .asText();
    }

    private JsonNode put(String path, String body) {
        Api.Answer answer = api.asOperator("PUT", path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String screen(String callee) {
        return api.asOperator(
                        "POST",
                        "/v1/screen",
                        "{\"caller\":\"17099998888\",\"rehearse\":true,\"callee\":\"" + callee + "\"}")
                .json()
                .get("action")
                .asText();
    }

    private void suspect() {
        Standing standing = new Standing.Suspected(
                Category.LOANS, 80, Evidence.LISTED, Instant.now().plusSeconds(86_400));
        platform.saveStandings(List.of(new Listed(ROBOT, standing)));
    }
}

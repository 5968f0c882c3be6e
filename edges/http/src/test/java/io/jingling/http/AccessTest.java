package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.domain.PhoneNumber;
import io.jingling.http.memory.Memory;
import io.jingling.platform.ApiKey.Role;
import io.jingling.platform.SubscriberStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each endpoint by each role: who gets in, who is told 403, and that without a key nobody does. */
@QuarkusTest
class AccessTest {
    private static final String CSV = "text/csv";
    private static final String NUMBER = "{\"number\":\"13733330000\"}";

    @Inject
    Api api;

    @Inject
    SubscriberStore subscribers;

    @Inject
    Memory memory;

    @BeforeEach
    void oneSubscriberIsKnown() {
        // The subscriber's key of the test opens the first id.
        subscribers.idOf(PhoneNumber.parse("13733330000"));
    }

    @AfterEach
    void allIsWell() {
        memory.away(false);
        memory.starting(false);
    }

    static Stream<Arguments> endpoints() {
        return Stream.of(
                open(
                        "POST",
                        "/v1/screen",
                        Api.JSON,
                        "{\"caller\":\"\",\"callee\":\"13700137000\",\"rehearse\":true}",
                        Role.OPERATOR,
                        Role.OFFICER),
                open("POST", "/v1/subscribers/lookup", Api.JSON, NUMBER, Role.OPERATOR, Role.OFFICER),
                open(
                        "GET",
                        "/v1/subscribers/id1/wishes",
                        "",
                        "",
                        Role.SUBSCRIBER,
                        Role.OPERATOR,
                        Role.OFFICER,
                        Role.AUDITOR),
                open("PUT", "/v1/subscribers/id1/wishes", Api.JSON, "{}", Role.SUBSCRIBER, Role.OPERATOR),
                open(
                        "GET",
                        "/v1/subscribers/id1/calls",
                        "",
                        "",
                        Role.SUBSCRIBER,
                        Role.OPERATOR,
                        Role.OFFICER,
                        Role.AUDITOR),
                open("POST", "/v1/standings", CSV, "number,category,score,expires\n", Role.OPERATOR),
                open("POST", "/v1/standings/lookup", Api.JSON, NUMBER, Role.OPERATOR, Role.OFFICER, Role.AUDITOR),
                open("POST", "/v1/standings/remove", Api.JSON, NUMBER, Role.OPERATOR, Role.OFFICER),
                open("POST", "/v1/wishes", CSV, "number,category,action\n", Role.OPERATOR),
                open("POST", "/v1/calls", CSV, "call_id,start_time,caller,callee\n", Role.OPERATOR),
                open("GET", "/v1/decisions", "", "", Role.OFFICER, Role.OPERATOR, Role.AUDITOR),
                open("POST", "/v1/decisions/why", Api.JSON, NUMBER, Role.OFFICER, Role.OPERATOR),
                open("POST", "/v1/labels", CSV, "number,claim,at\n", Role.OPERATOR, Role.OFFICER),
                open("GET", "/v1/models", "", "", Role.OPERATOR, Role.OFFICER, Role.AUDITOR),
                open("GET", "/v1/models/none/preview", "", "", Role.OPERATOR, Role.OFFICER, Role.AUDITOR),
                open("GET", "/v1/models/current/drift", "", "", Role.OPERATOR, Role.OFFICER, Role.AUDITOR),
                open("POST", "/v1/models", "application/octet-stream", "no model", Role.OPERATOR),
                open("POST", "/v1/models/none/publish", Api.JSON, "{}", Role.OPERATOR),
                open("POST", "/v1/models/rollback", Api.JSON, "{}", Role.OPERATOR),
                open("GET", "/v1/ranges", "", "", Role.OPERATOR),
                open("POST", "/v1/ranges/preview", Api.JSON, "{}", Role.OPERATOR),
                open("PUT", "/v1/ranges", Api.JSON, "{}", Role.OPERATOR),
                open("DELETE", "/v1/ranges/none", "", "", Role.OPERATOR),
                open("POST", "/v1/evidence", Api.JSON, "{}", Role.OPERATOR),
                open(
                        "GET",
                        "/v1/evidence/none/proof",
                        "",
                        "",
                        Role.OPERATOR,
                        Role.OFFICER,
                        Role.AUDITOR,
                        Role.REGULATOR),
                open("POST", "/v1/evidence/none/opening", Api.JSON, "{\"release\":\"x\"}", Role.OPERATOR, Role.OFFICER),
                open("POST", "/v1/releases", Api.JSON, "{}", Role.OPERATOR, Role.OFFICER),
                open("GET", "/v1/releases", "", "", Role.OPERATOR, Role.OFFICER, Role.AUDITOR),
                open("GET", "/v1/releases/none", "", "", Role.OPERATOR, Role.OFFICER, Role.AUDITOR),
                open("POST", "/v1/releases/none/release", Api.JSON, "{}", Role.OPERATOR, Role.OFFICER),
                open("POST", "/v1/releases/none/refuse", Api.JSON, "{}", Role.OPERATOR, Role.OFFICER),
                open("POST", "/v1/releases/none/numbers", Api.JSON, "{}", Role.OPERATOR, Role.OFFICER),
                open("GET", "/v1/accesses", "", "", Role.OPERATOR, Role.AUDITOR),
                open("POST", "/v1/bundles", Api.JSON, "{}", Role.OPERATOR, Role.OFFICER),
                open("GET", "/v1/bundles/trust", "", "", Role.OPERATOR, Role.OFFICER, Role.AUDITOR, Role.REGULATOR),
                open("DELETE", "/v1/subscribers/id1/evidence", "", "", Role.OPERATOR),
                open("POST", "/v1/reports", Api.JSON, "{}", Role.SUBSCRIBER, Role.OPERATOR, Role.OFFICER),
                open("GET", "/v1/reports", "", "", Role.SUBSCRIBER),
                open("GET", "/v1/reports/none", "", "", Role.SUBSCRIBER),
                open("POST", "/v1/reports/none/withdraw", Api.JSON, "{}", Role.SUBSCRIBER, Role.OPERATOR),
                open("POST", "/v1/reports/none/files", "application/octet-stream", "x", Role.SUBSCRIBER),
                open("POST", "/v1/reports/sms", Api.JSON, "{}", Role.OPERATOR),
                open("POST", "/v1/reports/import", CSV, "key,reporter,number,at\n", Role.OPERATOR),
                open("POST", "/v1/phone/screen", Api.JSON, "{\"caller\":\"\"}", Role.SUBSCRIBER),
                open("GET", "/v1/statistics", "", "", Role.OPERATOR, Role.OFFICER, Role.AUDITOR, Role.REGULATOR),
                open("GET", "/v1/statistics/file", "", "", Role.OPERATOR, Role.OFFICER, Role.AUDITOR, Role.REGULATOR),
                open("GET", "/v1/statistics/open", "", "", Role.OPERATOR, Role.OFFICER, Role.AUDITOR, Role.REGULATOR),
                open("GET", "/v1/statistics/made", "", "", Role.OPERATOR, Role.OFFICER, Role.AUDITOR, Role.REGULATOR),
                open(
                        "GET",
                        "/v1/statistics/made/none",
                        "",
                        "",
                        Role.OPERATOR,
                        Role.OFFICER,
                        Role.AUDITOR,
                        Role.REGULATOR),
                open(
                        "GET",
                        "/v1/statistics/namings",
                        "",
                        "",
                        Role.OPERATOR,
                        Role.OFFICER,
                        Role.AUDITOR,
                        Role.REGULATOR),
                open("POST", "/v1/statistics/namings", Api.JSON, "{}", Role.OPERATOR, Role.OFFICER),
                open("POST", "/v1/statistics/namings/none/steps", Api.JSON, "{}", Role.OPERATOR, Role.OFFICER),
                open("GET", "/v1/cases", "", "", Role.OFFICER, Role.OPERATOR, Role.AUDITOR),
                open("GET", "/v1/cases/none", "", "", Role.OFFICER, Role.OPERATOR, Role.AUDITOR),
                open("POST", "/v1/cases/none/steps", Api.JSON, "{}", Role.OFFICER, Role.OPERATOR),
                open("GET", "/v1/cases/none/files/none", "", "", Role.OFFICER, Role.OPERATOR),
                open("POST", "/v1/appeals", Api.JSON, "{}", Role.SUBSCRIBER, Role.OPERATOR, Role.OFFICER),
                open("GET", "/v1/appeals", "", "", Role.OFFICER, Role.OPERATOR, Role.AUDITOR),
                open("GET", "/v1/appeals/none", "", "", Role.SUBSCRIBER, Role.OFFICER, Role.OPERATOR, Role.AUDITOR),
                open("POST", "/v1/appeals/none/steps", Api.JSON, "{}", Role.OFFICER, Role.OPERATOR),
                open("GET", "/v1/campaigns", "", "", Role.OFFICER, Role.OPERATOR),
                open("GET", "/v1/campaigns/none", "", "", Role.OFFICER, Role.OPERATOR),
                open("GET", "/v1/stats", "", "", Role.OFFICER, Role.OPERATOR, Role.AUDITOR, Role.REGULATOR),
                open("POST", "/v1/keys", Api.JSON, "{\"name\":\"x\",\"role\":\"officer\"}", Role.OPERATOR),
                open("GET", "/v1/keys", "", "", Role.OPERATOR),
                open("DELETE", "/v1/keys/none", "", "", Role.OPERATOR),
                open("GET", "/q/metrics", "", "", Role.OPERATOR, Role.AUDITOR),
                open("GET", "/q/openapi", "", "", Role.OPERATOR, Role.AUDITOR),
                open("GET", "/q/openapi.json", "", "", Role.OPERATOR, Role.AUDITOR),
                open("GET", "/q/openapi.yaml", "", "", Role.OPERATOR, Role.AUDITOR),
                open("GET", "/q/openapi.yml", "", "", Role.OPERATOR, Role.AUDITOR),
                open("GET", "/q/whatever-comes", "", "", Role.OPERATOR, Role.AUDITOR));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void eachRoleOpensWhatItMay(String method, String path, String type, String body, Set<Role> allowed) {
        for (Role role : Role.values()) {
            int status = api.send(api.key(role), method, path, type, body).status();
            if (allowed.contains(role)) {
                assertThat(status).as("%s as %s", path, role).isIn(200, 201, 204, 400, 404, 409);
            } else {
                assertThat(status).as("%s as %s", path, role).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void withoutAGoodKeyNothingOpens(String method, String path, String type, String body, Set<Role> allowed) {
        String unknown = "jingling_" + "A".repeat(43);
        for (String key : List.of("", "x", unknown)) {
            Api.Answer answer = api.send(key, method, path, type, body);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.mediaType()).isEqualTo(Problem.MEDIA_TYPE);
            assertThat(answer.headers().get("WWW-Authenticate")).containsExactly("Bearer");
        }
    }

    @Test
    void everyDocumentedPathIsInTheTableAbove() {
        JsonNode paths = api.send(api.key(Role.OPERATOR), "GET", "/q/openapi?format=json", "", "")
                .json()
                .get("paths");
        List<String> table = endpoints()
                .map(one -> one.get()[0] + " "
                        + one.get()[1]
                                .toString()
                                .replace("/id1/", "/{id}/")
                                .replace("/ranges/none", "/ranges/{range}")
                                .replace("/reports/none", "/reports/{caseNumber}")
                                .replace("/cases/none", "/cases/{caseNumber}")
                                .replace("/appeals/none", "/appeals/{appealNumber}")
                                .replace("/made/none", "/made/{period}")
                                .replace("/none", "/{id}"))
                .filter(one -> !one.contains("/q/"))
                .toList();
        List<String> documented = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> documented.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        paths.properties().forEach(path -> {
            if (path.getKey().startsWith("/v1/")) {
                List<String> methods = new ArrayList<>();
                path.getValue()
                        .properties()
                        .forEach(one -> methods.add(one.getKey().toUpperCase(Locale.ROOT)));
                assertThat(Methods.of(path.getKey())).as(path.getKey()).containsExactlyInAnyOrderElementsOf(methods);
            }
        });
        assertThat(documented.stream().filter(one -> one.contains("/v1/"))).containsExactlyInAnyOrderElementsOf(table);
    }

    @Test
    void aRevokedKeyOpensNothingAtOnce() {
        JsonNode made = api.asOperator("POST", "/v1/keys", "{\"name\":\"for a day\",\"role\":\"auditor\"}")
                .json();
        String key = made.get("key").asText();
        assertThat(api.send(key, "GET", "/v1/stats", "", "").status()).isEqualTo(200);
        assertThat(api.asOperator("DELETE", "/v1/keys/" + made.get("id").asText(), "")
                        .status())
                .isEqualTo(204);
        assertThat(api.send(key, "GET", "/v1/stats", "", "").status()).isEqualTo(401);
    }

    @Test
    void aKeyIsShownOnceAndNeverListed() {
        Api.Answer made = api.asOperator("POST", "/v1/keys", "{\"name\":\"SBC 3\",\"role\":\"operator\"}");
        assertThat(made.status()).isEqualTo(201);
        String key = made.json().get("key").asText();
        String list = api.asOperator("GET", "/v1/keys", "").text();
        assertThat(list).contains("SBC 3").doesNotContain(key);
        assertThat(api.send(key, "GET", "/v1/keys", "", "").status()).isEqualTo(200);
    }

    @Test
    void whileTheStoreIsAwayNobodyNewGetsInAndWhoWasInStays() {
        String fresh = api.asOperator("POST", "/v1/keys", "{\"name\":\"new\",\"role\":\"operator\"}")
                .json()
                .get("key")
                .asText();
        String call = "{\"caller\":\"\",\"callee\":\"13700137000\",\"rehearse\":true}";
        memory.away(true);
        assertThat(api.asOperator("POST", "/v1/screen", call).status()).isEqualTo(200);
        assertThat(api.send(fresh, "POST", "/v1/screen", Api.JSON, call).status())
                .isEqualTo(503);
    }

    @Test
    void untilItIsReadyTheApiSaysSoAndHealthToo() {
        memory.starting(true);
        assertThat(api.asOperator("GET", "/v1/stats", "").json().get("type").asText())
                .isEqualTo("urn:jingling:problem:starting");
        assertThat(api.send("", "GET", "/q/health/live", "", "").status()).isEqualTo(200);
        assertThat(api.send("", "GET", "/q/health/ready", "", "").status()).isEqualTo(503);
        memory.starting(false);
        assertThat(api.send("", "GET", "/q/health/ready", "", "").status()).isEqualTo(200);
    }

    @Test
    void withoutItsStoreThePlatformIsDegradedAndStillReady() {
        memory.away(true);
        Api.Answer ready = api.send("", "GET", "/q/health/ready", "", "");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.text()).contains("degraded: a map");
    }

    @Test
    void metricsHoldNoNumber() {
        api.asOperator("GET", "/v1/13812345678", "");
        String metrics = api.asOperator("GET", "/q/metrics", "").text();
        assertThat(metrics)
                .contains("jingling_kept_decisions")
                .contains("http_server_requests")
                .doesNotContain("13812345678");
    }

    @Test
    void aPathThatTwoWouldReadDifferentlyIsRefused() {
        for (String path : List.of("/v1/standings;x/lookup", "/v1;x/standings", "/v1%3bx/standings/lookup")) {
            Api.Answer answer = api.asOperator("POST", path, NUMBER);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.json().get("field").asText()).isEqualTo("path");
        }
    }

    private static Arguments open(String method, String path, String type, String body, Role first, Role... others) {
        return Arguments.of(method, path, type, body, EnumSet.of(first, others));
    }
}

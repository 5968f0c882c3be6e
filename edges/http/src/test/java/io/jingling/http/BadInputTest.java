package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.ApiKey;
import io.jingling.platform.SubscriberStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class BadInputTest {
    private static final String SCREEN = "/v1/screen";
    private static final String NUMBER = "3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…";
    private static final String TIME = "ISO 8601 with an offset, such as 2026-11-23T09:30:00+08:00";

    @Inject
    Api api;

    @Inject
    SubscriberStore subscribers;

    static Stream<Arguments> calls() {
        return Stream.of(
                bad("{", "body", "no JSON at line 1, column 2", "one JSON object"),
                bad("{\"caller\":\"1\"}x", "body", "no JSON at line 1, column 15", "one JSON object"),
                bad("null", "body", "null", "a JSON object"),
                bad("[]", "body", "an array", "an object"),
                bad("\"x\"", "body", "a text", "an object"),
                bad("{\"caller\":\"1\",\"caller\":\"2\"}", "body", "a field twice", "one JSON object"),
                bad("{\"callee\":\"13700137000\"}", "caller", "nothing", "a text with a telephone number"),
                bad("{\"caller\":null,\"callee\":\"1\"}", "caller", "nothing", "a text with a telephone number"),
                bad("{\"caller\":\"\"}", "callee", "nothing", "a text with a telephone number"),
                bad(call("13800138000", ""), "callee", "\"\" (no digits)", NUMBER),
                bad(call("138", "13700137000"), "caller", "\"138\" (only the beginning of a number)", NUMBER),
                bad(call("1380013800x", "13700137000"), "caller", "\"138*******x\" (letters or signs in it)", NUMBER),
                bad(
                        call("1".repeat(21), "13700137000"),
                        "caller",
                        "\"111" + "*".repeat(18) + "\" (too many digits)",
                        NUMBER),
                bad("{\"caller\":13800138000,\"callee\":\"13700137000\"}", "caller", "138********", "a text"),
                bad("{\"caller\":[\"1\"],\"callee\":\"13700137000\"}", "caller", "an array", "a text"),
                bad("{\"caller\":{},\"callee\":\"13700137000\"}", "caller", "an object", "a text"),
                bad("{\"caller\":true,\"callee\":\"13700137000\"}", "caller", "true", "a text"),
                bad(
                        "{\"caller\":\"\",\"callee\":\"13700137000\",\"when\":1}",
                        "when",
                        "a field that is not known here",
                        "one of [at, callId, callee, caller, publicNumbersEntitled, rehearse, trunk, userAgent]"),
                bad(
                        "{\"caller\":\"\",\"callee\":\"13700137000\",\"rehearse\":\"yes\"}",
                        "rehearse",
                        "a text",
                        "true or false"),
                bad("{\"caller\":\"\",\"callee\":\"13700137000\",\"rehearse\":1}", "rehearse", "1", "true or false"),
                bad(at("2026-11-23T09:30:00"), "at", "\"202*-**-**T**:**:**\" (no offset)", TIME),
                bad(at("yesterday"), "at", "\"yesterday\"", TIME),
                bad(at("1970-01-01T00:00:00Z"), "at", "a time outside 2000 to 2100", TIME),
                bad(at("2026-13-01T00:00:00Z"), "at", "\"202*-**-**T**:**:**Z\"", TIME));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallThatCannotBeReadIsToldWithItsField(String body, String field, String got, String want) {
        isBadInput(api.asOperator("POST", SCREEN, body), field, got, want);
    }

    static Stream<Arguments> wishes() {
        return Stream.of(
                bad("{\"categories\":{\"22\":\"reject\"}}", "categories", "\"22\"", "01 to 21 or F1"),
                bad(
                        "{\"categories\":{\"07\":\"block\"}}",
                        "categories.07",
                        "\"block\"",
                        "one of [pass, label, silent, challenge, reject]"),
                bad("{\"categories\":{\"07\":\"reject\",\"7\":\"pass\"}}", "categories", "7 twice", "each once"),
                bad("{\"categories\":[]}", "categories", "an array", "an object"),
                bad(
                        "{\"presets\":{\"800\":\"reject\"}}",
                        "presets",
                        "\"800\"",
                        "one of [400, 950, 951, 952, 957, overseas, hidden]"),
                bad("{\"prefixes\":{\"0\":\"reject\"}}", "prefixes", "\"0\"", "3 to 11 digits, such as 0571"),
                bad("{\"prefixes\":{\"13\":\"reject\"}}", "prefixes", "\"13\"", "3 to 11 digits, such as 0571"),
                bad("{\"prefixes\":" + prefixes(11) + "}", "prefixes", "11 entries", "at most 10"),
                bad("{\"white\":" + list(1001) + "}", "white", "1001 entries", "at most 1000"),
                bad("{\"black\":" + list(1001) + "}", "black", "1001 entries", "at most 1000"),
                bad("{\"white\":[{\"number\":\"1x\"}]}", "white[0].number", "\"1x\" (letters or signs in it)", NUMBER),
                bad("{\"white\":[{\"note\":\"x\"}]}", "white[0].number", "nothing", "a text with a telephone number"),
                bad("{\"white\":[null]}", "white[0]", "null", "an object"),
                bad(
                        "{\"white\":[{\"number\":\"13800138000\",\"note\":\"" + "长".repeat(101) + "\"}]}",
                        "white[0].note",
                        "101 characters",
                        "at most 100"),
                bad(
                        "{\"white\":[{\"number\":\"13800138000\"},{\"number\":\"+8613800138000\"}]}",
                        "wishes",
                        "138****8000 twice",
                        "each once"),
                bad(
                        "{\"white\":[{\"number\":\"13800138000\",\"name\":1}]}",
                        "white[0].name",
                        "a field that is not known here",
                        "one of [note, number]"),
                bad(
                        "{\"quietHours\":[{\"days\":[],\"from\":\"22:00\",\"to\":\"07:00\",\"action\":\"silent\"}]}",
                        "quietHours[0].days",
                        "no days",
                        "at least one of MONDAY to SUNDAY"),
                bad(
                        "{\"quietHours\":[{\"from\":\"25:00\",\"to\":\"07:00\",\"action\":\"silent\"}]}",
                        "quietHours[0].from",
                        "\"25:0*\"",
                        "a time to the minute, such as 22:00"),
                bad(
                        "{\"quietHours\":[{\"days\":[\"FUN\"],\"from\":\"22:00\",\"to\":\"07:00\",\"action\":\"silent\"}]}",
                        "quietHours[0].days[0]",
                        "\"FUN\"",
                        "one of [MON, TUE, WED, THU, FRI, SAT, SUN]"),
                bad(
                        "{\"quietHours\":[{\"from\":\"22:00\",\"to\":\"07:00\"}]}",
                        "quietHours[0].action",
                        "\"null\"",
                        "one of [pass, label, silent, challenge, reject]"),
                bad("{\"courierHours\":3}", "courierHours", "3", "1, 2 or 4, and no courierUntil beside it"),
                bad("{\"courierHours\":1.5}", "courierHours", "1.5", "a whole number"),
                bad(
                        "{\"courierHours\":99999999999}",
                        "courierHours",
                        "a number out of range",
                        "what /q/openapi describes"),
                bad("{\"courierUntil\":\"2026-11-23 09:30\"}", "courierUntil", "\"202*-**-** **:**\"", TIME),
                bad(
                        "{\"courierUntil\":\"2099-01-01T00:00:00Z\"}",
                        "courierUntil",
                        "2099-01-01T00:00:00Z",
                        "at most 4 hours from now"),
                bad("{\"on\":\"yes\"}", "on", "a text", "true or false"));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void wishesThatCannotBeReadAreToldWithTheirField(String body, String field, String got, String want) {
        String id = subscribers.idOf(PhoneNumber.parse("13711112222"));
        isBadInput(api.asOperator("PUT", "/v1/subscribers/" + id + "/wishes", body), field, got, want);
    }

    @Test
    void queriesAreReadAsStrictly() {
        isBadInput(get("/v1/decisions?limit=0"), "limit", "\"0\"", "1 to 1000");
        isBadInput(get("/v1/decisions?limit=1001"), "limit", "\"100*\"", "1 to 1000");
        isBadInput(get("/v1/decisions?limit=x"), "limit", "\"x\"", "1 to 1000");
        isBadInput(get("/v1/decisions?from=2026-01-01"), "from", "\"202*-**-**\"", TIME);
        isBadInput(
                get("/v1/decisions?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z"),
                "from",
                "2026-02-01T00:00:00Z",
                "a time before to, 2026-01-01T00:00:00Z");
        isBadInput(
                get("/v1/stats?from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z"),
                "from",
                "2026-01-01T00:00:00Z",
                "at most 31 days before to, 2026-03-01T00:00:00Z");
    }

    @Test
    void anOffsetsPlusIsTakenWithAndWithoutItsEscape() {
        assertThat(get("/v1/decisions?from=2026-11-22T00:00:00+08:00&to=2026-11-23T00:00:00%2B08:00")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keysAreReadAsStrictly() {
        isBadInput(key("{\"name\":\"\",\"role\":\"operator\"}"), "name", "0 characters", "1 to 100");
        isBadInput(
                key("{\"name\":\"x\",\"role\":\"king\"}"),
                "role",
                "\"king\"",
                "one of [subscriber, officer, operator, tenant, regulator, store, auditor]");
        isBadInput(
                key("{\"name\":\"x\",\"role\":\"subscriber\"}"),
                "subscriberId",
                "\"\"",
                "an id of /v1/subscribers/lookup");
        isBadInput(
                key("{\"name\":\"x\",\"role\":\"officer\",\"subscriberId\":\"id1\"}"),
                "subscriberId",
                "one for role officer",
                "none");
    }

    @Test
    void whatIsNotThereIsTold() {
        isProblem(get("/v1/subscribers/none/wishes"), 404, "not-found");
        isProblem(get("/v1/nothing"), 404, "not-found");
        isProblem(api.asOperator("POST", "/v1/standings/lookup", "{\"number\":\"13799990000\"}"), 404, "not-found");
        isProblem(api.asOperator("DELETE", "/v1/keys/none", ""), 404, "not-found");
    }

    @Test
    void anotherMethodOrMediaTypeIsTold() {
        Api.Answer method = api.asOperator("DELETE", SCREEN, "");
        isProblem(method, 405, "method");
        assertThat(method.headers().get("Allow")).containsExactly("POST");
        assertThat(api.asOperator("POST", "/v1/subscribers/id1/wishes", "{}")
                        .headers()
                        .get("Allow"))
                .containsExactly("GET, PUT");
        isProblem(api.send(operator(), "POST", SCREEN, "text/plain", "x"), 415, "media-type");
        isProblem(api.send(operator(), "POST", "/v1/standings", "application/pdf", "x"), 415, "media-type");
        isProblem(api.send(operator(), "POST", "/v1/wishes", "application/json", "[]"), 415, "media-type");
    }

    @Test
    void aDocumentThatIsTooLargeOrOfUnknownLengthIsNotRead() {
        String large = "{\"caller\":\"" + "1".repeat((int) BeforeAll.DOCUMENT_BYTES_MAX) + "\"}";
        isProblem(api.asOperator("POST", SCREEN, large), 413, "too-large");
        var chunked = java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(large.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        isProblem(api.send(operator(), "POST", SCREEN, Api.JSON, chunked), 411, "no-length");
    }

    @Test
    void noProblemRepeatsANumber() {
        for (String number : new String[] {"138001380001234567890", "13800138000x"}) {
            assertThat(api.asOperator("POST", SCREEN, call(number, number)).text())
                    .doesNotContain("38001380");
        }
        assertThat(get("/v1/13800138000").text()).doesNotContain("13800138000");
    }

    private Api.Answer get(String path) {
        return api.asOperator("GET", path, "");
    }

    private Api.Answer key(String body) {
        return api.asOperator("POST", "/v1/keys", body);
    }

    private String operator() {
        return api.key(ApiKey.Role.OPERATOR);
    }

    private static void isBadInput(Api.Answer answer, String field, String got, String want) {
        isProblem(answer, 400, "bad-input");
        JsonNode problem = answer.json();
        assertThat(problem.get("field").asText()).isEqualTo(field);
        assertThat(problem.get("got").asText()).isEqualTo(got);
        assertThat(problem.get("want").asText()).isEqualTo(want);
        assertThat(problem.get("detail").asText()).isEqualTo(field + ": got " + got + ", want " + want);
        assertThat(problem.get("title").asText()).isEqualTo("Bad input");
    }

    private static void isProblem(Api.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.mediaType()).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asText()).isEqualTo("urn:jingling:problem:" + type);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("title").asText()).isNotEmpty();
        assertThat(answer.json().get("detail").asText()).isNotEmpty();
    }

    private static Arguments bad(String body, String field, String got, String want) {
        return Arguments.of(body, field, got, want);
    }

    private static String call(String caller, String callee) {
        return "{\"caller\":\"" + caller + "\",\"callee\":\"" + callee + "\"}";
    }

    private static String at(String time) {
        return "{\"caller\":\"\",\"callee\":\"13700137000\",\"at\":\"" + time + "\"}";
    }

    private static String list(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"number\":\"" + (13_800_000_000L + i) + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String prefixes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + (1380 + i) + "\":\"reject\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}

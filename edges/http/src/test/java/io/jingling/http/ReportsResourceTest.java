package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.ApiKey.Role;
import io.jingling.platform.SubscriberStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report's way over HTTP: made, asked after, worked on, withdrawn; and what is not taken. */
@QuarkusTest
class ReportsResourceTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Inject
    Api api;

    @Inject
    SubscriberStore subscribers;

    @BeforeEach
    void oneSubscriberIsKnown() {
        subscribers.idOf(PhoneNumber.parse("13733330000"));
    }

    private Api.Answer mine(String method, String path, String body) {
        return api.as(Role.SUBSCRIBER, method, path, body);
    }

    private String reported(String number, String key) {
        Api.Answer answer = mine("POST", "/v1/reports", """
                {"number": "%s", "category": "07", "mode": "robot_ai", "askedToStop": true, "description": "推销贷款",
                 "mayBeForwarded": true, "entrance": "h5", "key": "%s"}""".formatted(number, key));
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.json().path("caseNumber").asText();
    }

    @Test
    void oneTapMakesOneCaseHoweverOftenItIsSent() {
        String first = reported("170 1234 0001", "tap-1");
        for (int i = 0; i < 4; i++) {
            assertThat(reported("170 1234 0001", "tap-1")).isEqualTo(first);
        }
        Api.Answer asked = mine("GET", "/v1/reports/" + first, "");
        assertThat(asked.json().path("reports")).hasSize(1);
        JsonNode about = asked.json().path("about");
        assertThat(about.path("stageChinese").asText()).isEqualTo("已转办");
        assertThat(about.path("number").asText()).isEqualTo("170****0001");
        assertThat(about.path("responsible").path("chinese").asText()).isEqualTo("运营商 · 移动转售");
        assertThat(about.path("next").path("basis").asText()).isEqualTo("house_rule");
        assertThat(asked.json().path("deadlines").toString()).contains("电信用户申诉处理办法(35号令)");
        assertThat(mine("GET", "/v1/reports", "").text()).contains(first);
        assertThat(mine("GET", "/v1/reports/261123-000000-000000-0", "").status())
                .isIn(400, 404);
    }

    @Test
    void anOfficerHandsOverVerifiesActsAndTells() {
        String number = reported("170 1234 0002", "tap-2");
        String steps = "/v1/cases/" + number + "/steps";
        Api.Answer early =
                api.as(Role.OFFICER, "POST", steps, "{\"step\":\"tell\",\"outcome\":\"harassment\",\"text\":\"x\"}");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("want").asText()).contains("verified first");
        assertThat(api.as(
                                Role.OFFICER,
                                "POST",
                                steps,
                                "{\"step\":\"verify\",\"outcome\":\"harassment\",\"text\":\" \"}")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("text: got 0 characters, want 1 to 2000");
        for (String step : new String[] {
            "{\"step\":\"hand_over\",\"to\":\"outbound_platform\",\"toName\":\"甲平台\",\"text\":\"转外呼平台\"}",
            "{\"step\":\"note\",\"text\":\"内部备注\"}",
            "{\"step\":\"verify\",\"outcome\":\"harassment\",\"text\":\"话单属实\"}",
            "{\"step\":\"act\",\"measure\":\"number_stopped\",\"text\":\"关停\"}",
            "{\"step\":\"tell\",\"outcome\":\"harassment\",\"text\":\"号码已关停\"}"
        }) {
            Api.Answer done = api.as(Role.OFFICER, "POST", steps, step);
            assertThat(done.status()).as(done.text()).isEqualTo(200);
        }
        JsonNode seen = mine("GET", "/v1/reports/" + number, "").json();
        assertThat(seen.path("about").path("stageChinese").asText()).isEqualTo("已告知");
        assertThat(seen.path("about").path("toldAt").asText()).isNotEmpty();
        assertThat(seen.path("timeline").toString()).contains("号码已关停").doesNotContain("内部备注", "\"by\"");
        JsonNode decision = mine("POST", "/v1/phone/screen", "{\"caller\":\"tel:+8617012340002\"}")
                .json();
        assertThat(decision.path("rejectCall").asBoolean())
                .as(decision.toString())
                .isTrue();
        assertThat(decision.path("report").path("entrance").asText()).isEqualTo("android");
        assertThat(mine("POST", "/v1/reports", decision.path("report").toString())
                        .status())
                .isEqualTo(201);
        JsonNode whole = api.as(Role.OFFICER, "GET", "/v1/cases/" + number, "").json();
        assertThat(whole.path("reports").get(0).path("who").asText()).isEqualTo("举报人 1");
        assertThat(whole.toString()).doesNotContain("13733330000", "17012340002");
    }

    @Test
    void casesComeByWhatIsDueAPageAtATime() {
        for (int i = 0; i < 3; i++) {
            reported("170 1234 010" + i, "due-" + i);
        }
        Instant last = Instant.EPOCH;
        String after = "";
        int seen = 0;
        do {
            JsonNode page = api.as(Role.AUDITOR, "GET", "/v1/cases?order=due&limit=2" + after, "")
                    .json();
            for (JsonNode one : page.path("cases")) {
                Instant due = Instant.parse(one.path("next").path("due").asText());
                assertThat(due).isAfterOrEqualTo(last);
                last = due;
                seen++;
            }
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());
        assertThat(seen).isGreaterThanOrEqualTo(3);
        JsonNode overdue =
                api.as(Role.OFFICER, "GET", "/v1/cases?overdue=true", "").json();
        assertThat(overdue.path("cases"))
                .allSatisfy(one ->
                        assertThat(one.path("next").path("missed").asBoolean()).isTrue());
        assertThat(api.as(Role.OFFICER, "GET", "/v1/cases?order=name", "")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("order: got another word, want opened or due");
        assertThat(api.as(Role.OFFICER, "GET", "/v1/cases?after=1", "").status())
                .isEqualTo(400);
        assertThat(api.as(Role.OFFICER, "GET", "/v1/cases?overdue=yes", "").status())
                .isEqualTo(400);
    }

    @Test
    void aMessageIsAReportAndFraudNamesTheHelpLines() {
        String sms = "{\"from\":\"13700137009\",\"text\":\"17012340003*冒充公检法诈骗\",\"key\":\"m-1\"}";
        Api.Answer taken = api.asOperator("POST", "/v1/reports/sms", sms);
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.json().path("helpLines").toString()).isEqualTo("[\"110\",\"96110\"]");
        assertThat(taken.json().path("about").path("responsible").path("kind").asText())
                .isEqualTo("police_lead");
        assertThat(api.asOperator("POST", "/v1/reports/sms", sms)
                        .json()
                        .path("repeated")
                        .asBoolean())
                .isTrue();
        assertThat(api.asOperator("POST", "/v1/reports/sms", "{\"from\":\"13700137009\",\"text\":\"别打了\"}")
                        .json()
                        .path("want")
                        .asText())
                .startsWith("号码*内容");
    }

    @Test
    void everyProblemNamesItsField() {
        assertThat(problem("{}")).startsWith("number: got nothing");
        assertThat(problem("{\"number\":\"138\"}")).startsWith("number: got \"138\" (only the beginning of a number)");
        assertThat(problem("{\"number\":\"95588\",\"mode\":\"loud\"}")).startsWith("mode: got \"loud\"");
        assertThat(problem("{\"number\":\"95588\",\"category\":\"77\"}")).startsWith("category: got \"77\"");
        assertThat(problem("{\"number\":\"95588\",\"personalData\":[\"x\"]}")).startsWith("personalData[0]: got");
        assertThat(problem("{\"number\":\"95588\",\"at\":\"2001-01-01T00:00:00Z\"}"))
                .startsWith("at: got");
        assertThat(problem("{\"number\":\"95588\",\"askedToStopOn\":\"soon\"}")).startsWith("askedToStopOn: got");
        assertThat(problem("{\"number\":\"95588\",\"description\":\"" + "x".repeat(2001) + "\"}"))
                .startsWith("description: got 2001 characters");
        assertThat(mine("POST", "/v1/reports", "{\"number\":\"95588\",\"reporter\":\"13700137001\"}")
                        .status())
                .as("in nobody else's name")
                .isEqualTo(403);
    }

    private String problem(String body) {
        Api.Answer answer = mine("POST", "/v1/reports", body);
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().path("detail").asText();
    }

    @Test
    void aWithdrawalRemovesTheReport() {
        String number = reported("170 1234 0004", "tap-4");
        assertThat(mine("POST", "/v1/reports/" + number + "/withdraw", "{}")
                        .json()
                        .path("reports")
                        .asInt())
                .isEqualTo(1);
        assertThat(mine("GET", "/v1/reports/" + number, "").status()).isEqualTo(404);
        assertThat(mine("POST", "/v1/reports/" + number + "/withdraw", "{}").status())
                .isEqualTo(404);
    }

    private Api.Answer uploaded(String number, byte[] content) {
        return api.send(
                api.key(Role.SUBSCRIBER),
                "POST",
                "/v1/reports/" + number + "/files?name=x.jpg",
                "application/octet-stream",
                BodyPublishers.ofByteArray(content));
    }

    @Test
    void filesAreTakenByWhatTheyAreAndNotByTheirNames() {
        String number = reported("170 1234 0005", "tap-5");
        Api.Answer picture = uploaded(number, PNG);
        assertThat(picture.status()).as(picture.text()).isEqualTo(201);
        assertThat(picture.json().path("mediaType").asText()).isEqualTo("image/png");
        assertThat(uploaded(number, PNG).json().path("id"))
                .as("once")
                .isEqualTo(picture.json().path("id"));
        byte[] apk = "PK\u0003\u0004AndroidManifest.xml".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(uploaded(number, apk).json().path("got").asText()).isEqualTo("an archive or an App's package");
        byte[] polyglot = ByteBuffer.allocate(PNG.length + 22)
                .put(PNG)
                .put("PK\u0005\u0006".getBytes(StandardCharsets.ISO_8859_1))
                .array();
        assertThat(uploaded(number, polyglot).json().path("got").asText()).isEqualTo("a png that is an archive too");
        byte[] bomb = PNG.clone();
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        assertThat(uploaded(number, bomb).json().path("got").asText()).isEqualTo("a picture of 3600000000 pixels");
        assertThat(uploaded("261123-000000-000000-0", PNG).status()).isIn(400, 404);
        Api.Answer tooLarge = uploaded(number, new byte[(20 << 20) + 1]);
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(mine("GET", "/v1/reports/" + number, "").json().path("files"))
                .as("nothing lost")
                .hasSize(1);
    }

    @Test
    void twoHundredMegabytesOfUnknownLengthAreRefusedUnread() {
        String number = reported("170 1234 0006", "tap-6");
        byte[] piece = new byte[1 << 20];
        Api.Answer refused = api.send(
                api.key(Role.SUBSCRIBER),
                "POST",
                "/v1/reports/" + number + "/files",
                "application/octet-stream",
                BodyPublishers.ofByteArrays(Collections.nCopies(200, piece)));
        assertThat(refused.status()).isEqualTo(413);
    }

    @Test
    void aCallCentresListIsTakenOnceAndBadLinesAreNamed() {
        String csv = "key,reporter,number,at\n"
                + "c-1,13700137001,17012340007,2026-11-23T01:30:00Z\n"
                + "c-2,13700137001,138,2026-11-23T01:30:00Z\n"
                + "c-3,13700137002,17012340007,2026-11-23T01:31:00Z\n";
        JsonNode first = imported(csv);
        assertThat(first.path("added").asInt()).isEqualTo(2);
        assertThat(first.path("rejects").get(0).path("line").asInt()).isEqualTo(3);
        JsonNode again = imported(csv);
        assertThat(again.path("added").asInt()).isZero();
        assertThat(again.path("known").asInt()).isEqualTo(2);
    }

    private JsonNode imported(String csv) {
        return api.send(api.key(Role.OPERATOR), "POST", "/v1/reports/import", "text/csv", csv)
                .json();
    }

    @Test
    void anAppealIsTakenAnsweredAndDecided() {
        Api.Answer taken = mine("POST", "/v1/appeals", "{\"ground\":\"courier\",\"text\":\"我是快递员\"}");
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.json().path("relieved").asBoolean()).isTrue();
        String number = taken.json().path("appealNumber").asText();
        assertThat(api.as(Role.OFFICER, "GET", "/v1/appeals", "").text()).contains(number);
        String steps = "/v1/appeals/" + number + "/steps";
        assertThat(api.as(Role.OFFICER, "POST", steps, "{\"step\":\"answer\",\"text\":\"核实中\"}")
                        .status())
                .isEqualTo(200);
        Api.Answer decided =
                api.as(Role.OFFICER, "POST", steps, "{\"step\":\"decide\",\"upheld\":true,\"text\":\"属实\"}");
        assertThat(decided.json().path("decided").asBoolean()).isTrue();
        assertThat(api.as(Role.OFFICER, "POST", steps, "{\"step\":\"answer\",\"text\":\"再答\"}")
                        .status())
                .isEqualTo(409);
        assertThat(mine("GET", "/v1/appeals/" + number, "").json().path("steps"))
                .hasSize(3);
        assertThat(mine("POST", "/v1/appeals", "{\"ground\":\"x\"}")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("ground");
    }
}

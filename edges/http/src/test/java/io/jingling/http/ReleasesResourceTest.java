package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.http.memory.Memory;
import io.jingling.http.memory.MemoryEvidence;
import io.jingling.platform.ApiKey.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Full numbers over HTTP: asked for by one, released by another, read by the first, all of it written down. */
@QuarkusTest
class ReleasesResourceTest {
    private static final String CALLER = "16500231000";

    @Inject
    Api api;

    @Inject
    Memory memory;

    @Inject
    MemoryEvidence evidence;

    @BeforeEach
    void bothAreKnownBefore() {
        api.key(Role.OFFICER);
        api.key(Role.OPERATOR);
    }

    @AfterEach
    void allIsWell() {
        memory.away(false);
    }

    @Test
    void aDecisionsCallerIsReadAfterAnotherReleasedIt() {
        JsonNode asked = ask(Role.OFFICER, decision()).json();
        String id = asked.path("id").asText();
        assertThat(asked.path("stage").asText()).isEqualTo("asked");
        assertThat(asked.path("numbers").toString()).isEqualTo("[\"165****1000\"]");
        assertThat(step(Role.OFFICER, id, "numbers").status()).isEqualTo(409);
        JsonNode released = step(Role.OPERATOR, id, "release").json();
        assertThat(released.path("stage").asText()).isEqualTo("released");
        assertThat(released.path("answerer").path("role").asText()).isEqualTo("operator");
        JsonNode read = step(Role.OFFICER, id, "numbers").json();
        assertThat(read.path("numbers").toString()).isEqualTo("[\"" + CALLER + "\"]");
        assertThat(evidence.said()).contains("how read\n", "whose " + CALLER + "\n");
        String log = api.as(Role.AUDITOR, "GET", "/v1/accesses?limit=3", "").text();
        assertThat(log).contains("\"read\"", "\"released\"", "\"asked\"").doesNotContain(CALLER);
        assertThat(api.as(Role.AUDITOR, "GET", "/v1/releases", "").text())
                .contains(id)
                .doesNotContain(CALLER);
    }

    @Test
    void nobodyReleasesTheirOwnAndNobodyElseReads() {
        String id = ask(Role.OPERATOR, decision()).json().path("id").asText();
        Api.Answer own = step(Role.OPERATOR, id, "release");
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.json().path("type").asText()).isEqualTo("urn:jingling:problem:denied");
        assertThat(own.json().path("detail").asText()).isEqualTo("key: got that of who asked, want another person's");
        step(Role.OFFICER, id, "release");
        assertThat(step(Role.OFFICER, id, "numbers").status()).isEqualTo(403);
    }

    @Test
    void aRefusalNamesItsReasonAndIsLast() {
        String id = ask(Role.OFFICER, decision()).json().path("id").asText();
        String path = "/v1/releases/" + id + "/refuse";
        assertThat(api.asOperator("POST", path, "{\"reason\":\" \"}").status()).isEqualTo(400);
        JsonNode refused =
                api.asOperator("POST", path, "{\"reason\":\"没有立案文书\"}").json();
        assertThat(refused.path("stage").asText()).isEqualTo("refused");
        assertThat(refused.path("refusal").asText()).isEqualTo("没有立案文书");
        assertThat(step(Role.OPERATOR, id, "release").status()).isEqualTo(409);
    }

    @Test
    void whatCannotBeWrittenDownIsNotShown() {
        String id = ask(Role.OFFICER, decision()).json().path("id").asText();
        step(Role.OPERATOR, id, "release");
        memory.away(true);
        Api.Answer read = step(Role.OFFICER, id, "numbers");
        assertThat(read.status()).isEqualTo(503);
        assertThat(read.text()).doesNotContain(CALLER);
    }

    @Test
    void aWishSaysWhatOfWhichCaseAndWhy() {
        assertThat(detail("{\"about\":\"subscriber\",\"of\":\"1\",\"caseId\":\"c\",\"reason\":\"r\"}"))
                .isEqualTo("about: got another word, want decision, case, campaign or entry");
        assertThat(detail("{\"about\":\"decision\",\"of\":\"x\",\"caseId\":\"c\",\"reason\":\"r\"}"))
                .isEqualTo("of: got none of a decision, want a whole number from 0");
        assertThat(detail("{\"about\":\"decision\",\"of\":\"1\",\"reason\":\"r\"}"))
                .isEqualTo("caseId: got 0 characters, want 1 to 100");
        assertThat(ask(Role.OFFICER, "999999999").status()).isEqualTo(404);
    }

    /** The id of a decision on a call of the caller. */
    private String decision() {
        String body = "{\"caller\":\"" + CALLER + "\",\"callee\":\"13800138000\"}";
        assertThat(api.asOperator("POST", "/v1/screen", body).json().has("id")).isFalse();
        return api.asOperator("POST", "/v1/decisions/why", "{\"number\":\"" + CALLER + "\"}")
                .json()
                .path("decisions")
                .path(0)
                .path("id")
                .asText();
    }

    private Api.Answer ask(Role by, String decision) {
        return api.as(
                by,
                "POST",
                "/v1/releases",
                "{\"about\":\"decision\",\"of\":\"" + decision
                        + "\",\"caseId\":\"公(刑)立字 2026-1\",\"reason\":\"核查主叫\"}");
    }

    private Api.Answer step(Role by, String id, String step) {
        return api.as(by, "POST", "/v1/releases/" + id + "/" + step, "{}");
    }

    private String detail(String body) {
        return api.as(Role.OFFICER, "POST", "/v1/releases", body)
                .json()
                .path("detail")
                .asText();
    }
}

package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.http.memory.Memory;
import io.jingling.http.memory.MemoryEvidence;
import io.jingling.platform.ApiKey.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bundle of a case over HTTP: in evidence first, masked without a release, by the asker alone with one. */
@QuarkusTest
class BundlesResourceTest {
    private static final String CALLER = "16500231777";
    private static final String SOMEBODY = "13733337777";

    @Inject
    Api api;

    @Inject
    Memory memory;

    @Inject
    MemoryEvidence evidence;

    @BeforeEach
    void thereWasACall() {
        api.key(Role.OFFICER);
        api.asOperator("POST", "/v1/screen", "{\"caller\":\"" + CALLER + "\",\"callee\":\"" + SOMEBODY + "\"}");
    }

    @AfterEach
    void allIsWell() {
        memory.away(false);
    }

    @Test
    void withoutAReleaseNumbersAreMaskedAndWhatWasHandedInIsThere() {
        String content = Base64.getEncoder().encodeToString("an sms".getBytes(StandardCharsets.US_ASCII));
        Api.Answer made = api.as(
                Role.OFFICER,
                "POST",
                "/v1/bundles",
                "{\"caseId\":\"c 1\",\"purpose\":\"a test\",\"callers\":[\"" + CALLER
                        + "\"],\"files\":[{\"name\":\"sms.txt\",\"sort\":\"sms\",\"from\":\"报案人\",\"how\":\"copied\",\"content\":\""
                        + content + "\"}]}");
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text())
                .contains("165****1777", "其他用户", "files/材料/sms.txt", "an sms", "log/file-1.tlog-proof", "seal.txt")
                .doesNotContain(CALLER, SOMEBODY, "137****7777");
        assertThat(evidence.said())
                .contains("how exported\n", "case c 1\nwhat bundle, numbers masked\nreason a test\n");
    }

    @Test
    void aReleaseOfTheSameCaseShowsItsNumbersToWhoAsked() {
        String decision = api.asOperator("POST", "/v1/decisions/why", "{\"number\":\"" + CALLER + "\"}")
                .json()
                .path("decisions")
                .path(0)
                .path("id")
                .asText();
        String release = api.as(
                        Role.OFFICER,
                        "POST",
                        "/v1/releases",
                        "{\"about\":\"decision\",\"of\":\"" + decision + "\",\"caseId\":\"c 1\",\"reason\":\"r\"}")
                .json()
                .path("id")
                .asText();
        assertThat(export(Role.OFFICER, "c 1", release).status()).isEqualTo(409);
        api.asOperator("POST", "/v1/releases/" + release + "/release", "{}");
        assertThat(export(Role.OPERATOR, "c 1", release).status()).isEqualTo(403);
        assertThat(export(Role.OFFICER, "c 2", release).json().path("detail").asText())
                .isEqualTo("case: got another than that of the release, want that of the release");
        Api.Answer made = export(Role.OFFICER, "c 1", release);
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text()).contains(CALLER, "批准调阅").doesNotContain(SOMEBODY);
    }

    @Test
    void whatCannotBeInEvidenceIsNotExported() {
        memory.away(true);
        assertThat(export(Role.OFFICER, "c 1", "").status()).isEqualTo(503);
    }

    @Test
    void anOrderNamesWhatIsWrongWithIt() {
        assertThat(detail("{\"caseId\":\"c\",\"purpose\":\"p\"}"))
                .isEqualTo("about: got no caller, decision or campaign, want at least one of them");
        assertThat(detail("{\"purpose\":\"p\",\"callers\":[\"" + CALLER + "\"]}"))
                .startsWith("caseId: got 0 characters");
        assertThat(detail("{\"caseId\":\"c\",\"purpose\":\"p\",\"callers\":[\"16500239999\"]}"))
                .startsWith("about: got callers without any decision");
        assertThat(
                        detail(
                                "{\"caseId\":\"c\",\"purpose\":\"p\",\"callers\":[\"" + CALLER
                                        + "\"],\"files\":[{\"name\":\"../x\",\"sort\":\"sms\",\"from\":\"f\",\"how\":\"h\",\"content\":\"\"}]}"))
                .isEqualTo("name: got one with a /, want a file's own name");
    }

    @Test
    void theTrustFileIsHadApart() {
        assertThat(api.as(Role.REGULATOR, "GET", "/v1/bundles/trust", "").text())
                .startsWith("jingling/trust/v1\n\nlog PeterNeumann\n");
    }

    private Api.Answer export(Role by, String caseId, String release) {
        String more = release.isEmpty() ? "" : ",\"release\":\"" + release + "\"";
        return api.as(
                by,
                "POST",
                "/v1/bundles",
                "{\"caseId\":\"" + caseId + "\",\"purpose\":\"a test\",\"callers\":[\"" + CALLER + "\"]" + more + "}");
    }

    private String detail(String body) {
        return api.as(Role.OFFICER, "POST", "/v1/bundles", body)
                .json()
                .path("detail")
                .asText();
    }
}

package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.http.memory.Memory;
import io.jingling.platform.ApiKey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets in, and what cannot be done in somebody's name. */
@QuarkusTest
class ConsoleAccessTest {
    private static final List<String> PAGES = List.of(
            "/console",
            "/console/live",
            "/console/live/rows",
            "/console/live/figures",
            "/console/live/charts",
            "/console/decisions/1",
            "/console/why",
            "/console/why/x",
            "/console/wishes",
            "/console/wishes/id1");
    private static final List<String> FORMS = List.of(
            "/console/why",
            "/console/rehearse",
            "/console/wishes",
            "/console/wishes/id1/service",
            "/console/wishes/id1/courier",
            "/console/wishes/id1/settings",
            "/console/wishes/id1/undo",
            "/console/wishes/id1/white/add",
            "/console/wishes/id1/black/paste",
            "/console/wishes/id1/white/remove",
            "/console/log-out",
            "/console/language");

    @Inject
    Visitor visitor;

    @Inject
    Memory memory;

    @AfterEach
    void theStoreIsBack() {
        memory.away(false);
        memory.starting(false);
    }

    @Test
    void aStrangerIsSentToTheLogInFromEveryPage() {
        Visitor.Tab stranger = visitor.stranger();
        assertThat(PAGES).allSatisfy(page -> {
            HttpResponse<String> answer = stranger.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(303);
            assertThat(location(answer)).endsWith("/console/log-in");
        });
    }

    @Test
    void theRolesOfTheConsoleGetIn() {
        assertThat(Sessions.ROLES).allSatisfy(role -> assertThat(
                        visitor.as(role).get("/console/live").statusCode())
                .isEqualTo(200));
    }

    @Test
    void anotherRoleIsToldWhichRolesGetIn() {
        HttpResponse<String> answer =
                visitor.stranger().post("/console/log-in", "key", visitor.key(ApiKey.Role.TENANT));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("tenant").contains("auditor");
    }

    @Test
    void aWrongKeyIsAnsweredAlikeWhateverItLooksLike() {
        String good = visitor.key(ApiKey.Role.OPERATOR);
        HttpResponse<String> almost =
                visitor.stranger().post("/console/log-in", "key", good.substring(0, good.length() - 1) + "!");
        HttpResponse<String> nothing = visitor.stranger().post("/console/log-in", "key", "");
        assertThat(almost.statusCode()).isEqualTo(401);
        assertThat(nothing.statusCode()).isEqualTo(401);
        assertThat(almost.body()).isEqualTo(nothing.body());
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
        HttpResponse<String> answer =
                visitor.stranger().post("/console/log-in", "key", visitor.key(ApiKey.Role.OPERATOR));
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("jingling_console=")
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/console")
                .contains("Max-Age=43200");
    }

    @Test
    void aFormWithoutTheSessionsSecretChangesNothing() {
        Visitor.Tab operator = visitor.as(ApiKey.Role.OPERATOR);
        assertThat(FORMS).allSatisfy(form -> assertThat(
                        operator.postAs("guess", operator.server(), form).statusCode())
                .as(form)
                .isEqualTo(403));
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        Visitor.Tab operator = visitor.as(ApiKey.Role.OPERATOR);
        assertThat(FORMS)
                .allSatisfy(form -> assertThat(operator.postAs(operator.secret(), "http://elsewhere.example", form)
                                .statusCode())
                        .as(form)
                        .isEqualTo(403));
    }

    @Test
    void whoLoggedOutIsOut() {
        Visitor.Tab operator = visitor.as(ApiKey.Role.OPERATOR);
        operator.post("/console/log-out");
        assertThat(operator.get("/console/live").statusCode()).isEqualTo(303);
    }

    @Test
    void anAuditorLooksAndChangesNothing() {
        Visitor.Tab auditor = visitor.as(ApiKey.Role.AUDITOR);
        String editor = location(auditor.post("/console/wishes", "number", "13700137001"));
        assertThat(auditor.get("/console/wishes/" + id(editor)).body()).contains("此处只能查看");
        assertThat(List.of("service", "courier", "undo"))
                .allSatisfy(what -> assertThat(auditor.post("/console/wishes/" + id(editor) + "/" + what)
                                .statusCode())
                        .as(what)
                        .isEqualTo(403));
        assertThat(auditor.post("/console/wishes/" + id(editor) + "/black/add", "number", "13900000000")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whileTheStoreIsAwayNobodyNewGetsInAndThoseInsideStay() {
        Visitor.Tab operator = visitor.as(ApiKey.Role.OPERATOR);
        String key = visitor.key(ApiKey.Role.OPERATOR);
        memory.away(true);
        HttpResponse<String> late = visitor.stranger().post("/console/log-in", "key", key);
        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(operator.get("/console/live").statusCode()).isEqualTo(200);
    }

    @Test
    void whileTheListsAreReadAPageSaysSo() {
        Visitor.Tab operator = visitor.as(ApiKey.Role.OPERATOR);
        memory.starting(true);
        HttpResponse<String> answer = operator.get("/console/live");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("正在启动");
    }

    @Test
    void aFormOfMoreThanHalfAMegabyteIsCutOff() {
        HttpResponse<String> answer = visitor.stranger().post("/console/log-in", "key", "x".repeat(600_000));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aPageMayLoadFromHereOnlyAndIsKeptNowhere() {
        HttpResponse<String> page = visitor.as(ApiKey.Role.OPERATOR).get("/console/live");
        assertThat(page.headers().firstValue("Content-Security-Policy")).contains(PageHeaders.POLICY);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body())
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContain("onclick");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=\"/)");
    }

    @Test
    void theLanguageIsSwitchedAndComesBackToAPageOfOurs() {
        Visitor.Tab operator = visitor.as(ApiKey.Role.OPERATOR);
        assertThat(location(operator.post("/console/language", "to", "en", "back", "/console/why")))
                .endsWith("/console/why");
        assertThat(operator.get("/console/why").body())
                .contains("<html lang=\"en\">")
                .contains("Why was this call");
        assertThat(location(operator.post("/console/language", "to", "en", "back", "//elsewhere.example/console/")))
                .endsWith("/console/live");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}

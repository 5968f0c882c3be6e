package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.PhoneNumber;
import io.jingling.http.memory.Memory;
import io.jingling.platform.ApiKey.Role;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.Platform;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Full numbers on the console: one asks, another releases, the first sees them. */
@QuarkusTest
class ReleasesPageTest {
    private static final PhoneNumber CALLER = PhoneNumber.parse("16500231888");

    @Inject
    Visitor visitor;

    @Inject
    Platform platform;

    @Inject
    DecisionHistory history;

    @Inject
    Memory memory;

    @AfterEach
    void allIsWell() {
        memory.away(false);
    }

    @Test
    void oneAsksAnotherReleasesAndTheFirstSees() {
        Visitor.Tab operator = visitor.as(Role.OPERATOR);
        Visitor.Tab officer = visitor.as(Role.OFFICER);
        HttpResponse<String> asked = ask(officer, "核查主叫");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("待批准", "165****1888").doesNotContain("/release\"", "16500231888");
        String id = firstId(operator.get("/console/releases").body());
        assertThat(operator.post("/console/releases/" + id + "/release").body()).contains("已批准");
        assertThat(operator.post("/console/releases/" + id + "/read").body())
                .contains("只有申请人可以查看")
                .doesNotContain("16500231888");
        assertThat(officer.post("/console/releases/" + id + "/read").body()).contains("16500231888", "本次查看已存证");
        assertThat(operator.get("/console/releases").body())
                .contains("调阅日志", "查看", "核查主叫")
                .doesNotContain("16500231888");
    }

    @Test
    void whatIsIncompleteComesBackAsItWasTyped() {
        Visitor.Tab officer = visitor.as(Role.OFFICER);
        HttpResponse<String> asked = ask(officer, "");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("请写明编号、案件编号", "value=\"演示-1\"");
    }

    @Test
    void anAuditorSeesTheLogAndChangesNothing() {
        Visitor.Tab auditor = visitor.as(Role.AUDITOR);
        assertThat(auditor.get("/console/releases").body())
                .contains("调阅日志")
                .doesNotContain("提出申请", "hx-post=\"/console/releases");
        assertThat(ask(auditor, "看看").body()).contains("此角色不能申请或办理");
    }

    @Test
    void whereEvidenceIsAwayNothingIsAsked() {
        Visitor.Tab officer = visitor.as(Role.OFFICER);
        String decision = decision();
        memory.away(true);
        HttpResponse<String> asked =
                officer.post("/console/releases", "about", "decision", "of", decision, "caseId", "c", "reason", "r");
        assertThat(asked.statusCode()).isEqualTo(503);
        assertThat(asked.body()).contains("没有显示号码");
    }

    private HttpResponse<String> ask(Visitor.Tab by, String reason) {
        return by.post("/console/releases", "about", "decision", "of", decision(), "caseId", "演示-1", "reason", reason);
    }

    private String decision() {
        platform.screen(CallAttempt.of(
                CALLER, PhoneNumber.parse("13733338888"), Instant.now().toEpochMilli()));
        return Long.toString(
                history.ofCaller(CALLER, Instant.MIN, Instant.MAX, 1).getFirst().id());
    }

    private static String firstId(String page) {
        Matcher found =
                Pattern.compile("/console/releases/([0-9a-f-]{36})/release").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}

package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.CallTime;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.ReportedNumber;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.Said;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.ApiKey.Role;
import io.jingling.platform.CaseStore;
import io.jingling.platform.Exhibits;
import io.jingling.platform.Intake;
import io.jingling.platform.Intake.Sent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A case on the console: what officers see of it, what they may do, and that nobody sees who reported. */
@QuarkusTest
class CasePageTest {
    private static final String REPORTER = "13700137123";
    private static final String WRITTEN = "1370 013 7123";

    @Inject
    Visitor visitor;

    @Inject
    Intake intake;

    @Inject
    Exhibits exhibits;

    @Inject
    CaseStore cases;

    private CaseNumber reported(String number) {
        Said said = Said.NOTHING.with("我的号码是 " + WRITTEN + "，对方推销贷款");
        return intake.takeAll(List.of(new Sent(
                        PhoneNumber.parse(REPORTER),
                        ReportedNumber.read(number),
                        new CallTime(now(), CallTime.Precision.MINUTE),
                        said,
                        Entrance.H5,
                        Optional.empty(),
                        true,
                        now())))
                .getFirst()
                .number();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static String steps(CaseNumber number) {
        return "/console/cases/" + number + "/steps";
    }

    @Test
    void aCaseIsWorkedOnFromHandOverToToldAndEachStepIsInItsTimeline() {
        CaseNumber number = reported("17012350001");
        Visitor.Tab officer = visitor.as(Role.OFFICER);
        String page = officer.get("/console/cases/" + number).body();
        assertThat(page).contains("170****0001", "举报人 1", "1 人举报", "推销贷款", "本平台自定", "申请查看完整号码", "caseId=" + number);
        assertThat(page.indexOf("value=\"verify\"")).isLessThan(page.indexOf("value=\"hand_over\""));
        String[][] all = {
            {"step", "hand_over", "to", "outbound_platform", "toName", "甲平台", "text", "转外呼平台"},
            {"step", "verify", "outcome", "harassment", "text", "话单属实"},
            {"step", "act", "measure", "number_stopped", "text", "关停"},
            {"step", "tell", "outcome", "harassment", "text", "号码已关停", "confirmed", "yes"},
            {"step", "reply", "text", "企业已整改"}
        };
        for (String[] step : all) {
            HttpResponse<String> done = officer.post(steps(number), step);
            assertThat(done.statusCode()).as(step[1]).isEqualTo(303);
            assertThat(done.headers().firstValue("Location").orElse("")).endsWith(number + "?done=" + step[1]);
        }
        assertThat(officer.get("/console/cases/" + number + "?done=tell").body())
                .contains("已告知，案件办结", "外呼平台 · 甲平台", "关停号码", "核实结果：属实", "企业已整改", "没有待办时限", "本人")
                .doesNotContain("value=\"verify\"", "value=\"act\"");
        assertThat(cases.find(List.of(number)).get(number).toldAt()).isPresent();
        HttpResponse<String> late = officer.post(steps(number), "step", "act", "measure", "warned", "text", "写了很久");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("案件已办结，只能登记答复或备注", "写了很久", "value=\"warned\" selected");
    }

    @Test
    void whatMustWaitIsASentenceAtTheFormAndWhatWasTypedIsKept() {
        CaseNumber number = reported("17012350002");
        Visitor.Tab officer = visitor.as(Role.OFFICER);
        HttpResponse<String> early =
                officer.post(steps(number), "step", "tell", "outcome", "harassment", "text", "我写的<理由>");
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("须先核实，才能告知", "我写的&lt;理由&gt;");
        HttpResponse<String> empty = officer.post(steps(number), "step", "verify", "outcome", "benign", "text", " ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("请写明理由", "aria-invalid=\"true\"", "<option value=\"benign\" selected>");
        assertThat(officer.post(steps(number), "step", "verify", "outcome", "nonsense", "text", "x")
                        .body())
                .contains("请在列出的选项中选择");
        officer.post(steps(number), "step", "verify", "outcome", "benign", "text", "x");
        assertThat(officer.post(steps(number), "step", "tell", "outcome", "harassment", "text", "x")
                        .body())
                .contains("须与核实结果一致");
        assertThat(cases.find(List.of(number)).get(number).steps()).hasSize(3);
    }

    @Test
    void tellingIsAskedForOnceMoreBeforeItClosesTheCase() {
        CaseNumber number = reported("17012350003");
        Visitor.Tab officer = visitor.as(Role.OFFICER);
        HttpResponse<String> asked =
                officer.post(steps(number), "step", "tell", "outcome", "not_accepted", "text", "不属于受理范围");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("确认告知", "不能撤销", "不属于受理范围").doesNotContain("form-problem");
        assertThat(cases.find(List.of(number)).get(number).stage().isClosed()).isFalse();
    }

    @Test
    void aScriptGetsTheCaseItsRowAndWhatWasSaidAndNothingElse() {
        CaseNumber number = reported("17012350004");
        Visitor.Tab officer = visitor.as(Role.OFFICER);
        HttpResponse<String> done = officer.byScript(steps(number), "step", "note", "text", "已联系");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body())
                .contains("<article id=\"case\"", "id=\"row-" + number.digits() + "\" hx-swap-oob", "已备注")
                .doesNotContain("<html");
    }

    @Test
    void anAuditorSeesACaseAndTakesNoStepAndGetsNoFile() {
        CaseNumber number = reported("17012350005");
        ReporterId by = cases.reports(number, 1).getFirst().by();
        byte[] text = "录音里说的话".getBytes(StandardCharsets.UTF_8);
        String file = exhibits.add(number, by, WRITTEN + ".txt", text, now())
                .orElseThrow()
                .id();
        Visitor.Tab auditor = visitor.as(Role.AUDITOR);
        assertThat(auditor.get("/console/cases/" + number).body())
                .contains("举报人 1", "137")
                .doesNotContain("<form method=\"post\" action=\"/console/cases", "files/" + file, WRITTEN);
        assertThat(auditor.post(steps(number), "step", "note", "text", "x").statusCode())
                .isEqualTo(403);
        String path = "/console/cases/" + number + "/files/" + file;
        assertThat(auditor.get(path).statusCode()).isEqualTo(403);
        HttpResponse<String> got = visitor.as(Role.OFFICER).get(path);
        assertThat(got.body()).isEqualTo("录音里说的话");
        assertThat(got.headers().firstValue("Content-Disposition")).contains("attachment");
        assertThat(got.headers().firstValue("Content-Type").orElse("")).startsWith("application/octet-stream");
    }

    @Test
    void whatThereIsNotIsSaid() {
        Visitor.Tab officer = visitor.as(Role.OFFICER);
        assertThat(officer.get("/console/cases/261123-000000-000000-0").statusCode())
                .isEqualTo(404);
        CaseNumber number = reported("17012350006");
        for (String file : new String[] {"0".repeat(32), "x"}) {
            assertThat(officer.get("/console/cases/" + number + "/files/" + file)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoReportedIsInNoPageFileAddressOrLogLine() {
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage()
                        + List.of(line.getParameters() == null ? new Object[0] : line.getParameters()));
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        List<String> seen = new ArrayList<>();
        try {
            CaseNumber number = reported("17012350007");
            for (Role role : List.of(Role.OFFICER, Role.OPERATOR, Role.AUDITOR)) {
                Visitor.Tab tab = visitor.as(role);
                HttpResponse<String> found = tab.post("/console/cases/find", "text", REPORTER);
                seen.add(found.headers().map().toString());
                seen.add(tab.get(found.headers()
                                .firstValue("Location")
                                .orElseThrow()
                                .replaceAll("^http://[^/]+", ""))
                        .body());
                for (String path : List.of(
                        "/console/cases",
                        "/console/cases?order=due&open=true",
                        "/console/cases/list.csv",
                        "/console/cases/" + number,
                        "/console/appeals?all=true")) {
                    HttpResponse<String> answer = tab.get(path);
                    assertThat(answer.statusCode()).as(path).isEqualTo(200);
                    seen.add(answer.body() + answer.headers().map());
                }
                seen.add(tab.post(steps(number), "step", "note", "text", "x")
                        .headers()
                        .map()
                        .toString());
            }
        } finally {
            root.removeHandler(handler);
        }
        assertThat(String.join("\n", seen)).contains("170****0007").doesNotContain(REPORTER, WRITTEN, "17012350007");
        assertThat(String.join("\n", logged)).doesNotContain(REPORTER, WRITTEN, "17012350007");
    }

    @Test
    void longRowsOfDigitsAreMaskedHoweverTheyAreWritten() {
        assertThat(CaseReport.masked("13700137123，137-0013-7123，１３７００１３７１２３，第3次 2026年 共1000元"))
                .isEqualTo("137********，137-****-****，１３７********，第3次 2026年 共1000元");
    }

    @Test
    void theCallerOfACaseIsAskedForByOneAndReleasedByAnother() {
        CaseNumber number = reported("17012350008");
        Visitor.Tab operator = visitor.as(Role.OPERATOR);
        Visitor.Tab officer = visitor.as(Role.OFFICER);
        String form = officer.get("/console/releases?about=case&of=" + number.digits() + "&caseId=" + number)
                .body();
        assertThat(form).contains("value=\"case\" selected", "value=\"" + number + "\"", "需核查主叫号码");
        HttpResponse<String> asked = officer.post(
                "/console/releases",
                "about",
                "case",
                "of",
                number.toString(),
                "caseId",
                number.toString(),
                "reason",
                "核查");
        assertThat(asked.body()).contains("170****0008").doesNotContain("17012350008");
        Matcher id = Pattern.compile("/console/releases/([0-9a-f-]{36})/release")
                .matcher(operator.get("/console/releases").body());
        assertThat(id.find()).isTrue();
        operator.post("/console/releases/" + id.group(1) + "/release");
        assertThat(officer.post("/console/releases/" + id.group(1) + "/read").body())
                .contains("17012350008");
        assertThat(officer.post(
                                "/console/releases",
                                "about",
                                "case",
                                "of",
                                "1".repeat(19),
                                "caseId",
                                "c",
                                "reason",
                                "r")
                        .statusCode())
                .isEqualTo(422);
    }
}

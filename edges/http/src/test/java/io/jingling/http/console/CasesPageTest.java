package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.CallTime;
import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReportedNumber;
import io.jingling.complaints.RoutingTable;
import io.jingling.complaints.Said;
import io.jingling.domain.PhoneNumber;
import io.jingling.http.Api;
import io.jingling.platform.ApiKey.Role;
import io.jingling.platform.CaseStore;
import io.jingling.platform.Intake;
import io.jingling.platform.Intake.Sent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Cases on the console. */
@QuarkusTest
class CasesPageTest {
    @Inject
    Visitor visitor;

    @Inject
    Api api;

    @Inject
    Intake intake;

    @Inject
    CaseStore cases;

    @Test
    void whatAFigureOfTheStatisticsLinksToIsShown() {
        var answer = visitor.as(Role.AUDITOR)
                .get("/console/cases?from=2026-07-01&to=2026-10-01&carrier=china_mobile&category=07&mode=robot_ai");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("value=\"2026-07-01\"", "name=\"carrier\" value=\"china_mobile\"", "清除条件", "没有符合条件的案件");
    }

    @Test
    void aCaseIsFoundByWhatItsReportSaysAndNobodySeesWhoReported() {
        String sms = "{\"from\":\"13700137088\",\"text\":\"17012340088*18\"}";
        String number = api.asOperator("POST", "/v1/reports/sms", sms)
                .json()
                .path("caseNumber")
                .asText();
        var tab = visitor.as(Role.OFFICER);
        assertThat(tab.get("/console/cases?category=18&segment=virtual_operator")
                        .body())
                .contains(number, "170****0088", "出行拉货", "依据", "1 件举报")
                .doesNotContain("137****", "17012340088");
        assertThat(tab.get("/console/cases?category=17").body()).doesNotContain(number);
    }

    @Test
    void whatCannotBeReadIsSaidAndAllAreShown() {
        for (String wrong : new String[] {"from=yesterday", "stage=somewhere", "desk=nobody", "before=1"}) {
            var answer = visitor.as(Role.OFFICER).get("/console/cases?" + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("无法识别");
        }
    }

    private CaseNumber reported(String number) {
        return intake.takeAll(List.of(new Sent(
                        PhoneNumber.parse("13700137126"),
                        ReportedNumber.read(number),
                        new CallTime(Instant.now(), CallTime.Precision.MINUTE),
                        Said.NOTHING,
                        Entrance.H5,
                        Optional.empty(),
                        false,
                        Instant.now())))
                .getFirst()
                .number();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceAll("^http://[^/]+", "");
    }

    @Test
    void aNumberIsSearchedForWithoutBeingInAnyAddress() {
        CaseNumber number = reported("17012360001");
        var tab = visitor.as(Role.OFFICER);
        var found = tab.post("/console/cases/find", "text", "170 1236-0001");
        assertThat(found.statusCode()).isEqualTo(303);
        assertThat(location(found)).startsWith("/console/cases?search=").doesNotContain("0001");
        assertThat(tab.get(location(found)).body())
                .contains("关于 170****0001 的案件", number.toString())
                .doesNotContain("17012360001");
        assertThat(location(tab.post("/console/cases/find", "text", number.digits())))
                .isEqualTo("/console/cases/" + number);
        assertThat(tab.post("/console/cases/find", "text", "何人").body()).contains("请输入完整的受理号或来电号码");
        var another = visitor.as(Role.OFFICER).get(location(found));
        assertThat(another.statusCode()).isEqualTo(422);
        assertThat(another.body()).contains("已过期");
    }

    @Test
    void viewsOfTheHouseAreThereAndOwnOnesAreKeptAndRemoved() {
        var tab = visitor.as(Role.OFFICER);
        assertThat(tab.get("/console/cases?open=true&order=due&unverified=true").body())
                .contains("待核实", "逾期", "诈骗与轰炸", "我处负责", "全部")
                .containsPattern("href=\"[^\"]*unverified=true\" aria-current=\"true\">待核实");
        var kept = tab.post("/console/cases/views", "name", "我的<手机>", "stage", "handed_over", "search", "x");
        assertThat(location(kept)).isEqualTo("/console/cases?stage=handed_over");
        assertThat(tab.get("/console/cases?stage=handed_over").body()).contains("aria-current=\"true\">我的&lt;手机&gt;");
        tab.post("/console/cases/views/remove", "name", "我的<手机>");
        assertThat(tab.get("/console/cases").body()).doesNotContain("我的&lt;手机&gt;");
    }

    @Test
    void theFileHasWhatIsListedMaskedAndNoFormulas() {
        CaseNumber number = reported("17012360002");
        var tab = visitor.as(Role.OFFICER);
        tab.post(
                "/console/cases/" + number + "/steps",
                "step",
                "hand_over",
                "to",
                "carrier",
                "toName",
                "甲,乙\"丙",
                "text",
                "转办");
        var file = tab.get("/console/cases/list.csv?order=due");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.body())
                .startsWith("\ufeff" + CasesFile.HEADER)
                .contains(number + ",170****0002,", "\"运营商 · 甲,乙\"\"丙\"")
                .doesNotContain("17012360002", "13700137126");
        assertThat(CasesFile.cell("=cmd()")).isEqualTo("'=cmd()");
        assertThat(tab.get("/console/cases/list.csv?stage=nowhere").statusCode())
                .isEqualTo(422);
    }

    @Test
    void tenThousandCasesAreShownAPageAtATimeAndAllInTheFile() {
        Random random = new Random(5);
        Instant at = Instant.parse("2025-01-01T00:00:00Z");
        Report report = cases.reports(reported("17012360003"), 1).getFirst();
        for (int i = 0; i < 10_000; i++) {
            Report one = new Report(
                    report.id(),
                    report.by(),
                    report.about(),
                    report.when(),
                    report.said(),
                    new Report.Intake(
                            at.plusSeconds(i),
                            Entrance.H5,
                            Optional.empty(),
                            false,
                            report.intake().guess()));
            cases.save(
                    Case.opened(
                            CaseNumber.draw(at, random),
                            one,
                            RoutingTable.standard().of(one)),
                    List.of());
        }
        var tab = visitor.as(Role.OFFICER);
        for (String query : List.of("", "?order=due&open=true", "?overdue=true&order=due")) {
            String page = tab.get("/console/cases" + query).body();
            assertThat(Pattern.compile("<tr id=\"row-").matcher(page).results().count())
                    .as(query)
                    .isEqualTo(50);
            assertThat(page.length()).as(query).isLessThan(100_000);
        }
        assertThat(tab.get("/console/cases/list.csv").body().lines().count())
                .isBetween(10_001L, (long) CasesFile.ROWS_MAX + 1);
    }
}

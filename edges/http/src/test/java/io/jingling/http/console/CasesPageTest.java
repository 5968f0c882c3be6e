package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.http.Api;
import io.jingling.platform.ApiKey.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Cases on the console. */
@QuarkusTest
class CasesPageTest {
    @Inject
    Visitor visitor;

    @Inject
    Api api;

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
}

package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.platform.ApiKey.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The report of a period on the console. */
@QuarkusTest
class StatisticsPageTest {
    @Inject
    Visitor visitor;

    @Test
    void aPeriodIsShownWithItsDefinitionsAndLinksToItsCases() {
        String page = visitor.as(Role.OPERATOR)
                .get("/console/statistics?period=2026Q3")
                .body();
        assertThat(page)
                .contains("《2026年第三季度非应邀商业电子信息投诉情况盘点》", "垃圾信息投诉情况盘点", "中国移动", "60.0", "看数据表", "口径")
                .contains("/console/cases?from=2026-07-01&amp;to=2026-10-01&amp;carrier=china_mobile")
                .contains("无数据：本平台只受理电话举报，没有短信投诉的来源");
    }

    @Test
    void aMonthIsAPeriodToo() {
        assertThat(visitor.as(Role.AUDITOR)
                        .get("/console/statistics?period=2026-09")
                        .body())
                .contains("《2026年9月非应邀商业电子信息投诉情况盘点》")
                .doesNotContain("name=\"company\"");
    }

    @Test
    void whatIsNoPeriodIsSaidAndThePresentOneShown() {
        var answer = visitor.as(Role.OFFICER).get("/console/statistics?period=2026Q9");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("统计期无法识别", "投诉情况盘点》");
    }
}

package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.platform.ApiKey.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The report of a period on the console. */
@QuarkusTest
class StatisticsPageTest {
    private static final String NAMINGS = "/console/statistics/namings";

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

    @Test
    void aCompanyIsNamedByTwoPeopleOnceItWasToldAndAnswered() {
        var officer = visitor.as(Role.OFFICER);
        var proposed = officer.post(NAMINGS, "company", "演示某公司", "period", "2026Q2");
        assertThat(proposed.statusCode()).isEqualTo(303);
        String naming = NAMINGS + "/" + namingOf(officer);
        assertThat(step(officer, naming, "signed", "").body()).contains("未改动", "the company to be told first");
        assertThat(step(officer, naming, "notified", "挂号信").statusCode()).isEqualTo(303);
        assertThat(step(officer, naming, "replied", "").body()).contains("未改动", "text: got 0 characters");
        assertThat(step(officer, naming, "replied", "已整改").statusCode()).isEqualTo(303);
        assertThat(step(officer, naming, "signed", "").statusCode()).isEqualTo(303);
        assertThat(step(officer, naming, "signed", "").body()).contains("another person");
        assertThat(step(visitor.as(Role.AUDITOR), naming, "signed", "").statusCode())
                .isEqualTo(403);
        assertThat(step(visitor.as(Role.OPERATOR), naming, "signed", "").statusCode())
                .isEqualTo(303);
        assertThat(officer.get("/console/statistics?period=2026Q2").body())
                .contains("将在报告中列名", "挂号信", "已告知企业并给予答复期，由两人签署");
    }

    @Test
    void aFormWithoutAPeriodIsToldSo() {
        var answer = visitor.as(Role.OFFICER).post(NAMINGS, "company", "演示某公司", "period", "上季度");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("统计期无法识别");
    }

    private static String namingOf(Visitor.Tab tab) {
        String page = tab.get("/console/statistics?period=2026Q2").body();
        Matcher found = Pattern.compile("statistics/namings/([0-9a-f-]{36})\"><input[^>]*><input[^>]*value=\"2026Q2\"")
                .matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> step(Visitor.Tab by, String naming, String step, String text) {
        return by.post(naming, "period", "2026Q2", "step", step, "text", text);
    }
}

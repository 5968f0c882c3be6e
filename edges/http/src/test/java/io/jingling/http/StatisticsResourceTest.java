package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.platform.ApiKey.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Reports of a period over HTTP, and who may name a company in them. */
@QuarkusTest
class StatisticsResourceTest {
    @Inject
    Api api;

    @Test
    void aReportHasItsFiguresWithAllThatTheyAreMadeOf() {
        Api.Answer answer = api.as(Role.REGULATOR, "GET", "/v1/statistics?period=2026Q3", "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("title").asText()).isEqualTo("《2026年第三季度非应邀商业电子信息投诉情况盘点》");
        var mobile = answer.json().path("blocks").path(0).path("lines").path(0);
        assertThat(mobile.path("percent").asText()).isEqualTo("60.0");
        assertThat(mobile.path("cases").asText())
                .isEqualTo("/console/cases?from=2026-07-01&to=2026-10-01&carrier=china_mobile");
        assertThat(mobile.path("figure").path("numerator").asLong()).isEqualTo(6);
        assertThat(mobile.path("figure").path("denominator").asLong()).isEqualTo(10);
        assertThat(mobile.path("figure").path("definition").asText()).isEqualTo("carrier/1");
    }

    @Test
    void aPeriodThatIsNoneIsRefusedByItsField() {
        Api.Answer answer = api.as(Role.OFFICER, "GET", "/v1/statistics?period=2026Q5", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("period", "2026Q3");
        assertThat(api.as(Role.OFFICER, "GET", "/v1/statistics?period=2099Q1", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void subscribersDoNotSeeReports() {
        assertThat(api.as(Role.SUBSCRIBER, "GET", "/v1/statistics?period=2026Q3", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void openDataTellsNoSmallCount() {
        Api.Answer answer = api.as(Role.AUDITOR, "GET", "/v1/statistics/open?period=2026Q3", "");
        assertThat(answer.text())
                .contains("2026-07,2026-07-01,07,贷款理财,,complaint/1,")
                .contains("2026-07,total,total,合计,38,complaint/1,");
        assertThat(answer.text()).contains("2026-09,total,total,合计,,complaint/1,");
        assertThat(answer.text().lines()).noneMatch(line -> line.matches(".*,[0-4],complaint/1,.*"));
    }

    @Test
    void openDataOfAQuarterIsThatOfItsMonthsAsItWasMadeFirst() {
        String quarter = api.as(Role.AUDITOR, "GET", "/v1/statistics/open?period=2026Q3", "")
                .text();
        String month = api.as(Role.AUDITOR, "GET", "/v1/statistics/open?period=2026-07", "")
                .text();
        assertThat(quarter).startsWith(month);
    }

    @Test
    void openDataOfWhatIsNotOverIsRefused() {
        Api.Answer answer = api.as(Role.AUDITOR, "GET", "/v1/statistics/open?period=2099Q4", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("period", "one that is not over");
    }

    @Test
    void fewWhoNamedACompanyNameNobodyAndNobodySignsBeforeItWasTold() {
        String few = "{\"company\":\"别的公司\",\"period\":\"2026Q3\"}";
        Api.Answer refused = api.as(Role.OFFICER, "POST", "/v1/statistics/namings", few);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("at least 20");
        String enough = "{\"company\":\"演示某公司\",\"period\":\"2026Q3\"}";
        Api.Answer proposed = api.as(Role.OFFICER, "POST", "/v1/statistics/namings", enough);
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        Api.Answer twice = api.as(Role.OPERATOR, "POST", "/v1/statistics/namings", enough);
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.text()).contains("\"field\":\"company\"", "proposed for this period already");
        String steps = "/v1/statistics/namings/" + proposed.json().path("id").asText() + "/steps";
        assertThat(step(Role.OFFICER, steps, "signed").status()).isEqualTo(409);
        assertThat(step(Role.OFFICER, steps, "notified").status()).isEqualTo(200);
        assertThat(step(Role.OFFICER, steps, "signed").text()).contains("15 days");
        assertThat(step(Role.OFFICER, steps, "replied").status()).isEqualTo(200);
        assertThat(step(Role.OFFICER, steps, "signed").json().path("published").asBoolean())
                .isFalse();
        Api.Answer again = step(Role.OFFICER, steps, "signed");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("another person");
        assertThat(step(Role.OPERATOR, steps, "signed").json().path("published").asBoolean())
                .isTrue();
        assertThat(api.as(Role.REGULATOR, "GET", "/v1/statistics?period=2026Q3", "")
                        .text())
                .contains("演示某公司");
        assertThat(step(Role.AUDITOR, steps, "dropped").status()).isEqualTo(403);
    }

    private Api.Answer step(Role role, String path, String step) {
        return api.as(role, "POST", path, "{\"step\":\"" + step + "\",\"text\":\"说明\"}");
    }
}

package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, and stays in, when the server is killed. */
class CitizenDoorsEndToEndTest {
    private static final String WRONG = "#problem";

    @TempDir
    Path folder;

    private CitizenSite site;
    private Chromium browser;

    @BeforeEach
    void start() throws IOException {
        site = CitizenSite.open(folder);
        browser = site.browser();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aRestartLogsNobodyOutAndGivesNobodyFreshTries() {
        site.logIn("13700138201");
        site.restart();
        browser.go("/h5");
        assertThat(browser.text("footer")).contains("137****8201");
        String session = browser.cookie("jingling_h5");
        browser.forget().go("/h5");
        site.ask("13700138202");
        String right = site.code("13700138202");
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            answer("13700138202", wrong);
        }
        browser.keep("jingling_h5", session);
        site.restart();
        assertThat(site.post("/h5/log-in", "number=13700138202&code=" + right).statusCode())
                .isEqualTo(401);
        browser.go("/h5");
        browser.click("form[action='/h5/log-out'] button");
        browser.await().until(() -> browser.one("#number").isDisplayed());
        browser.keep("jingling_h5", session);
        browser.go("/h5");
        assertThat(browser.text("main")).as("a closed session stays closed").contains("获取验证码");
    }

    @Test
    void nobodyFillsStatisticsAlone() {
        site.logIn("13700138204");
        for (int i = 0; i < 30; i++) {
            assertThat(site.fetchForm("/h5/report", "number=1701234" + (5_000 + i))
                            .statusCode())
                    .isEqualTo(303);
        }
        var more = site.fetchForm("/h5/report", "number=17012349999");
        assertThat(more.statusCode()).isEqualTo(429);
        assertThat(new String(more.body(), StandardCharsets.UTF_8)).contains("一小时内最多举报 30 次");
    }

    @Test
    void afterTwentyCodesInAnHourTheNextIsRefusedWithWhatToDo() {
        for (int i = 0; i < 20; i++) {
            assertThat(site.post("/h5/code", "number=1370013" + (8300 + i)).statusCode())
                    .isEqualTo(200);
        }
        browser.forget().go("/h5");
        browser.type("#number", "13700138399");
        browser.click("main .main");
        browser.await().until(() -> browser.text(WRONG).contains("一小时内发得太多"));
        assertThat(browser.picture("h5-too-many-codes").barriers()).isEmpty();
        assertThat(site.message("13700138399")).isEmpty();
    }

    private void answer(String number, String code) {
        assertThat(site.post("/h5/log-in", "number=" + number + "&code=" + code).statusCode())
                .isEqualTo(401);
    }
}

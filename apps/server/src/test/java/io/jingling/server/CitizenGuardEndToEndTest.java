package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 亲情守护 as a daughter and her mother live it, each with her own telephone. */
class CitizenGuardEndToEndTest {
    @TempDir
    static Path folder;

    private static CitizenSite site;
    private static Chromium browser;

    @BeforeAll
    static void start() throws IOException {
        site = CitizenSite.open(folder);
        browser = site.browser();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void whoWasAgreedToReportsInTheOthersNameUntilEitherEndsIt() {
        String daughter = "13700138401";
        String mother = "13700138402";
        agree(daughter, mother);
        browser.await().until(() -> site.message(mother).contains("已成为您的亲情守护人"));
        look("guard");
        browser.click("a[href$='/report'].main");
        browser.await().until(() -> browser.path().endsWith("/report"));
        assertThat(browser.text("h1")).contains("137****8402");
        browser.type("#number", CitizenSite.ROBOT);
        browser.click("main .main");
        site.arrive("/h5/report/kind");
        browser.click("button[value='07']");
        site.arrive("/h5/report/evidence");
        browser.click("#report .main");
        browser.await().until(() -> browser.path().startsWith("/h5/guard/"));
        look("guarded");
        String number = browser.text("#case-number");
        assertThat(site.message(mother)).contains("用您的名义举报", number);
        assertThat(site.casesOfMe()).as("it is not the daughter's").isZero();
        browser.go("/h5/guard");
        browser.script("document.querySelector(\"form[action$='/reject'] select\").value = '07'");
        browser.click("form[action$='/reject'] button");
        browser.await().until(() -> browser.text("main").contains("已替对方开通"));
        assertThat(site.message(mother)).contains("替您开通了骚扰电话拒接");
        String reporting = browser.one("a[href$='/report'].main").getAttribute("href");
        site.restart();
        browser.go("/h5/guard");
        assertThat(browser.text("main")).as("it outlives a restart").contains("137****8402");
        String hers = browser.cookie("jingling_h5");
        site.logIn(mother);
        assertThat(site.casesOfMe()).isEqualTo(1);
        assertThat(browser.text(".list")).contains(number);
        browser.go("/h5/guard");
        browser.click("form[action$='/end'] button");
        browser.await().until(() -> browser.text("main").contains("已结束"));
        browser.forget().keep("jingling_h5", hers).go("/h5" + reporting.substring(reporting.indexOf("/guard/")));
        assertThat(browser.text("main")).contains("守护已经结束");
    }

    @Test
    void withoutTheCodeOfTheOthersTelephoneThereIsNoPower() {
        String stranger = "13700138403";
        String mother = "13700138404";
        site.logIn(mother);
        site.logIn(stranger);
        invite(mother);
        String code = site.code(mother);
        assertThat(site.message(mother)).contains("不要告诉任何人");
        assertThat(site.post("/h5/log-in", "number=" + mother + "&code=" + code).statusCode())
                .as("it logs nobody in")
                .isEqualTo(401);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (String tried : List.of(wrong, wrong, wrong, wrong, wrong, code)) {
            browser.type("#code", tried);
            browser.click("main .main");
            browser.await().until(() -> browser.text("#problem").contains("验证码不对"));
        }
        look("guard-code-refused");
        browser.go("/h5/guard");
        assertThat(browser.all("a[href$='/report'].main")).isEmpty();
        String form = "number=" + CitizenSite.ROBOT + "&at=2026-11-29T10:00&ward=00000000-0000-0000-0000-000000000001";
        assertThat(site.fetchForm("/h5/report", form).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsRefusedIsSaidAtTheField() {
        site.logIn("13700138405");
        browser.go("/h5/guard");
        browser.type("#number", "12345");
        browser.click("form[action$='/invite'] button");
        browser.await().until(() -> browser.text("#problem").contains("11 位手机号"));
        browser.type("#number", "13700138405");
        browser.click("form[action$='/invite'] button");
        browser.await().until(() -> browser.text("#problem").contains("不能守护自己"));
    }

    private static void agree(String guardian, String ward) {
        site.logIn(guardian);
        invite(ward);
        look("guard-code");
        browser.type("#code", site.code(ward));
        browser.click("main .main");
        browser.await().until(() -> browser.text("main").contains("已开始守护"));
    }

    private static void invite(String ward) {
        browser.go("/h5/guard");
        browser.type("#number", ward);
        browser.click("form[action$='/invite'] button");
        browser.await().until(() -> browser.one("#code").isDisplayed());
    }

    private static void look(String name) {
        browser.picture("h5-" + name);
        assertThat(browser.barriers()).as(name).isEmpty();
        assertThat(browser.overflow()).as(name).isLessThanOrEqualTo(0);
    }
}

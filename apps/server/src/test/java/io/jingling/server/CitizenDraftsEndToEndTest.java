package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was typed, and what can be read, where there is no network or the tab was closed. */
class CitizenDraftsEndToEndTest {
    private static final String DRAFTS =
            "return Object.keys(localStorage).filter(k => k.startsWith('jingling-draft')).length";

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
    void whatWasTypedSurvivesAClosedTabAndNoNetworkUntilItWasSent() {
        site.logIn("13700138501");
        browser.go("/h5/report");
        browser.type("#number", "17012340000");
        browser.go("/h5");
        browser.click("#continue");
        site.arrive("/h5/report");
        assertThat(browser.one("#number").getAttribute("value")).isEqualTo("17012340000");
        assertThat(browser.text("#restored")).contains("已恢复");
        browser.click("main .main");
        site.arrive("/h5/report/kind");
        browser.script("const m = document.getElementById('mode'); m.value = 'recorded';"
                + "m.dispatchEvent(new Event('input', {bubbles: true}))");
        browser.click("input[name='asked']");
        browser.disconnected(true);
        browser.click("button[value='07']");
        browser.await().until(() -> browser.text("#unsent").contains("没有网络"));
        browser.disconnected(false);
        browser.go("/h5/report");
        browser.click("main .main");
        site.arrive("/h5/report/kind");
        assertThat(browser.one("#mode").getAttribute("value")).isEqualTo("recorded");
        assertThat(browser.one("input[name='asked']").isSelected()).isTrue();
        browser.click("button[value='07']");
        site.arrive("/h5/report/evidence");
        assertThat(browser.script(DRAFTS)).isEqualTo(1L);
        site.send();
        assertThat(browser.script(DRAFTS)).isEqualTo(0L);
        assertThat(site.casesOfMe()).isEqualTo(1);
    }

    @Test
    void aDraftGoesWithItsOwner() {
        site.logIn("13700138502");
        browser.go("/h5/report");
        browser.type("#number", "17012340000");
        assertThat(browser.script(DRAFTS)).isEqualTo(1L);
        browser.click("form[action='/h5/log-out'] button");
        site.arrive("/h5");
        assertThat(browser.script(DRAFTS)).isEqualTo(0L);
    }

    @Test
    void whatTheCallerGaveAwayIsInTheReport() {
        site.logIn("13700138503");
        site.call("13700138503");
        site.toTheLastStep();
        browser.type("#brand", "某某金融");
        browser.type("#app", "某炒股App");
        browser.click("input[name='data'][value='name']");
        browser.click("input[name='data'][value='loan']");
        browser.picture("h5-fields");
        site.send();
        byte[] bundle =
                site.fetch(browser.path() + "/evidence", "GET", new byte[0]).body();
        assertThat(new String(CitizenSite.unzipped(bundle).get("files/我的举报.txt"), StandardCharsets.UTF_8))
                .contains("自称:某某金融", "提到的App:某炒股App", "对方知道:姓名、贷款额度或征信");
    }

    @Test
    void theGuidanceIsReadWhereTheServerIsGone() {
        site.logIn("13700138504");
        browser.go("/h5/guide");
        browser.await().until(() -> String.valueOf(
                        browser.script("return caches.match('/h5/guide').then(kept => kept.text())"))
                .contains("KTFSR"));
        site.server().kill();
        assertThatThrownBy(() -> browser.go("/h5")).hasMessageContaining("ERR_CONNECTION_REFUSED");
        browser.go("/h5/guide");
        browser.script("document.querySelectorAll('details').forEach(one => { one.open = true })");
        assertThat(browser.text("main"))
                .contains("KTFSR", "来源:北京日报", "未核实", "110", "12321", "华为")
                .doesNotContain("8504");
        browser.picture("h5-guide-offline");
        site.restart();
    }
}

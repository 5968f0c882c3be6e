package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The pages for who has only a keyboard, weak eyes, dark surroundings, or no code: measured in a real browser. */
class CitizenAccessEndToEndTest {
    private static final int ZOOMED = Chromium.PHONE / 2;
    private static final int STOPS_MAX = 60;

    /** The least contrast of all texts that are seen (WCAG 2.1, 1.4.3), with the text. */
    private static final String CONTRAST = """
            document.querySelectorAll('details').forEach(one => { one.open = true });
            const numbers = text => text.match(/[\\d.]+/g).map(Number);
            const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
              .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
              .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
            const behind = e => {
              for (let at = e; at; at = at.parentElement) {
                const found = numbers(getComputedStyle(at).backgroundColor);
                if ((found[3] ?? 1) === 1) return found;
              }
              return [255, 255, 255];
            };
            const all = [...document.querySelectorAll('body *')].filter(e => e.getClientRects().length
              && ([...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || /^(INPUT|SELECT|TEXTAREA)$/.test(e.tagName)))
              .map(e => {
                const [a, b] = [light(numbers(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
                return {ratio: (a + 0.05) / (b + 0.05), text: e.tagName + ' ' + (e.innerText ?? '').slice(0, 30)};
              }).sort((x, y) => x.ratio - y.ratio);
            return {ratio: all[0].ratio, text: all[0].text, count: all.length};""";

    /** What is smaller than an old hand or eye needs. */
    private static final String SMALL = """
            const seen = [...document.querySelectorAll('body *')].filter(e => e.getClientRects().length);
            const letters = seen.filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
              .filter(e => parseFloat(getComputedStyle(e).fontSize) < 18);
            const targets = seen.filter(e => e.matches('a[href], button, input, select, textarea, summary'))
              .map(e => e.matches('input[type=checkbox]') ? e.closest('label') : e)
              .filter(e => { const r = e.getBoundingClientRect(); return r.height < 60 || r.width < 60 });
            return letters.concat(targets).map(e => e.outerHTML.slice(0, 120));""";

    /** What sticks out of its own box, or of the page. */
    private static final String CUT = """
            document.querySelectorAll('details').forEach(one => { one.open = true });
            return [...document.querySelectorAll('body *')].filter(e => e.getClientRects().length)
              .filter(e => e.getBoundingClientRect().right > arguments[0] + 0.5
                || (/^(BUTTON|A|P|H1|H2|LABEL|LI|SUMMARY|SPAN|LEGEND)$/.test(e.tagName) && getComputedStyle(e).display !== 'inline'
                  && e.scrollWidth > e.clientWidth + 1))
              .map(e => e.outerHTML.slice(0, 120));""";

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
    void aKeyboardAloneLeadsFromTheFirstPageToTheCaseNumber() {
        String me = "13700138701";
        site.ring(me);
        browser.forget().go("/h5");
        tabTo("#number");
        browser.press(me);
        browser.press(Keys.ENTER);
        browser.await().until(() -> browser.one("#code").isDisplayed());
        tabTo("#code");
        browser.press(site.code(me));
        browser.press(Keys.ENTER);
        browser.await().until(() -> !browser.all(".list .row").isEmpty());
        tabTo(".list .row");
        browser.press(Keys.ENTER);
        site.arrive("/h5/report/kind");
        tabTo("button[value='07']");
        browser.press(Keys.ENTER);
        site.arrive("/h5/report/evidence");
        tabTo("#report .main");
        browser.press(Keys.ENTER);
        browser.await().until(() -> browser.path().startsWith("/h5/cases/"));
        assertThat(browser.text("#case-number")).matches("\\d{6}-\\d{6}-\\d{6}-\\d");
    }

    @Test
    void everyTextHasContrastAndNothingIsCutAtTwiceTheSize() {
        browser.forget().go("/h5");
        measure("log-in");
        String me = "13700138702";
        site.logIn(me);
        site.call(me);
        for (String letters : List.of("usual", "elder")) {
            browser.go("/h5");
            measure("home-" + letters);
            browser.click(".list .row");
            site.arrive("/h5/report/kind");
            measure("kind-" + letters);
            browser.click("button[value='F1']");
            site.arrive("/h5/report/evidence");
            measure("evidence-" + letters);
            site.send();
            measure("case-" + letters);
            for (String page : List.of("report", "cases", "guide", "guard")) {
                browser.go("/h5/" + page);
                measure(page + "-" + letters);
            }
            browser.click("form[action='/h5/elder'] button");
            site.arrive("/h5");
        }
    }

    @Test
    void aWithdrawnReportIsGone() {
        site.reportSaying("13700138703", "说了不想留下的话");
        String mine = browser.path();
        browser.click("summary");
        browser.picture("h5-withdraw");
        browser.click("form[action$='/withdraw'] button");
        site.arrive("/h5/cases");
        assertThat(site.casesOfMe()).isZero();
        browser.go(mine);
        assertThat(browser.text("main")).contains("您名下没有这个受理号").doesNotContain("不想留下");
    }

    @Test
    void withoutAGatewayThePageSaysSoAndWhereElseToTurn() {
        try (ServerProcess silent = ServerProcess.start(folder.resolve("silent"))) {
            String base = site.base();
            browser.at(silent.readyLine().orElseThrow().substring("ready ".length()))
                    .forget()
                    .go("/h5");
            assertThat(browser.text("main")).contains("还没有接通短信", "010-12321", "110");
            assertThat(browser.all("#number")).isEmpty();
            measure("no-gateway");
            browser.at(base);
        }
    }

    private static void measure(String name) {
        for (boolean isDark : new boolean[] {false, true}) {
            browser.width(Chromium.PHONE).dark(isDark);
            Map<?, ?> least = (Map<?, ?>) browser.script(CONTRAST);
            double ratio = ((Number) least.get("ratio")).doubleValue();
            System.out.printf(
                    "contrast of %s (%s): %.2f at least, of %s texts; %s%n",
                    name, isDark ? "dark" : "light", ratio, least.get("count"), least.get("text"));
            assertThat(ratio).as(name + " " + least.get("text")).isGreaterThanOrEqualTo(4.5);
            browser.picture("h5-" + name + (isDark ? "-dark" : ""));
            assertThat(browser.barriers()).as(name).isEmpty();
        }
        if (name.endsWith("elder")) {
            assertThat((List<?>) browser.script(SMALL)).as(name).isEmpty();
        }
        browser.dark(false).width(ZOOMED);
        browser.picture("h5-" + name + "-zoomed");
        assertThat((List<?>) browser.script(CUT, ZOOMED)).as(name + " zoomed").isEmpty();
        browser.width(Chromium.DESK).picture("h5-" + name + "-1280").width(Chromium.PHONE);
    }

    /** By the Tab key alone, to what a person then sees is chosen. */
    private static void tabTo(String selector) {
        for (int stop = 0; stop < STOPS_MAX; stop++) {
            if (Boolean.TRUE.equals(browser.script("return document.activeElement.matches(arguments[0])", selector))) {
                assertThat(browser.script("return getComputedStyle(document.activeElement).outlineStyle"))
                        .as(selector)
                        .isNotEqualTo("none");
                return;
            }
            browser.press(Keys.TAB);
        }
        throw new AssertionError("got no " + selector + " within " + STOPS_MAX + " stops, want one by the keyboard");
    }
}

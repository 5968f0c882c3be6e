package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The console as an operator uses it: a real browser, the packaged server, real calls over SIP. */
class ConsoleEndToEndTest {
    private static final String EXPIRES =
            Instant.now().plus(Duration.ofDays(30)).toString();
    private static final String ROBOT = "17012345678";
    private static final String FRAUDSTER = "16711112222";

    @TempDir
    static Path data;

    @TempDir
    static Path profile;

    private static ServerProcess server;
    private static Phone phone;
    private static Chromium browser;
    private static String key;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data);
        phone = new Phone(server.sipPort());
        key = server.key();
        ServerProcess.Answer imported = server.post(
                "/v1/standings",
                "text/csv",
                "number,category,score,expires\n" + ROBOT + ",07,83," + EXPIRES + "\n" + FRAUDSTER + ",F1,96," + EXPIRES
                        + "\n");
        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
        browser = Chromium.open(server.readyLine().orElseThrow().substring("ready ".length()), profile);
    }

    @AfterAll
    static void stop() {
        browser.close();
        phone.close();
        server.close();
    }

    @BeforeEach
    void atADesk() {
        browser.width(Chromium.DESK).dark(false).logIn(key);
        browser.complaints();
    }

    @Test
    void aWrongKeyIsToldAndTheRightOneOpensTheConsole() {
        browser.click("form[action='/console/log-out'] button");
        browser.await().until(() -> browser.path().equals("/console/log-in"));
        browser.type("#key", "jingling_wrong");
        browser.click("main button");
        browser.await().until(() -> browser.text(".field-problem").contains("密钥不对"));
        browser.type("#key", key);
        browser.click("main button");
        browser.await().until(() -> browser.path().equals("/console/live"));
    }

    @Test
    void aCallJustMadeShowsItselfWithItsReason() {
        call(FRAUDSTER, "13700138001");
        browser.await().until(() -> row("137****8001").contains("系统黑名单"));
        assertThat(row("137****8001")).contains("拒接").contains("涉嫌诈骗").contains("167****2222");
    }

    @Test
    void aDecisionOpensByKeyboardWithAllItsReasonsAndClosesAgain() {
        call(FRAUDSTER, "13700138002");
        browser.await().until(() -> row("137****8002").contains("拒接"));
        browser.press("pj");
        browser.await().until(() -> browser.script("return document.activeElement.className")
                .equals("reason"));
        browser.press(Keys.ENTER);
        browser.await().until(() -> browser.text("#drawer").contains("全部理由"));
        assertThat(browser.text("#drawer"))
                .contains("SYSTEM_BLACK_LIST", "规则 system-black-list · 第", "名单版本", "策略版本", "号码类型:虚拟运营商号段");
        browser.press(Keys.ESCAPE);
        browser.await().until(() -> !browser.one("#drawer").isDisplayed());
        assertThat(browser.script("return document.activeElement.className")).isEqualTo("reason");
    }

    @Test
    void whatAPassWasMadeFromIsToldToo() {
        call("13911112222", "13700138003");
        browser.await().until(() -> row("137****8003").contains("放行"));
        browser.script("[...document.querySelectorAll('#rows tr')].find(r => r.textContent.includes('137****8003'))"
                + ".querySelector('.reason').click()");
        browser.await().until(() -> browser.text("#drawer").contains("DEFAULT_PASS"));
    }

    @Test
    void whilePausedNothingMovesAndGoingOnCatchesUp() {
        browser.click("#pause");
        browser.await().until(() -> browser.text("#pulse").equals("已暂停"));
        call("13911112222", "13700138004");
        browser.await().until(() -> server.post("/v1/decisions/why", "application/json", "{\"number\":\"13700138004\"}")
                .text()
                .contains("137****8004"));
        assertThat(row("137****8004")).isEmpty();
        browser.click("#pause");
        browser.await().until(() -> row("137****8004").contains("放行"));
    }

    @Test
    void figuresAndChartsCountTheCalls() {
        call(FRAUDSTER, "13700138005");
        browser.await().until(() -> {
            browser.go("/console/live");
            browser.click("#table-rules summary");
            return Integer.parseInt(browser.text(".figure:nth-child(2) strong").replace(",", "")) > 0
                    && browser.all(".chart canvas").size() >= 2
                    && browser.text("table[data-for='rules']").contains("系统黑名单");
        });
        assertThat(browser.text("#figures")).contains("数据库", "正常");
    }

    @Test
    void whyACallWasRefusedIsToldInAPlainSentence() {
        call(FRAUDSTER, "13700138006");
        browser.await().until(() -> {
            ask("13700138006");
            return browser.text(".found").contains("167****2222 打来");
        });
        assertThat(browser.text(".found")).contains("因为:系统黑名单(涉嫌诈骗,评分 96)").contains("共 1 通");
        assertThat(browser.path()).doesNotContain("13700138006");
    }

    @Test
    void aRehearsalLightsTheStepThatDecides() {
        browser.go("/console/why");
        browser.type("#r-caller", ROBOT);
        browser.type("#r-callee", "13700138007");
        browser.click(".rehearse-form .btn-primary");
        browser.await().until(() -> browser.text(".step-decided").contains("默认意愿"));
        assertThat(browser.text(".outcome-head")).contains("提醒").contains("170****5678");
        assertThat(browser.all(".step-decided")).hasSize(1);
    }

    @Test
    void aWishSavedHereDecidesTheNextCall() {
        String callee = "13700138008";
        assertThat(phone.call(ROBOT, callee)).as("labelled by default").startsWith("SIP/2.0 302 ");
        open(callee);
        browser.click("input[name='category-07'][value='reject']");
        assertThat(browser.text(".save-bar")).contains("有未保存的修改");
        browser.click(".save-bar .btn-primary");
        browser.await().until(() -> browser.text("#toast").contains("已生效"));
        assertThat(phone.call(ROBOT, callee)).startsWith("SIP/2.0 603 ");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aNumberPutOnAListIsRefusedUntilThatIsTakenBack() {
        String callee = "13700138009";
        String friend = "13911113333";
        open(callee);
        browser.type("#black [name='number']", friend);
        browser.type("#black [name='note']", "卖课的");
        browser.click("#black .list-add .btn");
        browser.await().until(() -> browser.text("#black .entries").contains("卖课的"));
        assertThat(phone.call(friend, callee)).startsWith("SIP/2.0 603 ");
        browser.click("#toast button");
        browser.await().until(() -> browser.text("#toast").contains("已撤销"));
        assertThat(phone.call(friend, callee)).startsWith("SIP/2.0 302 ");
        assertThat(browser.text("#black")).contains("黑名单是空的");
    }

    @Test
    void aMistakeIsToldAtItsFieldAndNothingTypedIsLost() {
        open("13700138010");
        browser.click("[data-add='prefix']");
        browser.press("12");
        browser.click("input[name='preset-overseas'][value='reject']");
        browser.click(".save-bar .btn-primary");
        browser.await().until(() -> browser.text(".row-edit .field-problem").contains("收到“12”"));
        assertThat(browser.one("input[name='preset-overseas'][value='reject']").isSelected())
                .isTrue();
        assertThat(browser.script("return document.activeElement.getAttribute('aria-invalid')"))
                .isEqualTo("true");
        browser.press(Keys.chord(Keys.CONTROL, "a") + "0571");
        browser.click(".save-bar .btn-primary");
        browser.await().until(() -> browser.text("#toast").contains("已生效"));
        open("13700138010");
        assertThat(browser.one("[name^='prefix-digits']").getAttribute("value")).isEqualTo("0571");
    }

    @Test
    void everythingCanBeReadInEnglish() {
        browser.click("button[name='to']");
        browser.await().until(() -> browser.text("h1").equals("Live decisions"));
        assertThat(browser.script("return document.documentElement.lang")).isEqualTo("en");
        browser.click("button[name='to']");
        browser.await().until(() -> browser.text("h1").equals("实时判定"));
        assertThat(browser.script("return document.documentElement.lang")).isEqualTo("zh-CN");
    }

    @Test
    void everyPageFitsIsReadableAndComplainsOfNothing() {
        callsOfADay();
        String reported = "{\"number\":\"17012349999\",\"reporter\":\"13700138011\",\"category\":\"07\"}";
        assertThat(server.post("/v1/reports", "application/json", reported).status())
                .isEqualTo(201);
        ask("13700138011");
        String why = browser.path();
        open("13700138011");
        String wishes = browser.path();
        List<String> found = new ArrayList<>();
        for (String language : List.of("zh", "en")) {
            for (String page :
                    List.of("/console/live", "/console/why", why, "/console/wishes", wishes, "/console/statistics")) {
                for (int width : List.of(Chromium.DESK, Chromium.PHONE)) {
                    for (boolean dark : language.equals("en") ? List.of(false) : List.of(false, true)) {
                        String name = name(page, why, wishes) + "-" + width + (dark ? "-dark-" : "-") + language;
                        browser.width(width).dark(dark).go(page);
                        browser.picture(name);
                        found.addAll(problems(name));
                    }
                }
            }
            browser.click("button[name='to']");
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theDrawerAndARehearsalAreReadableToo() {
        callsOfADay();
        List<String> found = new ArrayList<>();
        for (int width : List.of(Chromium.DESK, Chromium.PHONE)) {
            browser.width(width).go("/console/live");
            browser.await().until(() -> !browser.all(".reason").isEmpty());
            browser.click(".reason");
            browser.await().until(() -> browser.one("#drawer").isDisplayed());
            browser.picture("drawer-" + width);
            found.addAll(problems("drawer-" + width));
            browser.click("#drawer form[action='/console/rehearse'] button");
            browser.await().until(() -> !browser.all(".step-decided").isEmpty());
            browser.picture("rehearsal-" + width);
            found.addAll(problems("rehearsal-" + width));
        }
        browser.click("form[action='/console/log-out'] button");
        browser.await().until(() -> browser.path().equals("/console/log-in"));
        browser.picture("log-in-" + Chromium.PHONE);
        found.addAll(problems("log-in"));
        assertThat(found).isEmpty();
    }

    private static List<String> problems(String name) {
        List<String> found = new ArrayList<>();
        if (browser.overflow() > 0) {
            found.add(name + ": sticks out by " + browser.overflow() + " pixels");
        }
        browser.strangers().forEach(stranger -> found.add(name + ": loaded " + stranger));
        browser.complaints().forEach(complaint -> found.add(name + ": " + complaint));
        browser.barriers().forEach(barrier -> found.add(name + ": " + barrier));
        // What is complained of while axe looks is axe's doing.
        browser.complaints();
        return found;
    }

    private static String name(String page, String why, String wishes) {
        return page.equals(why) ? "why-found" : page.equals(wishes) ? "wishes-editor" : page.substring(9);
    }

    private static void callsOfADay() {
        call(FRAUDSTER, "13700138011");
        call(ROBOT, "13700138011");
        call("13911112222", "13700138011");
        call("110", "13700138011");
        phone.callHidden("13700138011");
        browser.await().until(() -> {
            browser.go("/console/live");
            return row("137****8011").contains("13")
                    && browser.all(".chart canvas").size() == 3;
        });
    }

    private static void call(String caller, String callee) {
        assertThat(phone.call(caller, callee)).startsWith("SIP/2.0 ");
    }

    private static void ask(String number) {
        browser.go("/console/why");
        browser.type("#number", number);
        browser.click(".ask-go");
        browser.await().until(() -> browser.path().startsWith("/console/why/"));
    }

    private static void open(String number) {
        browser.go("/console/wishes");
        browser.type("#number", number);
        browser.click(".find-row .btn");
        browser.await().until(() -> browser.path().startsWith("/console/wishes/"));
    }

    /** The newest row of the list that speaks of this number; empty where there is none. */
    private static String row(String number) {
        return browser.all("#rows tr").stream()
                .map(row -> row.getText())
                .filter(text -> text.contains(number))
                .findFirst()
                .orElse("");
    }
}

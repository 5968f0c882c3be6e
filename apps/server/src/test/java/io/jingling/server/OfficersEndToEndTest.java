package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Cases as an officer works on them: a real browser, its keyboard, the packaged server and its database. */
class OfficersEndToEndTest {
    private static final String REPORTER = "13700138201";
    private static final String JSON = "application/json";

    @TempDir
    static Path data;

    @TempDir
    static Path profile;

    private static ServerProcess server;
    private static Chromium browser;
    private static String officer;
    private static String reporter;

    @BeforeAll
    static void start() throws IOException {
        Path config = Files.writeString(profile.resolve("jingling.properties"), "detection.at-ring=false\n");
        server = ServerProcess.start(data, "--config", config.toString());
        officer = server.keyOf("张警官", "officer");
        String id = server.post("/v1/subscribers/lookup", JSON, "{\"number\":\"" + REPORTER + "\"}")
                .json()
                .path("id")
                .asText();
        reporter = server.post(
                        "/v1/keys",
                        JSON,
                        "{\"name\":\"reporter\",\"role\":\"subscriber\",\"subscriberId\":\"" + id + "\"}")
                .json()
                .path("key")
                .asText();
        for (int i = 0; i < 8; i++) {
            report("1701234560" + i, i == 0 ? "F1" : "07", "对方推销贷款，是机器人，我的号码是" + REPORTER);
        }
        server.post("/v1/appeals", JSON, "{\"number\":\"13712345601\",\"ground\":\"courier\",\"text\":\"我是快递员\"}");
        browser = Chromium.open(server.readyLine().orElseThrow().substring("ready ".length()), profile);
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    private static String report(String number, String category, String text) {
        ServerProcess.Answer answer = server.postAs(
                reporter,
                "/v1/reports",
                "{\"number\":\"" + number + "\",\"category\":\"" + category
                        + "\",\"mode\":\"robot_ai\",\"description\":\"" + text
                        + "\",\"askedToStop\":true,\"brand\":\"某某金融\",\"region\":\"广东\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("caseNumber").asText();
    }

    @BeforeEach
    void atADesk() {
        browser.width(Chromium.DESK).dark(false).logIn(officer);
        browser.complaints();
    }

    @Test
    void byKeyboardAloneACaseComesFromTheListToToldAndItsReporterSeesTheOutcome() {
        String number = report("17012345699", "07", "贷款推销");
        browser.go("/console/cases");
        browser.press("j");
        assertThat(focused()).contains(number);
        browser.press(Keys.ENTER);
        browser.await().until(() -> focused().contains("案件 " + number));
        browser.press("e");
        assertThat(focused()).isEqualTo("核实");
        browser.press(Keys.TAB);
        browser.press(Keys.ENTER);
        browser.press(Keys.TAB);
        browser.press(Keys.ARROW_DOWN);
        fill(Keys.TAB, "甲平台", Keys.TAB, "转外呼平台核查");
        done("已转办");
        assertThat(row(number)).contains("外呼平台 · 甲平台");
        browser.press("e");
        browser.press(Keys.ENTER);
        fill(Keys.TAB, Keys.TAB, " ");
        browser.await().until(() -> browser.text("#case [role='alert']").contains("请写明理由"));
        assertThat(browser.script("return document.activeElement.name")).isEqualTo("text");
        fill("话单核实属实");
        done("已核实");
        step("处置", "已约谈", "已处置");
        browser.press("e");
        assertThat(focused()).isEqualTo("告知结果");
        browser.press(Keys.ENTER);
        fill(Keys.TAB, Keys.TAB, "号码已关停，谢谢举报");
        browser.await()
                .until(() -> browser.script("return document.activeElement.id").equals("confirm"));
        assertThat(row(number)).contains("已处置");
        fill(Keys.TAB);
        done("已告知");
        assertThat(row(number)).contains("已告知");
        browser.press(Keys.ESCAPE);
        browser.await().until(() -> !browser.one("#drawer").isDisplayed());
        assertThat(focused()).contains(number);
        String seen = server.get("/v1/cases/" + number).text() + mine(number);
        assertThat(mine(number))
                .contains("\"outcome\":\"harassment\"", "号码已关停，谢谢举报")
                .doesNotContain("张警官");
        assertThat(seen).doesNotContain("17012345699");
        // Chromium complains of the two answers that wanted more: a reason, and a yes.
        assertThat(browser.complaints()).hasSize(2).allMatch(line -> line.contains("/steps") && line.contains("422"));
    }

    /** Opens the first thing to do, gives the reason and sends it. */
    private static void step(String name, String why, String said) {
        browser.press("e");
        assertThat(focused()).isEqualTo(name);
        browser.press(Keys.ENTER);
        fill(Keys.TAB, Keys.TAB, why);
        done(said);
    }

    /** Types, then goes on to the button and presses it. */
    private static void fill(CharSequence... keys) {
        for (CharSequence key : keys) {
            browser.press(key);
        }
        if (!browser.script("return document.activeElement.tagName").equals("BUTTON")) {
            browser.press(Keys.TAB);
        }
        browser.press(Keys.ENTER);
    }

    private static void done(String said) {
        browser.await()
                .until(() -> browser.text("#toast").contains(said) && focused().contains("案件 "));
    }

    private static String mine(String number) {
        return server.getAs(reporter, "/v1/reports/" + number).text();
    }

    private static String focused() {
        return String.valueOf(browser.script("return document.activeElement.innerText"))
                .strip();
    }

    private static String row(String number) {
        return browser.text("#row-" + number.replace("-", ""));
    }

    @Test
    void keysMoveSearchHelpAndCloseAndWhatIsTypedStaysOnTheWayOut() {
        browser.go("/console/cases?open=true&order=due");
        browser.press("j");
        String first = focused();
        browser.press("j");
        assertThat(focused()).isNotEqualTo(first);
        browser.press("k");
        assertThat(focused()).isEqualTo(first);
        browser.press("/");
        assertThat(browser.script("return document.activeElement.id")).isEqualTo("case-search");
        browser.press("j");
        assertThat(browser.script("return document.activeElement.value")).isEqualTo("j");
        browser.press(Keys.ESCAPE);
        browser.press("?");
        assertThat(browser.one("#keys").isDisplayed()).isTrue();
        assertThat(problems("cases-keys")).isEmpty();
        browser.press(Keys.ESCAPE);
        browser.await().until(() -> !browser.one("#keys").isDisplayed());
        browser.press("j");
        browser.press(Keys.ENTER);
        browser.await().until(() -> focused().contains("案件 "));
        browser.press("e");
        browser.press(Keys.ENTER);
        browser.press(Keys.TAB);
        browser.press(Keys.TAB);
        browser.press("没写完");
        browser.press(Keys.ESCAPE);
        assertThat(browser.script("return document.activeElement.tagName")).isEqualTo("SUMMARY");
        assertThat(browser.script("return document.querySelector('.act[open] textarea').value"))
                .isEqualTo("没写完");
        browser.press(Keys.ESCAPE);
        browser.await().until(() -> !browser.one("#drawer").isDisplayed());
    }

    @Test
    void withoutRoomBesideTheListACaseIsAPage() {
        browser.width(Chromium.PHONE).go("/console/cases");
        browser.click(".case-link");
        browser.await().until(() -> browser.path().startsWith("/console/cases/2"));
        assertThat(browser.text("#case")).contains("举报人 1", "办理");
    }

    @Test
    void everyPageIsReadByAScreenReaderAndFitsAndSaysNobodysNumber() {
        List<String> found = new ArrayList<>();
        String appeal = server.get("/v1/appeals")
                .json()
                .path("appeals")
                .get(0)
                .path("appealNumber")
                .asText();
        String one = server.get("/v1/cases?order=due")
                .json()
                .path("cases")
                .get(0)
                .path("caseNumber")
                .asText();
        StringBuilder seen = new StringBuilder();
        for (String language : List.of("zh", "en")) {
            for (int width : List.of(Chromium.DESK, Chromium.PHONE)) {
                for (String page : List.of(
                        "/console/cases",
                        "/console/cases?open=true&order=due",
                        "/console/cases/" + one,
                        "/console/appeals",
                        "/console/appeals/" + appeal)) {
                    String name =
                            "officers-" + page.substring(9).replaceAll("[0-9?&=/-]+", "-") + width + "-" + language;
                    browser.width(width).go(page);
                    browser.picture(name);
                    seen.append(browser.script("return document.documentElement.outerHTML"));
                    found.addAll(problems(name));
                }
            }
            browser.width(Chromium.DESK).go("/console/cases");
            browser.click(".case-link");
            browser.await()
                    .until(() -> browser.one("#drawer").isDisplayed()
                            && !browser.all("#case").isEmpty());
            browser.click(".act summary");
            browser.picture("officers-drawer-" + language);
            found.addAll(problems("drawer-" + language));
            browser.click("button[name='to']");
        }
        assertThat(found).isEmpty();
        assertThat(seen.toString()).contains("170****", "137********").doesNotContain(REPORTER, "1701234560");
        assertThat(String.join("\n", server.lines())).doesNotContain(REPORTER, "1701234560");
    }

    private static List<String> problems(String name) {
        List<String> found = new ArrayList<>();
        if (browser.overflow() > 0) {
            found.add(name + ": sticks out by " + browser.overflow() + " pixels");
        }
        browser.strangers().forEach(stranger -> found.add(name + ": loaded " + stranger));
        browser.complaints().forEach(complaint -> found.add(name + ": " + complaint));
        browser.barriers().forEach(barrier -> found.add(name + ": " + barrier));
        browser.complaints();
        return found;
    }
}

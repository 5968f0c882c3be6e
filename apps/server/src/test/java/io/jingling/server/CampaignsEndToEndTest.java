package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.records.ModelFile;
import io.jingling.server.demo.StoryModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo's story in a real browser: a campaign is found, its next number is known at its first call, the courier rings.
 *
 * <p>Judged by a model of three small trees, so that it fails for no other reason than the platform.
 */
class CampaignsEndToEndTest {
    private static final String COURIER = "13900139300";

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static Chromium browser;

    @BeforeAll
    static void theDemoPlays() throws IOException {
        ModelFile.write(folder.resolve("story.model"), StoryModel.model());
        Path config = folder.resolve("jingling.properties");
        Files.writeString(config, "detection.model=" + folder.resolve("story.model") + "\n");
        server = ServerProcess.start(folder.resolve("data"), "--demo", "--config", config.toString());
        browser =
                Chromium.open(server.readyLine().orElseThrow().substring("ready ".length()), folder.resolve("profile"));
        browser.width(Chromium.DESK).logIn(server.key());
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @Test
    void aCampaignIsFoundAndItsNextNumbersAreKnownAtTheirFirstCallWhileTheCourierRings() {
        browser.go("/console/campaigns");
        soon().until(() -> browser.script("document.querySelector('.campaign-id').click(); return true")
                .equals(true));
        browser.await().until(() -> browser.path().startsWith("/console/campaigns/"));
        soon().until(() -> !browser.all("tr[data-level='reject']").isEmpty());
        // The page replaces itself while it is read.
        browser.await().untilAsserted(() -> {
            assertThat(browser.all(".chart canvas")).hasSizeGreaterThanOrEqualTo(3);
            assertThat(browser.all("tr[data-level='pass']"))
                    .as("rang before it was found")
                    .isNotEmpty();
            assertThat(browser.text("tr[data-level='reject']")).startsWith("165****1");
            assertThat(browser.text(".timeline")).contains("加入");
        });
        assertThat(browser.path()).doesNotContain("16500231");
        assertThatTheCourierRang();
    }

    private static void assertThatTheCourierRang() {
        String calls = server.post("/v1/decisions/why", "application/json", "{\"number\":\"" + COURIER + "\"}")
                .text();
        assertThat(calls).contains("\"pass\"").doesNotContain("\"reject\"", "\"challenge\"", "\"silent\"");
    }

    @Test
    void theDetectionPageTellsWhoJudgesAndFitsEverywhere() {
        for (String path : new String[] {"/console/campaigns", "/console/detection"}) {
            for (int width : new int[] {Chromium.PHONE, Chromium.DESK}) {
                browser.width(width).go(path);
                assertThat(browser.overflow()).as(path + " at " + width).isLessThanOrEqualTo(0);
                assertThat(browser.barriers()).as(path + " at " + width).isEmpty();
            }
        }
        assertThat(browser.text("#detection")).contains("of a test", "关联号码");
    }

    /** Ringing takes as long as in life. */
    private static ConditionFactory soon() {
        return browser.await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofSeconds(1));
    }
}

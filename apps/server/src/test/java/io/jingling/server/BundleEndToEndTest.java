package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.records.ModelFile;
import io.jingling.server.demo.StoryModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's stock-tip story as a bundle, made by two people, and opened as an officer would, without a network. */
class BundleEndToEndTest {
    private static final String JSON = "application/json";
    private static final String CASE = "演示-2026-1141";
    private static final String COMPLAINANT = "13800130000";
    private static final int NUMBERS_MIN = 8;
    private static final String CAMPAIGNS_NUMBERS = "16500231";

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static byte[] bundle;
    private static Map<String, byte[]> files;

    @BeforeAll
    static void theStoryIsExported() throws IOException {
        ModelFile.write(folder.resolve("story.model"), StoryModel.model());
        Path config = folder.resolve("jingling.properties");
        Files.writeString(config, "detection.model=" + folder.resolve("story.model") + "\n");
        server = ServerProcess.start(folder.resolve("data"), "--demo", "--config", config.toString());
        String officer = server.keyOf("王警官", "officer");
        String campaign = campaign();
        String release = server.postAs(
                        officer,
                        "/v1/releases",
                        "{\"about\":\"campaign\",\"of\":\"" + campaign + "\",\"caseId\":\"" + CASE
                                + "\",\"reason\":\"核查荐股团伙\"}")
                .json()
                .path("id")
                .asText();
        String order = order(campaign, release);
        assertThat(server.postAs(officer, "/v1/bundles", order).status())
                .as("nobody released it")
                .isEqualTo(409);
        server.post("/v1/releases/" + release + "/release", JSON, "{}");
        assertThat(server.post("/v1/bundles", JSON, order).status())
                .as("another than the asker")
                .isEqualTo(403);
        bundle = server.bytesAs(officer, "/v1/bundles", order);
        files = unpacked(bundle);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anOfficerSeesThreeVerdictsAndWhoExportedIt() throws IOException {
        Path unpacked = Files.createDirectories(folder.resolve("unpacked"));
        Files.write(unpacked.resolve("verify.html"), files.get("verify.html"));
        Path whole = Files.write(folder.resolve("case.tlzj"), bundle);
        Path trust = Files.writeString(
                folder.resolve("case.trust"), server.get("/v1/bundles/trust").text());
        try (Chromium browser = Chromium.offline(unpacked, folder.resolve("profile"))) {
            browser.width(Chromium.DESK).go("/verify.html");
            browser.one("#trust").sendKeys(trust.toString());
            browser.one("#bundle").sendKeys(whole.toString());
            browser.await().untilAsserted(() -> {
                assertThat(browser.text("[id='完整性']")).contains("✓ 成立");
                assertThat(browser.text("[id='来源']")).contains("✓ 成立");
                assertThat(browser.text("#report")).contains("［推断］这些号码属于同一团伙", "不表示内容属实", "报案人交来 recording.wav");
            });
            assertThat(browser.text("#exporter")).startsWith("导出人 王警官（密钥 ");
            assertThat(browser.strangers()).isEmpty();
            assertThat(browser.picture("bundle-1280").overflow()).isLessThanOrEqualTo(0);
            browser.width(Chromium.PHONE);
            assertThat(browser.picture("bundle-360").overflow()).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void whoExportedItIsOnEveryPaper() throws IOException {
        assertThat(text("README-民警.txt")).contains("导出人：王警官（密钥 ");
        assertThat(text("清单.csv")).contains("王警官（密钥 ");
        assertThat(text("custody.txt")).contains("导出证据包", "批准调阅");
        try (PDDocument timeline = Loader.loadPDF(files.get("时间线.pdf"))) {
            assertThat(new PDFTextStripper().getText(timeline)).contains("王警官", "团伙：由 " + CAMPAIGNS_NUMBERS);
        }
    }

    @Test
    void theCampaignsNumbersAreInFullAndNobodyElsesAreThere() {
        // Whoever joined after it was asked was not released, and stays masked.
        assertThat(text("files/团伙号码.csv")).contains("\"" + CAMPAIGNS_NUMBERS);
        assertThat(text("files/判定记录.csv")).contains("\"其他用户\"");
        files.forEach((name, content) -> {
            if (!name.endsWith(".pdf")) {
                assertThat(new String(content, StandardCharsets.UTF_8)).as(name).doesNotContain("1380013", "138****");
            }
        });
    }

    @Test
    void thatItWasExportedIsInTheAccessLog() {
        assertThat(server.get("/v1/accesses").text())
                .contains("\"exported\"", "\"released\"", "\"asked\"", CASE)
                .doesNotContain(CAMPAIGNS_NUMBERS, COMPLAINANT);
    }

    /** Once it has used some numbers. */
    private static String campaign() {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> server.get("/v1/campaigns")
                                .json()
                                .path("campaigns")
                                .path(0),
                        one -> one.path("numbers").asInt() >= NUMBERS_MIN)
                .path("id")
                .asText();
    }

    private static String order(String campaign, String release) {
        String subscriber = server.post("/v1/subscribers/lookup", JSON, "{\"number\":\"" + COMPLAINANT + "\"}")
                .json()
                .path("id")
                .asText();
        return "{\"caseId\":\"" + CASE + "\",\"purpose\":\"供公安机关核查\",\"campaign\":\"" + campaign
                + "\",\"subscriberId\":\"" + subscriber + "\",\"release\":\"" + release + "\",\"files\":["
                + "{\"name\":\"recording.wav\",\"sort\":\"recording\",\"from\":\"报案人\",\"how\":\"来电时由手机录音（演示）\",\"content\":\""
                + Base64.getEncoder().encodeToString(new byte[200]) + "\"}]}";
    }

    private static Map<String, byte[]> unpacked(byte[] zip) {
        Map<String, byte[]> all = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.put(entry.getName(), ((InputStream) in).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}

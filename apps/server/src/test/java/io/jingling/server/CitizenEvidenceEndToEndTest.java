package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.evidence.BundleCheck;
import io.jingling.evidence.BundleReport;
import io.jingling.evidence.Part;
import io.jingling.evidence.Trust;
import io.jingling.evidence.Verdict;
import io.jingling.seals.BouncySeals;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody takes home of a report: proven to whoever does not trust us, with nothing of anybody else. */
class CitizenEvidenceEndToEndTest {
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
    void whatOneKeepsOfACaseIsProvenWithoutUsAndHoldsNothingOfAnother() {
        String hers = "13700138110";
        String his = "13700138111";
        site.reportSaying(hers, "紫色长颈鹿");
        assertThat(addFile("her.txt", "绿色河马")).isEqualTo(201);
        String sameCase = browser.text("#case-number");
        site.reportSaying(his, "");
        assertThat(browser.text("#case-number")).as("both are in one case").isEqualTo(sameCase);
        assertThat(addFile("his: photo?.txt", "黄色斑马")).isEqualTo(201);
        byte[] bundle = saved();
        Map<String, byte[]> files = CitizenSite.unzipped(bundle);
        StringBuilder said = new StringBuilder();
        files.forEach((name, content) -> said.append(name).append(new String(content, StandardCharsets.UTF_8)));
        assertThat(said.toString())
                .contains("黄色斑马", "1-his_ photo_.txt", CitizenSite.ROBOT, sameCase)
                .doesNotContain("紫色长颈鹿", "绿色河马", "her.txt", hers, his, "137****8110");
        for (String entry : List.of("report-1", "file-1")) {
            assertThat(isListed(files, entry)).as(entry).isTrue();
        }
        String trust = site.server().get("/v1/bundles/trust").text();
        BouncySeals seals = new BouncySeals();
        BundleReport report = BundleCheck.of(bundle, Trust.read(trust.getBytes(StandardCharsets.UTF_8), seals), seals);
        assertThat(report).isInstanceOf(BundleReport.Whole.class);
        assertThat(((BundleReport.Whole) report).origin().verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void theAlarmOfTheSecondStepReportsAtOnceAndOffersTheSamePackage() {
        site.logIn("13700138112");
        site.call("13700138112");
        browser.click(".list .row");
        site.arrive("/h5/report/kind");
        browser.click("button[name='alarm']");
        browser.await().until(() -> browser.path().startsWith("/h5/cases/"));
        assertThat(browser.text(".urgent")).contains("110");
        assertThat(browser.one("a.alarm[href$='/evidence']").isDisplayed()).isTrue();
        assertThat(new String(CitizenSite.unzipped(saved()).get("files/我的举报.txt"), StandardCharsets.UTF_8))
                .contains("电话轰炸");
        assertThat(site.casesOfMe()).isEqualTo(1);
    }

    @Test
    void nobodyTakesWhatIsNotTheirs() {
        site.reportSaying("13700138113", "");
        String hers = browser.path();
        site.logIn("13700138114");
        assertThat(site.fetch(hers + "/evidence", "GET", new byte[0]).statusCode())
                .isEqualTo(404);
    }

    /** Salt and lines make a commitment that the entry of the same name lists. */
    private static boolean isListed(Map<String, byte[]> files, String entry) {
        Part.Kept part =
                new Part.Kept(files.get("files/存证/" + entry + ".salt"), files.get("files/存证/" + entry + ".txt"));
        String opening = new String(files.get("log/" + entry + ".opening"), StandardCharsets.UTF_8);
        String content = opening.substring(opening.indexOf("\ncontent ") + 9).strip();
        return new String(Base64.getDecoder().decode(content), StandardCharsets.US_ASCII)
                .contains(part.commitment().hash().base64());
    }

    private static int addFile(String name, String content) {
        String path = browser.path() + "/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return site.fetch(path, "POST", content.getBytes(StandardCharsets.UTF_8))
                .statusCode();
    }

    private static byte[] saved() {
        HttpResponse<byte[]> answer = site.fetch(browser.path() + "/evidence", "GET", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .endsWith(".tlzj\"");
        return answer.body();
    }
}

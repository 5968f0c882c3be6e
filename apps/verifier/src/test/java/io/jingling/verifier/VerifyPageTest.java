package io.jingling.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.evidence.BundlePath;
import io.jingling.seals.VerifyPage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A bundle's own page, opened from the disk as an officer would, in a real browser without a network. */
class VerifyPageTest {
    private static final int MUTATIONS_A_KIND = 6;

    @TempDir
    private static Path folder;

    private static MadeUpCase story;
    private static byte[] bundle;
    private static Path trust;
    private static Path page;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        story = new MadeUpCase(folder.resolve("keys"), 11, Map.of(BundlePath.VERIFY, VerifyPage.bytes()));
        bundle = story.bundle();
        trust = PythonVerifier.written(folder, story.trustText());
        page = Files.write(folder.resolve("verify.html"), VerifyPage.bytes());
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium"));
        options.addArguments(
                "--headless=new",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--proxy-server=127.0.0.1:9",
                "--hide-scrollbars",
                "--lang=zh-CN",
                "--window-size=1000,1250",
                "--user-data-dir=" + folder.resolve("profile"));
        if (System.getProperty("user.name").equals("root")) {
            // Its sandbox refuses to work for root.
            options.addArguments("--no-sandbox");
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver"))
                .build();
        browser = new ChromeDriver(service, options);
        browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
    }

    @AfterAll
    static void close() {
        browser.quit();
    }

    @BeforeEach
    void load() {
        browser.get(page.toUri().toString());
    }

    @Test
    void aGoodBundleWithATrustFileIsShownWithThreeVerdicts() throws IOException {
        choose("trust", trust);
        choose("bundle", Files.write(folder.resolve("case.tlzj"), bundle));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !verdict("来源")
                .isEmpty());
        Files.write(Path.of("target/verify.png"), browser.getScreenshotAs(OutputType.BYTES));
        assertThat(verdict("完整性")).contains("✓ 成立");
        assertThat(verdict("时间")).contains("✓ 成立", "见证人 witness.example", "至迟 2026-11-28T13:01:00Z");
        assertThat(verdict("来源")).contains("✓ 成立");
        assertThat(browser.findElement(By.id("report")).getText())
                .contains("不表示内容属实", "［推断］来电与短信属于同一团伙", "files/通话记录.csv");
    }

    @Test
    void withoutATrustFileOnlyIntegrityIsJudged() {
        assertThat(verify(bundle, false)).isEqualTo("完整性 ✓ 成立|时间 — 未判断|来源 — 未判断");
    }

    @Test
    void aSealOfOtherKeysIsOfNoTrustedOrigin() {
        MadeUpKeys others = new MadeUpKeys(99);
        byte[] forged = story.sealed(
                story.manifestEntry(),
                story.stamps(),
                List.of(others.ed25519(MadeUpCase.ISSUER), story.signers.getLast()));
        assertThat(verify(forged, true)).contains("完整性 ✓ 成立", "来源 ✗ 不成立");
    }

    @Test
    void noMutationIsAcceptedHereEither() {
        MadeUpCase another =
                new MadeUpCase(folder.resolve("another"), 77, Map.of(BundlePath.VERIFY, VerifyPage.bytes()));
        List<String> accepted = new ArrayList<>();
        int total = 0;
        for (Mutations.Kind kind : new Mutations(bundle, another.bundle(), new byte[9]).kinds()) {
            int step = Math.max(1, kind.count() / MUTATIONS_A_KIND);
            for (int n = 0; n < kind.count(); n += step) {
                Mutation mutation = kind.at().apply(n);
                String said = verify(mutation.bytes(), true);
                total++;
                if (!said.startsWith("完整性 ✗ 不成立")) {
                    accepted.add(mutation.what() + " → " + said);
                }
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(total).isGreaterThan(150);
    }

    /** By the page's own function, as choosing a file calls it. */
    private static String verify(byte[] zip, boolean trusting) {
        return (String) browser.executeAsyncScript(
                """
                const [zip, trust, done] = arguments;
                const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
                verify(bytes(zip), trust && bytes(trust)).then(() => done(Array.from(document.querySelectorAll('.verdict'),
                    v => v.querySelector('h2').textContent + ' ' + v.querySelector('strong').textContent).join('|')));
                """, encoded(zip), trusting ? encoded(story.trustText().getBytes(StandardCharsets.UTF_8)) : "");
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void choose(String input, Path file) {
        browser.findElement(By.id(input)).sendKeys(file.toString());
    }

    private static String verdict(String name) {
        return browser.findElements(By.id(name)).stream()
                .map(box -> box.getText())
                .findFirst()
                .orElse("");
    }

    private static File program(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> new File(directory, name))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("got no " + name + " in PATH, want Debian's package of that name"));
    }
}

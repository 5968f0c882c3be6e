package io.jingling.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a screen, and what one wants to know of a page. */
final class Chromium implements AutoCloseable {
    static final int DESK = 1280;
    static final int PHONE = 360;

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final Path PICTURES = Path.of("target", "console");

    private final ChromeDriver driver;
    private String server;

    private Chromium(ChromeDriver driver, String server) {
        this.driver = driver;
        this.server = server;
    }

    /** With a profile of its own that ends with it. */
    static Chromium open(String server, Path profile) {
        return open(server, profile, List.of());
    }

    /** Of files in a folder, without any network. */
    static Chromium offline(Path folder, Path profile) {
        return open(folder.toUri().toString().replaceFirst("/$", ""), profile, List.of("--proxy-server=127.0.0.1:9"));
    }

    private static Chromium open(String server, Path profile, List<String> more) {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(more);
        options.setBinary(program("chromium", "chromium"));
        options.addArguments(
                "--headless=new",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--lang=zh-CN",
                "--user-data-dir=" + profile);
        if (System.getProperty("user.name").equals("root")) {
            // Its sandbox refuses to work for root.
            options.addArguments("--no-sandbox");
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver", "chromium-driver"))
                .build();
        return new Chromium(new ChromeDriver(service, options), server);
    }

    private static File program(String name, String debianPackage) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> new File(directory, name))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(() -> new AssertionError("got no " + name + " in PATH, want Debian's package "
                        + debianPackage + ": apt-get install " + debianPackage));
    }

    /** A window of this width; below 600 it is a telephone. */
    Chromium width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", pixels < 600));
        return this;
    }

    Chromium dark(boolean dark) {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
        return this;
    }

    /** As a telephone without a network, or with one again. */
    Chromium disconnected(boolean away) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", away, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        return this;
    }

    /** As on a telephone that nobody used before. */
    Chromium forget() {
        driver.manage().deleteAllCookies();
        return this;
    }

    /** From now on of a server that moved there. */
    Chromium at(String moved) {
        server = moved;
        return this;
    }

    /** A cookie as the page at hand may have it. */
    Chromium keep(String name, String value) {
        driver.manage()
                .addCookie(new Cookie.Builder(name, value)
                        .path("/h5")
                        .isHttpOnly(true)
                        .build());
        return this;
    }

    /** The value of a cookie. */
    String cookie(String name) {
        return driver.manage().getCookieNamed(name).getValue();
    }

    Chromium go(String path) {
        driver.get(server + path);
        return this;
    }

    /** As whoever holds the key, in Chinese. */
    Chromium logIn(String key) {
        driver.manage().deleteAllCookies();
        go("/console/log-in");
        type("#key", key);
        click("main button");
        await().until(() -> driver.getCurrentUrl().endsWith("/console/live"));
        return this;
    }

    String path() {
        return driver.getCurrentUrl().substring(server.length());
    }

    String text(String selector) {
        return one(selector).getText();
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    void type(String selector, CharSequence keys) {
        WebElement field = one(selector);
        field.clear();
        field.sendKeys(keys);
    }

    void press(CharSequence keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** As a finger or a mouse does, wherever it is on the page. */
    void click(String selector) {
        script(
                "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'}); arguments[0].click()",
                one(selector));
    }

    Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    ConditionFactory await() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions();
    }

    /** How many pixels of the page stick out at the side. */
    long overflow() {
        return (Long) script("return document.documentElement.scrollWidth - window.innerWidth");
    }

    /** What the page complained of since this was last asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Where the page loaded anything from that is not our server. */
    List<?> strangers() {
        return (List<?>) script("return performance.getEntriesByType('resource').map(e => e.name)"
                + ".filter(name => !name.startsWith(location.origin))");
    }

    /** What axe finds serious or critical, each with the places. */
    List<?> barriers() {
        script(resource(AXE));
        return (List<?>) driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run(document, {preload: false}).then(found => done(found.passes.length < 10"
                + " ? ['axe: got ' + found.passes.length + ' rules that hold, want it to have looked'] : found.violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))),"
                + "failure => done([String(failure)]))");
    }

    /** The whole page as a picture in {@code target/console}. */
    Chromium picture(String name) {
        List<?> size = (List<?>) script("return [window.innerWidth, document.documentElement.scrollHeight]");
        Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", size.get(0), "height", size.get(1), "scale", 1);
        Object data = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip))
                .get("data");
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode((String) data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static String resource(String path) {
        try (InputStream stream = Chromium.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}

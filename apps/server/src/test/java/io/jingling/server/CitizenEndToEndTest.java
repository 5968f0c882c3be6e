package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reporting as a citizen does it: a telephone's browser, a gateway that takes messages, real calls over SIP. */
class CitizenEndToEndTest {
    private static final Pattern MESSAGE = Pattern.compile("\"to\":\"(\\d+)\"|验证码 (\\d{6})");
    private static final String ROBOT = "17012345678";
    private static final int FIRST_LOAD_MAX = 200 * 1024;

    @TempDir
    static Path data;

    @TempDir
    static Path folder;

    private static final Map<String, String> CODES = new ConcurrentHashMap<>();
    private static HttpServer gateway;
    private static ServerProcess server;
    private static Phone phone;
    private static Chromium browser;
    private static String base;

    @BeforeAll
    static void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/send", exchange -> {
            Matcher found =
                    MESSAGE.matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String to = "";
            String code = "";
            while (found.find()) {
                to = found.group(1) == null ? to : found.group(1);
                code = found.group(2) == null ? code : found.group(2);
            }
            CODES.put(to, code);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        gateway.start();
        Path config = Files.writeString(
                folder.resolve("jingling.properties"),
                "sms.url=http://127.0.0.1:" + gateway.getAddress().getPort() + "/send\n");
        server = ServerProcess.start(data, "--config", config.toString());
        phone = new Phone(server.sipPort());
        base = server.readyLine().orElseThrow().substring("ready ".length());
        browser = Chromium.open(base, folder.resolve("profile")).width(Chromium.PHONE);
    }

    @AfterAll
    static void stop() {
        browser.close();
        phone.close();
        server.close();
        gateway.stop(0);
    }

    @Test
    void fromTheCallThatWasJustThereToTheCaseNumberAreThreeTaps() {
        logIn("13700138101");
        call("13700138101");
        int taps = 0;
        browser.click(".list .row");
        taps++;
        arrive("/h5/report/kind");
        assertThat(browser.text("main")).contains("先拨 110");
        browser.click("button[value='07']");
        taps++;
        arrive("/h5/report/evidence");
        browser.click("#report .main");
        taps++;
        browser.await().until(() -> browser.path().startsWith("/h5/cases/"));
        assertThat(browser.text("#case-number")).matches("\\d{6}-\\d{6}-\\d{6}-\\d");
        assertThat(taps).isLessThanOrEqualTo(3);
        assertThat(browser.text("main")).contains("不迟于", "35号令");
        browser.click("form[action$='/reject'] button");
        browser.await().until(() -> browser.text("main").contains("已开通"));
        browser.click("form[action$='/undo'] button");
        browser.await().until(() -> browser.text("main").contains("已恢复"));
    }

    @Test
    void whatIsSentWithoutNetworkIsOneCaseOnceThereIsOneAgain() {
        logIn("13700138102");
        call("13700138102");
        toTheLastStep();
        browser.disconnected(true);
        browser.click("#report .main");
        browser.await().until(() -> browser.text("#sending").contains("没有网络"));
        browser.disconnected(false);
        browser.await().until(() -> browser.path().startsWith("/h5/cases/"));
        assertThat(casesOfMe()).isEqualTo(1);
    }

    @Test
    void aDoubleTapMakesOneCaseWithOneReport() {
        logIn("13700138103");
        call("13700138103");
        toTheLastStep();
        browser.script("const b = document.querySelector('#report .main'); b.click(); b.click(); b.click()");
        browser.await().until(() -> browser.path().startsWith("/h5/cases/"));
        assertThat(casesOfMe()).isEqualTo(1);
    }

    @Test
    void everyPageIsReadByAScreenReaderAndFitsATelephoneInBothSizes() {
        browser.forget().go("/h5");
        look("log-in");
        logIn("13700138104");
        call("13700138104");
        for (String letters : List.of("usual", "elder")) {
            browser.go("/h5");
            look("home-" + letters);
            browser.click(".list .row");
            arrive("/h5/report/kind");
            look("kind-" + letters);
            browser.click("button[value='F1']");
            arrive("/h5/report/evidence");
            look("evidence-" + letters);
            browser.click("#report .main");
            browser.await().until(() -> browser.path().startsWith("/h5/cases/"));
            look("case-" + letters);
            for (String page : List.of("report", "cases", "guide")) {
                browser.go("/h5/" + page);
                look(page + "-" + letters);
            }
            browser.click("form[action='/h5/elder'] button");
            arrive("/h5");
        }
    }

    @Test
    void theGuidanceIsKeptForWhenThereIsNoNetworkWithNobodysNumberInIt() {
        logIn("13700138109");
        browser.go("/h5/guide");
        browser.await().until(() -> String.valueOf(
                        browser.script("return caches.match('/h5/guide')" + ".then(kept => kept.text())"))
                .contains("96110"));
        assertThat(String.valueOf(browser.script("return caches.match('/h5/guide').then(kept => kept.text())")))
                .contains("KTFSR")
                .doesNotContain("8109");
    }

    @Test
    void theFirstLoadIsSmall() {
        browser.forget().go("/h5");
        long bytes = ((Number)
                        browser.script(
                                "return performance.getEntriesByType('navigation')"
                                        + ".concat(performance.getEntriesByType('resource')).reduce((n, e) => n + e.encodedBodySize, 0)"))
                .longValue();
        assertThat(bytes).isBetween(1L, (long) FIRST_LOAD_MAX);
        System.out.println("first load of /h5: " + bytes + " bytes");
    }

    @Test
    void nobodyFindsAnythingOfAnotherWhoReportedTheSameNumber() {
        String words = "紫色长颈鹿";
        logIn("13700138105");
        call("13700138105");
        toTheLastStep();
        browser.type("#description", words);
        browser.click("#report .main");
        browser.await().until(() -> browser.path().startsWith("/h5/cases/"));
        String hers = browser.path();
        logIn("13700138106");
        call("13700138106");
        toTheLastStep();
        assertThat(browser.path()).doesNotContain(ROBOT);
        browser.click("#report .main");
        browser.await().until(() -> browser.path().startsWith("/h5/cases/"));
        String his = browser.path();
        StringBuilder seen = new StringBuilder(his);
        for (String page : List.of("/h5", "/h5/cases", his, his + "/receipt")) {
            seen.append(fetch(page, browser.cookie("jingling_h5"), "GET", new byte[0])
                    .body());
        }
        assertThat(seen.toString()).contains("我的举报").doesNotContain(words, "13700138105", "137****8105");
        assertThat(String.join("\n", server.lines())).doesNotContain(words, "13700138105", "13700138106");
        assertThat(hers).doesNotContain("13700138105");
    }

    @Test
    void whatIsNoEvidenceIsRefusedAndTheReportStays() throws IOException {
        logIn("13700138107");
        call("13700138107");
        toTheLastStep();
        browser.click("#report .main");
        browser.await().until(() -> browser.path().startsWith("/h5/cases/"));
        String files = browser.path() + "/files?name=photo.jpg";
        String cookie = browser.cookie("jingling_h5");
        byte[] zip = zip();
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0};
        byte[] both = Arrays.copyOf(jpeg, jpeg.length + zip.length);
        System.arraycopy(zip, 0, both, jpeg.length, zip.length);
        for (byte[] bad : List.of(zip, both)) {
            HttpResponse<String> refused = fetch(files, cookie, "POST", bad);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(415);
            assertThat(refused.body()).contains("举报本身不受影响");
        }
        assertThat(huge(files, cookie)).isEqualTo(413);
        HttpResponse<String> good = fetch(files, cookie, "POST", "录音里说的话".getBytes(StandardCharsets.UTF_8));
        assertThat(good.statusCode()).as(good.body()).isEqualTo(201);
        browser.go("/h5/cases");
        assertThat(casesOfMe()).isEqualTo(1);
    }

    @Test
    void aWrongCodeOpensNothingAndFiveOfThemSpoilTheRightOne() {
        browser.forget().go("/h5");
        ask("13700138108");
        String right = CODES.get("13700138108");
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (String code : List.of(wrong, wrong, wrong, wrong, wrong, right)) {
            browser.type("#code", code);
            browser.click("main .main");
            browser.await().until(() -> browser.text("#problem").contains("验证码不对"));
        }
    }

    private static void look(String name) {
        browser.picture("h5-" + name);
        assertThat(browser.barriers()).as(name).isEmpty();
        assertThat(browser.overflow()).as(name).isLessThanOrEqualTo(0);
        if (name.endsWith("elder")) {
            assertThat((List<?>) browser.script("return [...document.querySelectorAll('main *, header *, footer *')]"
                            + ".filter(e => e.offsetParent && e.innerText && parseFloat(getComputedStyle(e).fontSize) < 18)"
                            + ".map(e => e.outerHTML)"))
                    .as(name)
                    .isEmpty();
            assertThat((List<?>) browser.script("return [...document.querySelectorAll("
                            + "'button, .button, .row, summary, nav a, .brand, .check, select, .urgent a, main a')]"
                            + ".filter(e => e.offsetParent).filter(e => {const r = e.getBoundingClientRect();"
                            + "return r.height < 60 || r.width < 60}).map(e => e.outerHTML)"))
                    .as(name)
                    .isEmpty();
        }
    }

    private static void logIn(String number) {
        browser.forget().go("/h5");
        browser.script("localStorage.clear()");
        ask(number);
        browser.type("#code", CODES.get(number));
        browser.click("main .main");
        arrive("/h5");
    }

    private static void ask(String number) {
        browser.type("#number", number);
        browser.click("main .main");
        browser.await().until(() -> browser.one("#code").isDisplayed());
    }

    private static void call(String callee) {
        assertThat(phone.call(ROBOT, callee)).startsWith("SIP/2.0 ");
        browser.await().until(() -> {
            browser.go("/h5");
            return browser.text(".list .row").contains(ROBOT);
        });
    }

    private static void toTheLastStep() {
        browser.click(".list .row");
        arrive("/h5/report/kind");
        browser.click("button[value='07']");
        arrive("/h5/report/evidence");
    }

    private static void arrive(String path) {
        browser.await().until(() -> browser.path().equals(path));
    }

    private static int casesOfMe() {
        browser.go("/h5/cases");
        return browser.all(".list .row").size();
    }

    private static HttpResponse<String> fetch(String path, String cookie, String method, byte[] body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    request(path, cookie)
                            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(String path, String cookie) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Cookie", "jingling_h5=" + cookie)
                .header("Content-Type", "application/octet-stream");
    }

    /** 200 MB announced: the answer comes before they are sent. */
    private static int huge(String path, String cookie) throws IOException {
        URI server = URI.create(base);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nCookie: jingling_h5="
                                    + cookie + "\r\nContent-Type: application/octet-stream\r\nContent-Length: 209715200"
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(20_000);
            InputStream in = socket.getInputStream();
            return Integer.parseInt(new String(in.readNBytes(12), StandardCharsets.US_ASCII).substring(9));
        }
    }

    /** As an App package or a bomb is one: 10 MB of nothing in a few KB. */
    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("AndroidManifest.xml"));
            zip.write(new byte[10 << 20]);
        }
        return bytes.toByteArray();
    }
}

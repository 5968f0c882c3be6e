package io.jingling.server;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.Assertions;

/** A server, a gateway that takes its messages, a telephone's browser, and calls over SIP: what a citizen has to do with. */
final class CitizenSite implements AutoCloseable {
    static final String ROBOT = "17012345678";

    private static final Pattern TO = Pattern.compile("\"to\":\"(\\d+)\"");
    private static final Pattern TEXT = Pattern.compile("\"text\":\"([^\"]*)\"");
    private static final Pattern CODE = Pattern.compile("验证码 (\\d{6})");

    private final Map<String, String> messages = new ConcurrentHashMap<>();
    private final Path folder;
    private final HttpServer gateway;
    private ServerProcess server;
    private Phone phone;
    private String base;
    private final Chromium browser;

    private CitizenSite(Path folder) throws IOException {
        this.folder = folder;
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/send", exchange -> {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            messages.put(found(TO, sent), found(TEXT, sent));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        gateway.start();
        Files.writeString(
                folder.resolve("jingling.properties"),
                "sms.url=http://127.0.0.1:" + gateway.getAddress().getPort() + "/send\n");
        start();
        browser = Chromium.open(base, folder.resolve("profile")).width(Chromium.PHONE);
    }

    static CitizenSite open(Path folder) throws IOException {
        return new CitizenSite(folder);
    }

    /** The server is killed and started again; the telephone goes on with what it had. */
    void restart() {
        phone.close();
        server.kill();
        String cookie = browser.cookie("jingling_h5");
        start();
        browser.at(base).go("/h5/guide").keep("jingling_h5", cookie);
    }

    private void start() {
        server = ServerProcess.start(
                folder.resolve("data"),
                "--config",
                folder.resolve("jingling.properties").toString());
        phone = new Phone(server.sipPort());
        base = server.readyLine().orElseThrow().substring("ready ".length());
    }

    private static String found(Pattern pattern, String in) {
        Matcher matcher = pattern.matcher(in);
        return matcher.find() ? matcher.group(1) : "";
    }

    Chromium browser() {
        return browser;
    }

    ServerProcess server() {
        return server;
    }

    String base() {
        return base;
    }

    /** The last message to a number; empty where none was sent. */
    String message(String number) {
        return messages.getOrDefault(number, "");
    }

    /** The code in the last message to a number. */
    String code(String number) {
        return found(CODE, message(number));
    }

    void logIn(String number) {
        browser.forget().go("/h5");
        browser.script("localStorage.clear()");
        ask(number);
        browser.type("#code", code(number));
        browser.click("main .main");
        arrive("/h5");
    }

    void ask(String number) {
        browser.type("#number", number);
        browser.click("main .main");
        browser.await().until(() -> browser.one("#code").isDisplayed());
    }

    /** The robot calls. */
    void ring(String callee) {
        Assertions.assertThat(phone.call(ROBOT, callee)).startsWith("SIP/2.0 ");
    }

    void call(String callee) {
        ring(callee);
        browser.await().until(() -> {
            browser.go("/h5");
            return browser.text(".list .row").contains(ROBOT);
        });
    }

    void toTheLastStep() {
        browser.click(".list .row");
        arrive("/h5/report/kind");
        browser.click("button[value='07']");
        arrive("/h5/report/evidence");
    }

    /** Logs in, is called, reports that, and stands before the case. */
    void reportSaying(String number, String words) {
        logIn(number);
        call(number);
        toTheLastStep();
        browser.type("#description", words);
        send();
    }

    void send() {
        browser.click("#report .main");
        browser.await().until(() -> browser.path().startsWith("/h5/cases/"));
    }

    void arrive(String path) {
        browser.await().until(() -> browser.path().equals(path));
    }

    int casesOfMe() {
        browser.go("/h5/cases");
        return browser.all(".list .row").size();
    }

    /** A form of a stranger. */
    HttpResponse<byte[]> post(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** The same of who is logged in in the browser. */
    HttpResponse<byte[]> fetchForm(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Cookie", "jingling_h5=" + browser.cookie("jingling_h5"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    HttpResponse<byte[]> fetch(String path, String method, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Cookie", "jingling_h5=" + browser.cookie("jingling_h5"))
                .header("Content-Type", "application/octet-stream")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Map<String, byte[]> unzipped(byte[] zip) {
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

    @Override
    public void close() {
        browser.close();
        phone.close();
        server.close();
        gateway.stop(0);
    }
}

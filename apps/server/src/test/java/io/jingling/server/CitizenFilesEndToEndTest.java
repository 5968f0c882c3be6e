package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no evidence: refused in a sentence at the field, and the report is not lost. */
class CitizenFilesEndToEndTest {
    private static final int HUGE = 200 << 20;
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0
    };

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
    void aBrowserSaysAtTheFieldWhatIsWrong() throws IOException {
        site.reportSaying("13700138601", "");
        String mine = browser.path();
        choose("photo.jpg", zip("AndroidManifest.xml", 1 << 10));
        refused("安装包");
        choose("both.jpg", together(JPEG, zip("a.txt", 1 << 10)));
        refused("压缩包");
        choose("bomb.pdf", zip("bomb", 64 << 20));
        refused("压缩包");
        browser.picture("h5-file-refused");
        assertThat(browser.barriers()).isEmpty();
        Path huge = folder.resolve("huge.mp4");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(HUGE);
        }
        browser.one("#file").sendKeys(huge.toString());
        refused("200 MB,最多 20 MB");
        choose("words.txt", "录音里说的话".getBytes(StandardCharsets.UTF_8));
        browser.await().until(() -> browser.text("main").contains("words.txt · 1 KB"));
        assertThat(browser.path()).isEqualTo(mine);
    }

    /** More than the server's memory in all: it would be gone had it kept what it was sent. */
    @Test
    void twoHundredMegabytesThatAreReallySentAreRefusedEarlyFourAtATime() throws Exception {
        site.reportSaying("13700138602", "");
        String files = browser.path() + "/files?name=huge.mp4";
        String cookie = browser.cookie("jingling_h5");
        List<Callable<int[]>> sending = new ArrayList<>();
        for (boolean isChunked : new boolean[] {false, true, true, true}) {
            sending.add(() -> sent(files, cookie, isChunked));
        }
        try (ExecutorService telephones = Executors.newFixedThreadPool(sending.size())) {
            for (Future<int[]> each : telephones.invokeAll(sending)) {
                assertThat(each.get()[0]).isEqualTo(413);
                assertThat(each.get()[1]).as("MB that were taken").isLessThan(HUGE >> 20);
            }
        }
        browser.go(files.substring(0, files.indexOf("/files")));
        assertThat(browser.text("#case-number")).isNotEmpty();
        assertThat(site.fetch(files, "POST", "好的".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(201);
    }

    /** Sends until the server answers or closes; gives the status and how many MB it took. */
    private static int[] sent(String path, String cookie, boolean isChunked) throws IOException {
        URI server = URI.create(site.base());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(60_000);
            String length = isChunked ? "Transfer-Encoding: chunked" : "Content-Length: " + HUGE;
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nCookie: jingling_h5="
                            + cookie + "\r\nContent-Type: application/octet-stream\r\n" + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] megabyte = new byte[1 << 20];
            int taken = 0;
            try {
                while (taken < HUGE >> 20 && in.available() == 0) {
                    if (isChunked) {
                        out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                    out.write(megabyte);
                    if (isChunked) {
                        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                    taken++;
                }
            } catch (IOException closed) {
                // It answered and closed; what it said is still to be read.
            }
            String status = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
            return new int[] {Integer.parseInt(status.substring(9)), taken};
        }
    }

    private static void choose(String name, byte[] content) throws IOException {
        browser.one("#file").sendKeys(Files.write(folder.resolve(name), content).toString());
    }

    private static void refused(String why) {
        browser.await().until(() -> browser.text("#file-said").contains(why));
        assertThat(browser.text("#file-said")).contains("举报本身不受影响");
        assertThat(browser.one("#file").getAttribute("aria-invalid")).isEqualTo("true");
        browser.script(
                "document.getElementById('file').value = ''; document.getElementById('file-said').textContent = ''");
    }

    private static byte[] together(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    /** So many bytes of nothing in a few KB. */
    private static byte[] zip(String name, int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[size]);
        }
        return bytes.toByteArray();
    }
}

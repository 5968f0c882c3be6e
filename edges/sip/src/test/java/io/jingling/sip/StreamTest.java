package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamTest {
    @TempDir
    private Path directory;

    private final FakeScreener screener = new FakeScreener();
    private SipEdge edge = open(SipSettings.loopback("192.0.2.9:5070"));

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void aMessageSplitByteByByteIsAnswered() throws IOException {
        try (Socket phone = connect()) {
            for (byte one : invite("a").bytes()) {
                phone.getOutputStream().write(one);
                phone.getOutputStream().flush();
            }
            assertThat(answer(phone)).startsWith("SIP/2.0 302 ").contains("Call-ID: a\r\n");
        }
    }

    @Test
    void twoMessagesInOneSegmentAreAnsweredInTheirOrder() throws IOException {
        try (Socket phone = connect()) {
            send(phone, invite("a").text() + invite("b").text());
            assertThat(answer(phone)).contains("Call-ID: a\r\n");
            assertThat(answer(phone)).contains("Call-ID: b\r\n");
        }
    }

    @Test
    void aPingIsAnsweredWithAPong() throws IOException {
        try (Socket phone = connect()) {
            send(phone, "\r\n\r\n");
            assertThat(phone.getInputStream().readNBytes(2)).isEqualTo(new byte[] {'\r', '\n'});
            send(phone, invite("a").text());
            assertThat(answer(phone)).startsWith("SIP/2.0 302 ");
        }
    }

    @Test
    void anOversizedMessageIsAnswered513AndTheConnectionEnds() throws IOException {
        try (Socket phone = connect()) {
            send(phone, invite("a").adding("X: " + "x".repeat(70_000)).text());
            assertThat(answer(phone))
                    .startsWith("SIP/2.0 513 Message Too Large\r\n")
                    .contains("Call-ID: a\r\n");
            assertThat(phone.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aMessageWithoutContentLengthIsAnswered400AndTheConnectionEnds() throws IOException {
        try (Socket phone = connect()) {
            send(phone, Messages.invite().text());
            assertThat(answer(phone)).startsWith("SIP/2.0 400 Bad Content-Length\r\n");
            assertThat(phone.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void somethingElseThanSipEndsItsConnectionOnly() throws IOException {
        try (Socket browser = connect();
                Socket phone = connect()) {
            send(browser, "GET / HTTP/1.1\r\nHost: here\r\n\r\n");
            assertThat(browser.getInputStream().read()).isEqualTo(-1);
            send(phone, invite("a").text());
            assertThat(answer(phone)).startsWith("SIP/2.0 302 ");
        }
    }

    @Test
    void aConnectionTooManyIsClosed() throws IOException {
        edge.close();
        SipSettings.Limits one = new SipSettings.Limits(4_096, Duration.ofMillis(50), 1, Duration.ofSeconds(60));
        edge = open(SipSettings.loopback("192.0.2.9:5070").with(one));
        try (Socket first = connect()) {
            send(first, invite("a").text());
            assertThat(answer(first)).startsWith("SIP/2.0 302 ");
            try (Socket second = connect()) {
                assertThat(second.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(edge.counters().dropped("connections_max")).isOne();
        }
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() throws IOException {
        edge.close();
        SipSettings.Limits short1 = new SipSettings.Limits(4_096, Duration.ofMillis(50), 10, Duration.ofSeconds(1));
        edge = open(SipSettings.loopback("192.0.2.9:5070").with(short1));
        try (Socket phone = connect()) {
            assertThat(phone.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void whoDoesNotReadItsAnswersIsNotReadFromEither() throws IOException {
        try (Socket phone = connect();
                Socket other = connect()) {
            byte[] calls = invite("a").text().repeat(1_000).getBytes(StandardCharsets.UTF_8);
            Thread writer = Thread.ofVirtual().start(() -> writeUntilStopped(phone, calls));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> edge.counters().received() > 1_000 && isStill());
            send(other, invite("b").text());
            assertThat(answer(other)).contains("Call-ID: b\r\n");
            writer.interrupt();
        }
    }

    @Test
    void aCallOverTlsIsAnswered() throws IOException {
        edge.close();
        SelfSigned identity = SelfSigned.in(directory);
        SipSettings settings = SipSettings.loopback("192.0.2.9:5070")
                .with(new SipSettings.Listen(
                        "127.0.0.1", 0, 0, 1, new SipSettings.Tls(0, identity.certificate(), identity.key())));
        edge = open(settings);
        try (Socket phone = identity.client().createSocket(InetAddress.getLoopbackAddress(), edge.tlsPort())) {
            phone.setSoTimeout(60_000);
            send(phone, invite("a").text());
            assertThat(answer(phone)).startsWith("SIP/2.0 302 ").contains("Call-ID: a\r\n");
        }
    }

    private boolean isStill() {
        long before = edge.counters().received();
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        return edge.counters().received() == before;
    }

    private static void writeUntilStopped(Socket phone, byte[] calls) {
        try {
            for (int i = 0; i < 1_000; i++) {
                phone.getOutputStream().write(calls);
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private SipEdge open(SipSettings settings) {
        return SipEdge.open(settings, screener, SipClock.SYSTEM).start();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.tcpPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static Messages invite(String callId) {
        return Messages.invite()
                .with("Via", "SIP/2.0/TCP 127.0.0.1:5099;branch=z9hG4bK" + callId)
                .with("Call-ID", callId)
                .body("v=0\r\n\r\ns=-\r\n");
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** One answer; none has a body. */
    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            got.write(b);
            if (got.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return got.toString(StandardCharsets.UTF_8);
    }
}

package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jingling.server.Sipp.Caller;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Debian's sipp calls the packaged server, directly and through a real Kamailio with the configuration we ship:
 * the caller sees what is decided, and a telephone behind it rings or does not.
 */
class SippEndToEndTest {
    private static final Path KAMAILIO = Path.of("")
            .toAbsolutePath()
            .resolve("../../deploy/kamailio/kamailio.cfg")
            .normalize();
    private static final String LISTED = "13911110001";
    private static final String SUSPECTED = "13911110002";
    private static final String UNKNOWN = "13911110003";
    private static final String PLAIN = "13900000001";
    private static final String KNOWS_THE_LISTED = "13900000002";
    private static final String REFUSES_HIDDEN = "13900000003";
    private static final String SILENCES_LOANS = "13900000004";

    @TempDir
    private Path directory;

    private final int telephonePort = Sipp.freePort();
    private final int proxyPort = Sipp.freePort();
    private Sipp sipp;
    private ServerProcess server;
    private Process telephone;
    private Process kamailio;

    @BeforeEach
    void start() throws IOException {
        sipp = new Sipp(directory);
        Path configuration = Files.writeString(
                directory.resolve("jingling.properties"), "sip.next-hop=127.0.0.1:" + telephonePort + "\n");
        server = ServerProcess.start(directory.resolve("data"), "--config", configuration.toString());
        fill();
        telephone = sipp.telephone(telephonePort);
        kamailio = sipp.start(
                "kamailio",
                List.of(
                        Sipp.installed("kamailio", "kamailio"),
                        "-f",
                        KAMAILIO.toString(),
                        "-DD",
                        "-E",
                        "-m",
                        "32",
                        "-M",
                        "4",
                        "-Y",
                        directory.toString(),
                        "-w",
                        directory.toString(),
                        "-A",
                        "LISTEN=udp:127.0.0.1:" + proxyPort,
                        "-A",
                        "JINGLING=\"sip:127.0.0.1:" + server.sipPort() + "\"",
                        "-A",
                        "NEXT_HOP=\"sip:127.0.0.1:" + telephonePort + "\""));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(answers(proxyPort, 0) && answers(telephonePort, 70))
                        .as("answers from Kamailio and the telephone; they said %s", sipp.said("kamailio", "telephone"))
                        .isTrue());
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : new Process[] {kamailio, telephone}) {
            if (process != null) {
                process.destroy();
                process.waitFor();
            }
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whoCallsTheServerItselfIsToldToGoOnOrRefusedWithAReason() throws IOException, InterruptedException {
        int port = server.sipPort();
        assertThat(sipp.call("refused", port, PLAIN, Caller.of(LISTED)))
                .contains("SIP/2.0 603 Decline", "rule system-black-list/1", "312 numbers called in 1 hour");
        assertThat(sipp.call("redirected", port, KNOWS_THE_LISTED, Caller.of(LISTED)))
                .contains("Contact: <sip:" + KNOWS_THE_LISTED + "@127.0.0.1:" + telephonePort);
        assertThat(sipp.call("refused", port, REFUSES_HIDDEN, Caller.hidden(UNKNOWN)))
                .contains("rule preset/1");
        sipp.call("redirected", port, PLAIN, Caller.hidden(UNKNOWN));
    }

    @Test
    void throughKamailioAListedCallerIsRefusedAndToldWhy() throws IOException, InterruptedException {
        assertThat(sipp.call("refused", proxyPort, PLAIN, Caller.of(LISTED)))
                .contains("SIP/2.0 603 Decline", "rule system-black-list/1", "312 numbers called in 1 hour");
        assertThat(sipp.heard()).doesNotContain("INVITE sip:" + PLAIN);
    }

    @Test
    void throughKamailioTheTelephoneRingsAsWished() throws IOException, InterruptedException {
        sipp.call("answered", proxyPort, KNOWS_THE_LISTED, Caller.of(LISTED));
        assertThat(sipp.heard())
                .contains("INVITE sip:" + KNOWS_THE_LISTED + "@127.0.0.1:" + telephonePort + ";user=phone");
        sipp.call("answered", proxyPort, PLAIN, Caller.hidden(UNKNOWN));
        assertThat(sipp.call("refused", proxyPort, REFUSES_HIDDEN, Caller.hidden(UNKNOWN)))
                .contains("rule preset/1");
        assertThat(sipp.heard()).doesNotContain("Alert-Info");
        sipp.call("answered", proxyPort, SILENCES_LOANS, Caller.of(SUSPECTED));
        assertThat(sipp.heard()).contains("Alert-Info: <urn:alert:service:silent>");
    }

    @Test
    void throughKamailioASuspectedCallerRingsUnderTheSuspicion() throws IOException, InterruptedException {
        sipp.call("answered", proxyPort, PLAIN, Caller.of(SUSPECTED));
        assertThat(sipp.heard())
                .contains("P-Asserted-Identity: \"疑似贷款理财\" <tel:+86" + SUSPECTED + ">")
                .contains("Call-Info: <data:,07>;purpose=info")
                .doesNotContain("P-Asserted-Identity: <tel:+86" + SUSPECTED + ">");
    }

    @Test
    void withoutTheServerEveryCallThroughKamailioRings() throws IOException, InterruptedException {
        server.kill();
        sipp.call("answered", proxyPort, PLAIN, Caller.of(LISTED));
        assertThat(sipp.heard()).contains("INVITE sip:" + PLAIN);
    }

    private void fill() {
        String expires = Instant.now().plus(Duration.ofDays(1)).toString();
        take(server.post(
                "/v1/standings",
                "text/csv",
                "number,category,score,expires,evidence,evidence_value\n"
                        + LISTED + ",07,95," + expires + ",calls_per_hour,312\n"
                        + SUSPECTED + ",07,75," + expires + ",calls_per_hour,312\n"));
        take(server.post(
                "/v1/wishes",
                "text/csv",
                "number,category,action\n"
                        + REFUSES_HIDDEN + ",preset:hidden,reject\n"
                        + SILENCES_LOANS + ",07,silent\n"));
        String id = take(server.post(
                        "/v1/subscribers/lookup", "application/json", "{\"number\":\"" + KNOWS_THE_LISTED + "\"}"))
                .json()
                .get("id")
                .asText();
        take(server.send(
                "PUT",
                "/v1/subscribers/" + id + "/wishes",
                "application/json",
                BodyPublishers.ofString("{\"white\":[{\"number\":\"" + LISTED + "\",\"note\":\"\"}]}")));
    }

    private static ServerProcess.Answer take(ServerProcess.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /** Kamailio itself answers a message that may go no further; the telephone answers any OPTIONS. */
    private static boolean answers(int port, int maxForwards) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(200);
            byte[] ping = ("OPTIONS sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + socket.getLocalPort()
                            + ";branch=z9hG4bKping;rport\r\nFrom: <sip:ping@127.0.0.1>;tag=p\r\nTo: <sip:127.0.0.1>\r\n"
                            + "Call-ID: ping" + System.nanoTime() + "\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: "
                            + maxForwards + "\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            socket.send(new DatagramPacket(ping, ping.length, InetAddress.getLoopbackAddress(), port));
            socket.receive(new DatagramPacket(new byte[2_000], 2_000));
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}

package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.Evidence;
import io.jingling.domain.ListEntry;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Preset;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import io.jingling.platform.Platform;
import io.jingling.platform.StandingStore.Listed;
import io.jingling.screening.Policy;
import io.jingling.sip.Sipp.Caller;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls through a real Kamailio with the configuration we ship: sipp calls, Kamailio asks the edge with
 * a platform behind it, and sipp's telephone rings or does not.
 */
class KamailioTest {
    private static final Path CONFIGURATION = Path.of("")
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

    private final MemoryStores stores = new MemoryStores();
    private final int telephonePort = Sipp.freePort();
    private final int proxyPort = Sipp.freePort();
    private Sipp sipp;
    private SipEdge edge;
    private Process telephone;
    private Process kamailio;

    @BeforeEach
    void start() throws IOException {
        String program = Sipp.installed("kamailio", "kamailio");
        sipp = new Sipp(directory);
        edge = SipEdge.open(
                        SipSettings.loopback("127.0.0.1:" + telephonePort)
                                .with(new SipSettings.Trust(List.of("127.0.0.1"), List.of())),
                        new OfPlatform(platform()),
                        SipClock.SYSTEM)
                .start();
        telephone = sipp.telephone(telephonePort);
        kamailio = sipp.start(
                "kamailio",
                List.of(
                        program,
                        "-f",
                        CONFIGURATION.toString(),
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
                        "JINGLING=\"sip:127.0.0.1:" + edge.udpPort() + "\"",
                        "-A",
                        "NEXT_HOP=\"sip:127.0.0.1:" + telephonePort + "\""));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        answers(proxyPort, 0) && answers(telephonePort, 70))
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
        if (edge != null) {
            edge.close();
        }
    }

    @Test
    void aListedCallerIsRefusedAndToldWhy() throws IOException, InterruptedException {
        assertThat(sipp.call("refused", proxyPort, PLAIN, Caller.of(LISTED)))
                .contains("SIP/2.0 603 Decline", "rule system-black-list/1", "312 numbers called in 1 hour");
        assertThat(sipp.heard()).doesNotContain("INVITE sip:" + PLAIN);
    }

    @Test
    void aCallerOnTheWhiteListRings() throws IOException, InterruptedException {
        sipp.call("answered", proxyPort, KNOWS_THE_LISTED, Caller.of(LISTED));
        assertThat(sipp.heard())
                .contains("INVITE sip:" + KNOWS_THE_LISTED + "@127.0.0.1:" + telephonePort + ";user=phone");
    }

    @Test
    void aHiddenCallerRingsOrNotAsWished() throws IOException, InterruptedException {
        sipp.call("answered", proxyPort, PLAIN, Caller.hidden(UNKNOWN));
        assertThat(sipp.call("refused", proxyPort, REFUSES_HIDDEN, Caller.hidden(UNKNOWN)))
                .contains("rule preset/1");
    }

    @Test
    void aSuspectedCallerRingsUnderTheSuspicion() throws IOException, InterruptedException {
        sipp.call("answered", proxyPort, PLAIN, Caller.of(SUSPECTED));
        assertThat(sipp.heard())
                .contains("P-Asserted-Identity: \"疑似贷款理财\" <tel:+86" + SUSPECTED + ">")
                .contains("Call-Info: <data:,07>;purpose=info")
                .doesNotContain("P-Asserted-Identity: <tel:+86" + SUSPECTED + ">");
    }

    @Test
    void aCallWithoutASoundSaysSo() throws IOException, InterruptedException {
        sipp.call("answered", proxyPort, SILENCES_LOANS, Caller.of(SUSPECTED));
        assertThat(sipp.heard()).contains("Alert-Info: <urn:alert:service:silent>");
    }

    @Test
    void withoutTheEdgeEveryCallRings() throws IOException, InterruptedException {
        edge.close();
        sipp.call("answered", proxyPort, PLAIN, Caller.of(LISTED));
        assertThat(sipp.heard()).contains("INVITE sip:" + PLAIN);
    }

    private Platform platform() {
        Platform platform =
                new Platform(stores, new MemoryStores.Thoughts(), stores, Platform.Capacity.SMALL, Policy.STANDARD);
        Instant later = Instant.now().plus(Duration.ofDays(1));
        Evidence counted = new Evidence(Evidence.Kind.CALLS_PER_HOUR, 312);
        platform.saveStandings(List.of(
                new Listed(PhoneNumber.parse(LISTED), new Standing.Suspected(Category.LOANS, 95, counted, later)),
                new Listed(PhoneNumber.parse(SUSPECTED), new Standing.Suspected(Category.LOANS, 75, counted, later))));
        platform.saveWishes(
                PhoneNumber.parse(KNOWS_THE_LISTED),
                Wishes.DEFAULT.withWhite(List.of(new ListEntry(PhoneNumber.parse(LISTED), ""))));
        platform.saveWishes(PhoneNumber.parse(REFUSES_HIDDEN), Wishes.DEFAULT.withPreset(Preset.HIDDEN, Action.REJECT));
        platform.saveWishes(
                PhoneNumber.parse(SILENCES_LOANS), Wishes.DEFAULT.withCategory(Category.LOANS, Action.SILENT));
        return platform;
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

    /** The platform as the edge asks it. */
    private record OfPlatform(Platform platform) implements CallScreener {
        @Override
        public Decision screen(CallAttempt call) {
            return platform.screen(call);
        }

        @Override
        public Decision failOpen(CallAttempt call) {
            return platform.failOpen(call);
        }
    }
}

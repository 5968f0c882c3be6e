package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** More calls than can be decided in time, over a real socket, with a clock moved by hand. */
class OverloadTest {
    private static final SipSettings SETTINGS = SipSettings.loopback("192.0.2.9:5070")
            .with(new SipSettings.Limits(16, Duration.ofMillis(50), 16, Duration.ofSeconds(60)));

    private final FakeScreener screener = new FakeScreener().answering(FakeScreener.REJECT);
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void aCallThatWaitedLongerThanTheDeadlinePassesUndecided() throws IOException {
        SipClock late = new SipClock(() -> 0, () -> nanos.addAndGet(50_000_001));
        try (SipEdge edge = SipEdge.open(SETTINGS, screener, late)) {
            assertThat(answers(edge, 1)).allMatch(answer -> answer.startsWith("SIP/2.0 302 "));
            assertThat(screener.asked()).isEmpty();
            assertThat(screener.passed()).hasSize(1);
            assertThat(edge.counters().overloadPasses()).isOne();
        }
    }

    @Test
    void aCallThatWaitedAsLongAsTheDeadlineIsDecided() throws IOException {
        SipClock justInTime = new SipClock(() -> 0, () -> nanos.addAndGet(50_000_000));
        try (SipEdge edge = SipEdge.open(SETTINGS, screener, justInTime)) {
            assertThat(answers(edge, 1)).allMatch(answer -> answer.startsWith("SIP/2.0 603 "));
        }
    }

    @Test
    void whatFindsTheQueueFullPassesAtOnce() throws IOException {
        try (SipEdge edge = SipEdge.open(SETTINGS, screener, new SipClock(() -> 0, () -> 0))) {
            List<String> answers = answers(edge, 40);
            assertThat(answers)
                    .filteredOn(answer -> answer.startsWith("SIP/2.0 603 "))
                    .hasSize(16);
            assertThat(answers)
                    .filteredOn(answer -> answer.startsWith("SIP/2.0 302 "))
                    .hasSize(24);
            assertThat(edge.counters().overloadPasses()).isEqualTo(24);
        }
    }

    @Test
    void aFailingScreenerNeverKeepsACallFromRinging() throws IOException {
        screener.failing(new OutOfMemoryError("made up"));
        try (SipEdge edge = SipEdge.open(SETTINGS, screener, SipClock.SYSTEM)) {
            assertThat(answers(edge, 10)).allMatch(answer -> answer.startsWith("SIP/2.0 302 "));
            assertThat(edge.counters().screenerFailures()).isEqualTo(10);
            assertThat(edge.counters().failedOpen()).isEqualTo(10);
        }
    }

    /** Sends calls, starts the edge where it was not, and takes the answers. */
    private static List<String> answers(SipEdge edge, int calls) throws IOException {
        try (DatagramSocket phone = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            phone.setSoTimeout(60_000);
            for (int i = 0; i < calls; i++) {
                byte[] message = Messages.invite().with("Call-ID", "call" + i).bytes();
                phone.send(
                        new DatagramPacket(message, message.length, InetAddress.getLoopbackAddress(), edge.udpPort()));
            }
            edge.start();
            List<String> answers = new ArrayList<>();
            while (answers.size() < calls) {
                DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
                phone.receive(packet);
                answers.add(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
            }
            return answers;
        }
    }
}

package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has arrived at the socket before the worker looks is taken in one turn. */
class UdpArrivalsTest {
    /** All answers fit into a socket of usual size, however late they are read. */
    private static final int QUEUE = 50;

    private final AtomicBoolean broken = new AtomicBoolean();
    private final FakeScreener screener = new FakeScreener().answering(FakeScreener.REJECT);
    private final SipEdge edge = SipEdge.open(
            SipSettings.loopback("192.0.2.9:5070")
                    .with(new SipSettings.Limits(QUEUE, Duration.ofSeconds(10), 16, Duration.ofMinutes(1))),
            screener,
            new SipClock(System::currentTimeMillis, this::nanos));
    private DatagramSocket phone;

    @BeforeEach
    void open() throws IOException {
        phone = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        phone.setSoTimeout(10_000);
    }

    @AfterEach
    void close() {
        phone.close();
        edge.close();
    }

    @Test
    void anEmptyDatagramTakesNoRoomFromCalls() throws IOException {
        send(new byte[0]);
        for (int i = 0; i < 10; i++) {
            send(call(i));
        }
        edge.start();
        for (int i = 0; i < 10; i++) {
            assertThat(receive()).startsWith("SIP/2.0 603 ");
        }
        assertThat(edge.counters().dropped("keep_alive")).isOne();
        assertThat(edge.counters().received()).isEqualTo(11);
        assertThat(edge.counters().overloadPasses()).isZero();
    }

    @Test
    void whatFindsTheQueueFullPassesAndIsCounted() throws IOException {
        for (int i = 0; i < 2 * QUEUE; i++) {
            send(call(i));
        }
        edge.start();
        for (int i = 0; i < 2 * QUEUE; i++) {
            assertThat(receive()).startsWith(i < QUEUE ? "SIP/2.0 302 " : "SIP/2.0 603 ");
        }
        assertThat(edge.counters().overloadPasses()).isEqualTo(QUEUE);
        assertThat(screener.asked()).hasSize(QUEUE);
    }

    @Test
    void anErrorCostsOneDatagramAndNotTheListener() throws IOException {
        broken.set(true);
        send(call(0));
        send(call(1));
        edge.start();
        assertThat(receive()).startsWith("SIP/2.0 603 ").contains("Call-ID: call-1\r\n");
        assertThat(edge.counters().dropped("internal")).isOne();
    }

    /** Fails once where it was told to, as memory may when a datagram is taken. */
    private long nanos() {
        if (broken.getAndSet(false)) {
            throw new OutOfMemoryError("as told by the test");
        }
        return System.nanoTime();
    }

    private static byte[] call(int number) {
        return Messages.invite().with("Call-ID", "call-" + number).bytes();
    }

    private void send(byte[] message) throws IOException {
        phone.send(new DatagramPacket(message, message.length, InetAddress.getLoopbackAddress(), edge.udpPort()));
    }

    private String receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        phone.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }
}

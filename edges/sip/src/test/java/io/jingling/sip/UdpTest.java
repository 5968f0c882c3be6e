package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UdpTest {
    private final FakeScreener screener = new FakeScreener();
    private final SipEdge edge = SipEdge.open(SipSettings.loopback("192.0.2.9:5070"), screener, SipClock.SYSTEM)
            .start();
    private DatagramSocket phone;

    @BeforeEach
    void open() throws IOException {
        phone = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        phone.setSoTimeout(60_000);
    }

    @AfterEach
    void close() {
        phone.close();
        edge.close();
    }

    @Test
    void anInviteIsAnsweredToWhereItCameFrom() throws IOException {
        send(Messages.invite().bytes());
        assertThat(receive())
                .startsWith("SIP/2.0 302 ")
                .contains("rport=" + phone.getLocalPort() + ";received=127.0.0.1");
    }

    @Test
    void aRetransmissionIsAnsweredToTheByte() throws IOException {
        send(Messages.invite().bytes());
        String first = receive();
        screener.answering(FakeScreener.REJECT);
        send(Messages.invite().bytes());
        assertThat(receive()).isEqualTo(first);
        assertThat(screener.asked()).hasSize(1);
    }

    @Test
    void garbageDoesNotEndTheListener() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            byte[] garbage = new byte[random.nextInt(1_400)];
            random.nextBytes(garbage);
            send(garbage);
        }
        send(Messages.invite().bytes());
        assertThat(receive()).startsWith("SIP/2.0 302 ");
        assertThat(edge.counters().dropped("internal")).isZero();
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

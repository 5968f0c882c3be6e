package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.sip.SipCounters.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SipEdgeTest {
    private final FakeScreener screener = new FakeScreener();

    @Test
    void warmingUpAsksTheRehearsalAndLeavesNoTrace() {
        AtomicLong nanos = new AtomicLong();
        FakeScreener rehearsal = new FakeScreener();
        SipClock clock = new SipClock(() -> 0, () -> nanos.addAndGet(1_000_000));
        try (SipEdge edge = SipEdge.open(SipSettings.loopback("h:1"), screener, clock)) {
            edge.warmUp(rehearsal, Duration.ofMillis(1_000)).start();
            assertThat(rehearsal.asked()).hasSizeBetween(500, 1_500);
            assertThat(rehearsal.asked()).noneMatch(call -> call.callee().length() != 11);
            assertThat(screener.asked()).isEmpty();
            assertThat(edge.counters().received()).isZero();
        }
    }

    @Test
    void severalWorkersShareOnePort() throws IOException {
        SipSettings settings =
                SipSettings.loopback("h:1").with(new SipSettings.Listen("127.0.0.1", 0, 0, 3, SipSettings.Tls.OFF));
        try (SipEdge edge = SipEdge.open(settings, screener, SipClock.SYSTEM).start()) {
            for (int i = 0; i < 30; i++) {
                try (DatagramSocket phone = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
                    phone.setSoTimeout(60_000);
                    byte[] message = Messages.invite().with("Call-ID", "c" + i).bytes();
                    phone.send(new DatagramPacket(
                            message, message.length, InetAddress.getLoopbackAddress(), edge.udpPort()));
                    phone.receive(new DatagramPacket(new byte[2_000], 2_000));
                }
            }
            assertThat(screener.asked()).hasSize(30);
        }
    }

    @Test
    void aPortThatIsTakenIsRefusedByNameAndNothingStaysOpen() throws IOException {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            SipSettings settings = SipSettings.loopback("h:1")
                    .with(new SipSettings.Listen("127.0.0.1", taken.getLocalPort(), 0, 1, SipSettings.Tls.OFF));
            assertThatThrownBy(() -> SipEdge.open(settings, screener, SipClock.SYSTEM))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("want a port that is free for UDP and TCP");
        }
    }

    @Test
    void theCountersAreAlwaysTheSameAndCountWhatHappened() {
        Desk desk = Desk.standard();
        desk.answer(Messages.invite());
        desk.answer(Messages.request("BYE"));
        assertThat(desk.counters.readings()).hasSameSizeAs(new SipCounters().readings());
        assertThat(count(desk, "received", "")).isEqualTo(2);
        assertThat(count(desk, "requests", "INVITE")).isOne();
        assertThat(count(desk, "answered", "302")).isOne();
        assertThat(count(desk, "answered", "481")).isOne();
        assertThat(desk.counters.answered(481)).isOne();
    }

    private static long count(Desk desk, String name, String value) {
        return desk.counters.readings().stream()
                .filter(reading ->
                        reading.name().equals(name) && reading.value().equals(value))
                .map(Reading::count)
                .findFirst()
                .orElseThrow()
                .getAsLong();
    }
}

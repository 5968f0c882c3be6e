package io.jingling.sip;

import io.jingling.sip.Responder.Arrival;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A responder without a socket, with a fake screener and a clock moved by hand. */
final class Desk {
    static final InetSocketAddress PEER = new InetSocketAddress("127.0.0.1", 5099);

    final FakeScreener screener = new FakeScreener();
    final SipCounters counters = new SipCounters();
    private final SipSettings settings;
    private final Responder responder;
    private final Peers peers;
    private long nanos;

    Desk(SipSettings settings) {
        this.settings = settings;
        SipClock clock = new SipClock(() -> 1_700_000_000_000L + nanos / 1_000_000, () -> nanos);
        this.responder = new Responder(
                screener,
                settings.answers(),
                RejectionCard.of(settings.answers().card(), 0),
                counters,
                clock,
                42);
        this.peers = new Peers(settings.trust());
    }

    static Desk standard() {
        return new Desk(SipSettings.loopback("192.0.2.9:5070"));
    }

    SipSettings settings() {
        return settings;
    }

    void pass(long seconds) {
        nanos += seconds * 1_000_000_000L;
    }

    String answer(Messages message) {
        return answer(message.bytes(), Arrival.DATAGRAM);
    }

    String answer(byte[] message, Arrival arrival) {
        return answer(message, arrival, PEER);
    }

    /** The answer as text, empty where there is none. */
    String answer(byte[] message, Arrival arrival, InetSocketAddress peer) {
        int length = responder.respond(message, 0, message.length, peers.of(peer), arrival);
        return new String(Arrays.copyOf(responder.bytes(), length), StandardCharsets.UTF_8);
    }
}

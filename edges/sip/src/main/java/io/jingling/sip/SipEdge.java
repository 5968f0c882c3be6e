package io.jingling.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * The SIP edge: listens on UDP, TCP and, where set up, TLS, and answers every INVITE with a redirect
 * or a refusal.
 *
 * <p>{@link #open} binds, {@link #start} begins to answer; {@link #warmUp} in between lets the first
 * call be as quick as the millionth.
 */
public final class SipEdge implements AutoCloseable {
    private final SipSettings settings;
    private final SipCounters counters = new SipCounters();
    private final SipClock clock;
    private final long secret = new SecureRandom().nextLong();
    private final RejectionCard card;
    private final List<UdpWorker> workers = new ArrayList<>();

    private SipEdge(SipSettings settings, SipClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.card = RejectionCard.of(settings.answers().card(), clock.millis().getAsLong());
    }

    /**
     * Binds all sockets; what arrives waits there for {@link #start}.
     *
     * @throws UncheckedIOException where an address cannot be bound
     * @throws IllegalArgumentException where a key or certificate cannot be used
     */
    public static SipEdge open(SipSettings settings, CallScreener screener, SipClock clock) {
        SipEdge edge = new SipEdge(settings, clock);
        try {
            edge.bind(screener);
            return edge;
        } catch (IOException e) {
            edge.close();
            throw new UncheckedIOException(
                    "sip: got " + e.getMessage() + " at " + settings.listen().host() + ", want a free port", e);
        } catch (RuntimeException e) {
            edge.close();
            throw e;
        }
    }

    private void bind(CallScreener screener) throws IOException {
        int port = settings.listen().udpPort();
        for (int i = 0; i < settings.listen().workers(); i++) {
            InetSocketAddress address = new InetSocketAddress(settings.listen().host(), port);
            UdpWorker worker = UdpWorker.open(address, responder(screener, counters), settings, counters, clock);
            workers.add(worker);
            port = worker.address().getPort();
        }
    }

    /** Begins to answer. */
    public SipEdge start() {
        workers.forEach(UdpWorker::start);
        return this;
    }

    /** The port it listens on. */
    public int udpPort() {
        try {
            return workers.getFirst().address().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("sip: got a closed socket, want an open one", e);
        }
    }

    public SipCounters counters() {
        return counters;
    }

    private Responder responder(CallScreener screener, SipCounters counts) {
        return new Responder(screener, settings.answers(), card, counts, clock, secret);
    }

    @Override
    public void close() {
        for (UdpWorker worker : workers) {
            try {
                worker.close();
            } catch (IOException e) {
                // Closing is all that was wanted.
            }
        }
    }
}

package io.jingling.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
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
    private final StreamServer streams;
    private int tcpPort;
    private int tlsPort;

    private SipEdge(SipSettings settings, CallScreener screener, SipClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.card = RejectionCard.of(settings.answers().card(), clock.millis().getAsLong());
        this.streams = new StreamServer(settings, counters, () -> responder(screener, counters));
    }

    /**
     * Binds all sockets; what arrives waits there for {@link #start}.
     *
     * @throws UncheckedIOException where an address cannot be bound
     * @throws IllegalArgumentException where a key or certificate cannot be used
     */
    public static SipEdge open(SipSettings settings, CallScreener screener, SipClock clock) {
        SipEdge edge = new SipEdge(settings, screener, clock);
        try {
            edge.bind(screener);
            return edge;
        } catch (IOException e) {
            edge.close();
            throw new UncheckedIOException(
                    "sip.port: got " + e.getMessage() + " at "
                            + settings.listen().host() + ":" + settings.listen().udpPort()
                            + ", want a port that is free for UDP and TCP",
                    e);
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
        tcpPort = streams.listen(settings.listen().tcpPort());
        tlsPort = settings.listen().tls().isOn()
                ? streams.listenTls(settings.listen().tls())
                : 0;
    }

    /**
     * Runs made-up calls through parser, screener and answers, so that they are compiled before the
     * first real one. Nothing is sent, counted or remembered by the edge.
     *
     * @param rehearsal decides without leaving a trace
     * @param atMost how long it may take
     */
    public SipEdge warmUp(CallScreener rehearsal, Duration atMost) {
        WarmUp.run(responder(rehearsal, new SipCounters()), clock, atMost);
        return this;
    }

    /** Begins to answer. */
    public SipEdge start() {
        workers.forEach(UdpWorker::start);
        streams.start();
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

    public int tcpPort() {
        return tcpPort;
    }

    /** 0 where TLS is not set up. */
    public int tlsPort() {
        return tlsPort;
    }

    public SipCounters counters() {
        return counters;
    }

    private Responder responder(CallScreener screener, SipCounters counts) {
        return new Responder(screener, settings.answers(), card, counts, clock, secret);
    }

    @Override
    public void close() {
        streams.close();
        for (UdpWorker worker : workers) {
            try {
                worker.close();
            } catch (IOException e) {
                // Closing is all that was wanted.
            }
        }
    }
}

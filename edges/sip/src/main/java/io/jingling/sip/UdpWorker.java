package io.jingling.sip;

import io.jingling.sip.Responder.Arrival;
import io.jingling.sip.SipCounters.Drop;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread with one UDP socket: takes what has arrived, answers it in turn, waits where there is nothing.
 *
 * <p>What waits longer than the deadline, or finds the queue full, is answered undecided. An ACK is
 * told by its first bytes and never queued.
 */
final class UdpWorker implements AutoCloseable {
    private static final int SOCKET_BUFFER = 4 << 20;
    /** How many are answered before the socket is looked at again. */
    private static final int TURN = 64;
    /** How many are taken before the oldest is looked at again; more, so that the queue is here and not in the kernel. */
    private static final int TAKEN_MAX = 16 * TURN;

    private static final int ACK_ = 'A' << 24 | 'C' << 16 | 'K' << 8 | ' ';
    private static final long WAIT_MILLIS = 1_000;
    /** Linux adds up to 50 µs to it. */
    private static final long NAP_NANOS = 50_000;
    /** How soon the next datagram must come for a nap to pay. */
    private static final long BUSY_GAP_NANOS = 100_000;

    private final DatagramChannel channel;
    private final Selector selector;
    private final Responder responder;
    private final SipCounters counters;
    private final SipClock clock;
    private final Peers peers;
    private final ArrivalRing ring;
    private final long deadlineNanos;
    private final byte[] request = new byte[ArrivalRing.DATAGRAM_MAX];
    private final ByteBuffer reply = ByteBuffer.allocateDirect(ArrivalRing.DATAGRAM_MAX);
    private final Thread thread;
    // Of the worker's thread alone.
    private boolean isBusy;
    private volatile boolean running = true;

    private UdpWorker(
            DatagramChannel channel,
            Selector selector,
            Responder responder,
            SipSettings settings,
            SipCounters counters,
            SipClock clock) {
        this.channel = channel;
        this.selector = selector;
        this.responder = responder;
        this.counters = counters;
        this.clock = clock;
        this.peers = new Peers(settings.trust());
        this.ring = new ArrivalRing(settings.limits().queue());
        this.deadlineNanos = settings.limits().deadline().toNanos();
        this.thread = new Thread(this::run, "sip-udp");
    }

    /** Binds the socket; {@link #start} begins to answer. */
    static UdpWorker open(
            InetSocketAddress address, Responder responder, SipSettings settings, SipCounters counters, SipClock clock)
            throws IOException {
        // A socket of both families would take IPv4 the long way through the IPv6 code, on every datagram.
        boolean ipv4 = address.getAddress() instanceof Inet4Address;
        DatagramChannel channel =
                DatagramChannel.open(ipv4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        try {
            if (settings.listen().workers() > 1) {
                channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER);
            channel.bind(address);
            channel.configureBlocking(false);
            Selector selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            return new UdpWorker(channel, selector, responder, settings, counters, clock);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    void start() {
        thread.start();
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    private void run() {
        while (running) {
            try {
                takeArrived();
                for (int i = 0; i < TURN && !ring.isEmpty(); i++) {
                    answerOldest();
                }
                if (ring.isEmpty() && !arrivedMeanwhile()) {
                    await();
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException | Error e) {
                // A thread that ended would leave its socket without an answer, and nobody would be told.
                counters.countDrop(Drop.INTERNAL);
            }
        }
    }

    /** One look at the socket is cheaper than asking to be woken. */
    private boolean arrivedMeanwhile() throws IOException {
        return takeOne();
    }

    /**
     * Waits for a datagram. Where they follow each other closely it sleeps a moment and takes all that came: being
     * woken by each costs more than answering it.
     */
    private void await() throws IOException {
        if (isBusy) {
            LockSupport.parkNanos(NAP_NANOS);
            if (takeOne()) {
                return;
            }
        }
        long since = System.nanoTime();
        selector.select(WAIT_MILLIS);
        selector.selectedKeys().clear();
        isBusy = System.nanoTime() - since < BUSY_GAP_NANOS;
    }

    private void takeArrived() throws IOException {
        for (int i = 0; i < TAKEN_MAX && takeOne(); i++) {
            // Each is kept or answered within.
        }
    }

    private boolean takeOne() throws IOException {
        boolean room = ring.hasRoom();
        ByteBuffer space = room ? ring.space() : reply.clear();
        int start = space.position();
        InetSocketAddress from = (InetSocketAddress) channel.receive(space);
        if (from == null) {
            return false;
        }
        int length = space.position() - start;
        if (length == 0) {
            counters.countKeepAlive();
        } else if (length >= 4 && space.getInt(start) == ACK_) {
            counters.countAck();
        } else if (room) {
            ring.keep(peers.of(from), clock.nanos().getAsLong());
        } else {
            space.get(0, request, 0, length);
            answer(length, peers.of(from), Arrival.OVERDUE);
        }
        return true;
    }

    private void answerOldest() throws IOException {
        Peer peer = ring.peer();
        boolean overdue = clock.nanos().getAsLong() - ring.stamp() > deadlineNanos;
        int length = ring.take(request);
        answer(length, peer, overdue ? Arrival.OVERDUE : Arrival.DATAGRAM);
    }

    private void answer(int length, Peer peer, Arrival arrival) throws IOException {
        int answered = responder.answer(request, 0, length, peer, arrival);
        if (answered == 0) {
            return;
        }
        if (answered > reply.capacity()) {
            counters.countDrop(Drop.ANSWER_TOO_LARGE);
            return;
        }
        reply.clear().put(responder.bytes(), 0, answered).flip();
        int port = responder.replyPort(peer);
        if (!sent(port == peer.port() ? peer.address() : peer.at(port))) {
            counters.countDrop(Drop.SEND_FAILED);
        }
    }

    /** An answer that cannot be sent is lost, and asked for again by the client (RFC 3261 §17.1.1). */
    private boolean sent(InetSocketAddress to) throws ClosedChannelException {
        try {
            return channel.send(reply, to) > 0;
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        running = false;
        selector.wakeup();
        try {
            thread.join(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        channel.close();
        selector.close();
    }
}

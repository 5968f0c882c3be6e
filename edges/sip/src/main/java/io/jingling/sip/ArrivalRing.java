package io.jingling.sip;

import java.nio.ByteBuffer;

/**
 * Datagrams that have arrived and wait for their turn, oldest first, in memory taken once.
 *
 * <p>Each has the time it was taken from the socket, so that what has waited too long is known. Full
 * when it holds as many datagrams as asked for, or when the largest might not fit any more.
 */
final class ArrivalRing {
    /** The largest datagram there is. */
    static final int DATAGRAM_MAX = 65_535;

    private static final int BYTES_EACH = 2_048;

    private final ByteBuffer bytes;
    /** The same memory, without the limits of who is writing. */
    private final ByteBuffer whole;

    private final int capacity;
    private final int[] starts;
    private final int[] lengths;
    private final long[] stamps;
    private final Peer[] peers;
    private int head;
    private int count;
    private int write;

    ArrivalRing(int capacity) {
        this.capacity = capacity;
        this.bytes = ByteBuffer.allocateDirect(2 * DATAGRAM_MAX + capacity * BYTES_EACH);
        this.whole = bytes.duplicate();
        this.starts = new int[capacity];
        this.lengths = new int[capacity];
        this.stamps = new long[capacity];
        this.peers = new Peer[capacity];
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** False where a datagram might find no room. */
    boolean hasRoom() {
        if (count == 0) {
            write = 0;
            return true;
        }
        if (count == capacity) {
            return false;
        }
        int oldest = starts[head];
        if (write > oldest) {
            if (bytes.capacity() - write >= DATAGRAM_MAX) {
                return true;
            }
            write = oldest > DATAGRAM_MAX ? 0 : write;
        }
        return write < oldest && oldest - write > DATAGRAM_MAX;
    }

    /** Where the next datagram is to be written; asked only while there is room. */
    ByteBuffer space() {
        return bytes.limit(write + DATAGRAM_MAX).position(write);
    }

    /** Keeps what was written into {@link #space}. */
    void keep(Peer peer, long stamp) {
        int slot = head + count;
        slot -= slot >= capacity ? capacity : 0;
        starts[slot] = write;
        lengths[slot] = bytes.position() - write;
        stamps[slot] = stamp;
        peers[slot] = peer;
        write = bytes.position();
        count++;
    }

    Peer peer() {
        return peers[head];
    }

    long stamp() {
        return stamps[head];
    }

    /** Copies the oldest out and lets go of it; how many bytes it has. */
    int take(byte[] into) {
        int length = lengths[head];
        whole.get(starts[head], into, 0, length);
        head = head + 1 == capacity ? 0 : head + 1;
        count--;
        return length;
    }
}

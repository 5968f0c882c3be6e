package io.jingling.sip;

/**
 * What was decided on the calls of the last 32 seconds (64 × T1, RFC 3261 §17.1.1.2), so that a
 * retransmission is answered alike and is no second call.
 *
 * <p>Direct-mapped and of fixed size: a newer call takes the place of an older one that falls on the
 * same slot, and a retransmission of that one is then decided anew. Not for several threads.
 */
final class RecentCalls {
    private static final long NANOS_MAX = 32_000_000_000L;
    private static final int LONGS = 4;

    /** Key, verdict, list version, time of the decision. */
    private final long[] slots;

    private final int mask;
    private int found;

    /** @param capacity how many calls, a power of two */
    RecentCalls(int capacity) {
        this.slots = new long[capacity * LONGS];
        this.mask = capacity - 1;
    }

    /** Whether the call is known; then {@link #verdict} and {@link #listVersion} are its. */
    boolean find(long key, long nowNanos) {
        found = (int) key & mask;
        int at = found * LONGS;
        return slots[at] == key && nowNanos - slots[at + 3] < NANOS_MAX;
    }

    long verdict() {
        return slots[found * LONGS + 1];
    }

    long listVersion() {
        return slots[found * LONGS + 2];
    }

    void put(long key, long verdict, long listVersion, long nowNanos) {
        int at = ((int) key & mask) * LONGS;
        slots[at] = key;
        slots[at + 1] = verdict;
        slots[at + 2] = listVersion;
        slots[at + 3] = nowNanos;
    }
}

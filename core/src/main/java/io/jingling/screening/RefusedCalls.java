package io.jingling.screening;

import io.jingling.domain.CallAttempt;

/**
 * Remembers which calls were lately kept from ringing, so that a second call can ring once, and which
 * callers do that to many people, so that a robot gains nothing by calling twice.
 *
 * <p>Memory is fixed: the oldest of four neighbours makes room.
 */
public final class RefusedCalls {
    static final int WINDOW_SECONDS = 180;
    static final int DOUBLE_CALLED_MAX = 3;
    private static final int DOUBLE_CALL_SECONDS = 3600;
    private static final int WAYS = 4;

    /*
     * Two tables of two longs an entry. pairs: mixed caller and callee; time (seconds, 40 bits), 23
     * bits of the call's id, 1 bit "has had its pass". callers: the caller's key; start of the hour
     * (40 bits) and how many people were called twice (24 bits).
     */
    private final long[] pairs;
    private final long[] callers;

    /** Room for about so many refused calls within three minutes. */
    public RefusedCalls(int expected) {
        int sets = Integer.highestOneBit(Math.max(16, expected) - 1) << 1;
        pairs = new long[2 * sets];
        callers = new long[Math.max(32, sets / 2)];
    }

    /**
     * Whether this call may ring as a second call: the same caller was refused by this callee within
     * three minutes, has not had its pass, and has not done so to three people within the hour. A call
     * that is not identified is none: it may be the first, asked about again.
     */
    synchronized boolean isSecondCall(CallAttempt call) {
        int at = find(pairs, pairKey(call));
        if (at < 0 || !isTold(call)) {
            return false;
        }
        long entry = pairs[at + 1];
        long age = call.atMillis() / 1000 - (entry >>> 24);
        boolean sameCall = (entry >>> 1 & 0x7FFFFF) == (call.callId() & 0x7FFFFF);
        boolean free = (entry & 1) == 0;
        boolean fresh = age >= 0 && age <= WINDOW_SECONDS;
        // The call that had the pass has it still, however often it is asked about.
        return fresh && (sameCall ? !free : free && doubleCalled(call) < DOUBLE_CALLED_MAX);
    }

    /** Takes note of a call that was kept from ringing. */
    public synchronized void refused(CallAttempt call) {
        if (!isTold(call)) {
            return;
        }
        long seconds = call.atMillis() / 1000;
        long key = pairKey(call);
        int at = find(pairs, key);
        boolean again = at >= 0 && seconds - (pairs[at + 1] >>> 24) <= WINDOW_SECONDS;
        if (again && (pairs[at + 1] >>> 1 & 0x7FFFFF) == (call.callId() & 0x7FFFFF)) {
            return;
        }
        boolean hadPass = again && (pairs[at + 1] & 1) != 0;
        // The id of the call that had the pass is kept: only that call may be asked about again.
        long idAndPass = hadPass ? pairs[at + 1] & 0xFFFFFF : (call.callId() & 0x7FFFFF) << 1;
        store(pairs, key, seconds << 24 | idAndPass);
    }

    /** Takes note of a call that rang because it was the second. */
    public synchronized void passed(CallAttempt call) {
        long seconds = call.atMillis() / 1000;
        long idAndPass = (call.callId() & 0x7FFFFF) << 1 | 1;
        int pair = find(pairs, pairKey(call));
        if (pair >= 0 && (pairs[pair + 1] & 0xFFFFFF) == idAndPass) {
            return;
        }
        store(pairs, pairKey(call), seconds << 24 | idAndPass);
        int at = find(callers, call.caller().key());
        boolean sameHour = at >= 0 && seconds - (callers[at + 1] >>> 24) < DOUBLE_CALL_SECONDS;
        long start = sameHour ? callers[at + 1] >>> 24 : seconds;
        long count = sameHour ? callers[at + 1] & 0xFFFFFF : 0;
        store(callers, call.caller().key(), start << 24 | Math.min(count + 1, 0xFFFFFF));
    }

    /** Only calls of a caller who can be told, and that can be told from their own retransmissions. */
    private static boolean isTold(CallAttempt call) {
        return call.caller().isKnown() && call.callId() != 0;
    }

    private long doubleCalled(CallAttempt call) {
        int at = find(callers, call.caller().key());
        boolean inHour = at >= 0 && call.atMillis() / 1000 - (callers[at + 1] >>> 24) < DOUBLE_CALL_SECONDS;
        return inHour ? callers[at + 1] & 0xFFFFFF : 0;
    }

    private static int find(long[] table, long key) {
        int set = setOf(table, key);
        for (int i = set; i < set + 2 * WAYS; i += 2) {
            if (table[i] == key) {
                return i;
            }
        }
        return -1;
    }

    private static void store(long[] table, long key, long entry) {
        int set = setOf(table, key);
        int oldest = set;
        for (int i = set; i < set + 2 * WAYS; i += 2) {
            if (table[i] == key) {
                table[i + 1] = entry;
                return;
            }
            oldest = table[i + 1] >>> 24 < table[oldest + 1] >>> 24 ? i : oldest;
        }
        table[oldest] = key;
        table[oldest + 1] = entry;
    }

    private static int setOf(long[] table, long key) {
        int sets = table.length / (2 * WAYS);
        return (int) ((key * 0x9E3779B97F4A7C15L >>> 33) % sets) * 2 * WAYS;
    }

    private static long pairKey(CallAttempt call) {
        long mixed = call.caller().key() * 0x9E3779B97F4A7C15L
                ^ Long.rotateLeft(call.callee().key(), 32);
        mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 32;
    }
}

package io.jingling.sip;

/**
 * A hash of bytes under a secret, so that nobody outside can choose messages that share a value.
 *
 * <p>Eight bytes a step by a 128-bit product. Not a signature: it tells retransmissions from new
 * calls and makes To tags (RFC 3261 §19.3 asks for 32 random bits; it gives 64).
 */
final class KeyedHash {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final long key;
    private final long factor;

    KeyedHash(long key) {
        this.key = key;
        this.factor = mixed(key + ODD, ODD) | 1;
    }

    long of(byte[] b, long span) {
        return span == Span.NONE ? key : of(b, Span.start(span), Span.end(span));
    }

    long of(byte[] b, int from, int to) {
        long hash = key ^ (to - from) * ODD;
        int p = from;
        for (; p + Long.BYTES <= to; p += Long.BYTES) {
            hash = mixed(hash ^ Ascii.eight(b, p), factor);
        }
        long rest = 0;
        for (; p < to; p++) {
            rest = rest << 8 | b[p] & 0xFF;
        }
        return mixed(hash ^ rest, factor ^ ODD);
    }

    /** Joins two hashes into one. */
    long join(long one, long other) {
        return mixed(one ^ Long.rotateLeft(other, 29), factor) ^ other;
    }

    private static long mixed(long value, long factor) {
        long salted = value ^ ODD;
        return Math.multiplyHigh(salted, factor) ^ salted * factor;
    }
}

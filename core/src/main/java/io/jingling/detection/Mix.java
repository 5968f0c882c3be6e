package io.jingling.detection;

/** Spreads values over 64 bits; the finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
final class Mix {
    private Mix() {}

    static long of(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** Of two values, whose order counts. */
    static long of(long first, long second) {
        return of(of(first) ^ second);
    }

    /** Of a text, by FNV-1a; 0 for an empty one, which names nothing. */
    static long of(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return of(hash);
    }
}

package io.jingling.detection;

import java.util.Arrays;

/**
 * Who called whom within one to two weeks: two Bloom filters, of this week and the last (Bloom 1970; a block of 512 bits
 * for each pair, after Putze, Sanders and Singler 2007).
 *
 * <p>It may take a pair for known that is not (1 in 1,000 with as many pairs as it was made for), never the other way. A
 * week ends early when it has all the pairs it was made for.
 */
final class PairMemory {
    private static final long WEEK_MILLIS = 7L * 24 * 3_600_000;
    private static final int BITS_A_PAIR = 16;
    private static final int BLOCK_WORDS = 8;
    private static final int PROBES = 6;
    private static final int PROBE_BITS = 9;

    private final int pairsMax;
    private long[] present;
    private long[] past;
    private long began;
    private int pairs;

    /** @param pairsMax in a week */
    PairMemory(int pairsMax) {
        this.pairsMax = pairsMax;
        int words = Math.max(BLOCK_WORDS, Integer.highestOneBit(pairsMax) * 2 / (Long.SIZE / BITS_A_PAIR));
        present = new long[words];
        past = new long[words];
    }

    boolean has(long caller, long callee) {
        long hash = Mix.of(caller, callee);
        return isIn(present, hash) || isIn(past, hash);
    }

    void add(long caller, long callee, long millis) {
        if (millis - began >= WEEK_MILLIS || pairs >= pairsMax) {
            turn(millis);
        }
        long hash = Mix.of(caller, callee);
        if (!isIn(present, hash)) {
            pairs++;
            int block = block(present, hash);
            long probes = Mix.of(hash);
            for (int i = 0; i < PROBES; i++) {
                int bit = (int) (probes >>> i * PROBE_BITS) & (1 << PROBE_BITS) - 1;
                present[block + (bit >>> 6)] |= 1L << bit;
            }
        }
    }

    long bytes() {
        return 8L * (present.length + past.length);
    }

    private void turn(long millis) {
        boolean isOld = millis - began >= 2 * WEEK_MILLIS;
        long[] free = past;
        past = present;
        Arrays.fill(free, 0);
        if (isOld) {
            Arrays.fill(past, 0);
        }
        present = free;
        began = millis;
        pairs = 0;
    }

    private static boolean isIn(long[] filter, long hash) {
        int block = block(filter, hash);
        long probes = Mix.of(hash);
        for (int i = 0; i < PROBES; i++) {
            int bit = (int) (probes >>> i * PROBE_BITS) & (1 << PROBE_BITS) - 1;
            if ((filter[block + (bit >>> 6)] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int block(long[] filter, long hash) {
        return (int) (hash >>> 40) * BLOCK_WORDS & filter.length - 1;
    }
}

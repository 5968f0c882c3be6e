package io.jingling.complaints;

import io.jingling.complaints.Vote.Contact;
import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;

/**
 * Who called whom lately, as far as it takes to tell a quarrel from a robot: of each pair, in each direction, how many calls
 * and how many talks there were.
 *
 * <p>A fixed table, four places a pair; where all are taken the one with the fewest calls makes room, and what is forgotten is
 * {@link Contact#UNKNOWN}. Pairs are kept as hashes of 64 bits. One thread at a time.
 */
public final class Contacts {
    /** A call of less is no talk: somebody said no, or a recording played. */
    static final Duration TALK = Duration.ofSeconds(30);
    /** So many talks in the one direction, or {@link #BOTH_WAYS} in either, are an acquaintance. */
    static final int CALLED_BACK = 3;

    static final int BOTH_WAYS = 2;

    private static final int WAYS = 4;
    private static final int COUNT_MAX = 0x7FFF;
    private static final long CALL = 1L << 16;
    private static final long TALKED = 1;
    private static final long COUNTS = 0xFFFF;

    private final long[] pairs;
    private final long[] counts;

    /** @param places a power of two, 16 bytes each */
    public Contacts(int places) {
        if (Integer.bitCount(places) != 1 || places < WAYS) {
            throw new IllegalArgumentException("places: got " + places + ", want a power of two, at least " + WAYS);
        }
        this.pairs = new long[places];
        this.counts = new long[places];
    }

    public void observe(CallRecord call) {
        if (call.caller().isKnown() && call.callee().isKnown()) {
            int place = placeFor(pair(call.caller(), call.callee()));
            boolean isTalk = call.answered() && call.duration().compareTo(TALK) >= 0;
            if (counts[place] >>> 16 < COUNT_MAX && (counts[place] & COUNTS) < COUNT_MAX) {
                counts[place] += CALL + (isTalk ? TALKED : 0);
            }
        }
    }

    /** What is known between one who reports and whom. */
    public Contact of(PhoneNumber reporter, PhoneNumber about) {
        if (!reporter.isKnown() || !about.isKnown()) {
            return Contact.UNKNOWN;
        }
        long to = countsOf(pair(about, reporter));
        long back = countsOf(pair(reporter, about));
        boolean isMutual = (back & COUNTS) >= BOTH_WAYS && (to & COUNTS) >= BOTH_WAYS;
        if (isMutual || (back & COUNTS) >= CALLED_BACK) {
            return Contact.ACQUAINTED;
        }
        return to >= CALL ? Contact.CALLED : Contact.UNKNOWN;
    }

    private long countsOf(long pair) {
        int set = set(pair);
        for (int i = set; i < set + WAYS; i++) {
            if (pairs[i] == pair) {
                return counts[i];
            }
        }
        return 0;
    }

    private int placeFor(long pair) {
        int set = set(pair);
        int least = set;
        for (int i = set; i < set + WAYS; i++) {
            if (pairs[i] == pair) {
                return i;
            }
            least = counts[i] < counts[least] ? i : least;
        }
        pairs[least] = pair;
        counts[least] = 0;
        return least;
    }

    private int set(long pair) {
        return (int) (pair & pairs.length - 1) & -WAYS;
    }

    /** Never 0, which is an empty place. */
    private static long pair(PhoneNumber from, PhoneNumber to) {
        return spread(spread(from.key()) + to.key()) | 1L << 63;
    }

    private static long spread(long key) {
        long mixed = (key ^ key >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}

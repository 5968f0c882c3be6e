package io.jingling.screening;

import io.jingling.domain.PhoneNumber;
import java.lang.invoke.VarHandle;

/** A byte for every mainland mobile number, held only for those parts of the plan that are well filled. */
final class MobilePages {
    /*
     * The numbering plan is the hash. A page is 10,000 numbers, as the plan deals them out to carriers; it exists once
     * as many numbers were counted in it as would cost as much memory in a hash table; until then `code` answers
     * NOT_HERE. A chunk is 800 pages. Once half of them exist it is made whole: one array, so that a number's byte is
     * one read, and not a page's pointer, its length and then the byte. An array of 8 MB and its header fit a region
     * of the collector, which would round a larger one up to two.
     */
    static final int NOT_HERE = -1;
    static final int PAGE = 10_000;
    static final int DENSE_MIN = 400;
    static final int PAGES_A_CHUNK = 800;

    private static final int CHUNK = PAGE * PAGES_A_CHUNK;
    private static final long FIRST = 13_000_000_000L;
    private static final long BEYOND = 20_000_000_000L;
    private static final int CHUNKS = (int) ((BEYOND - FIRST) / CHUNK);
    private static final int WHOLE_MIN = PAGES_A_CHUNK / 2;

    // All of a chunk; null where it is not whole yet, and then some of its pages may exist.
    private final byte[][] whole = new byte[CHUNKS][];
    private final byte[][][] pages = new byte[CHUNKS][][];
    private final short[][] counts = new short[CHUNKS][];
    private final short[] dense = new short[CHUNKS];
    private long bytes;

    /** True for numbers that may have a place here: 11 digits from 130 to 199. */
    static boolean covers(PhoneNumber number) {
        return number.length() == 11 && number.value() >= FIRST && number.value() < BEYOND;
    }

    /** The number's byte, 0 to 255, or {@link #NOT_HERE}. */
    int code(PhoneNumber number) {
        long offset = number.value() - FIRST;
        int chunk = (int) (offset / CHUNK);
        int place = (int) (offset - (long) chunk * CHUNK);
        byte[] all = whole[chunk];
        if (all != null) {
            return all[place] & 0xFF;
        }
        byte[][] some = pages[chunk];
        if (some == null) {
            return NOT_HERE;
        }
        byte[] page = some[place / PAGE];
        return page == null ? NOT_HERE : page[place % PAGE] & 0xFF;
    }

    /** Sets the byte of a number whose page exists. */
    void set(PhoneNumber number, int code) {
        int place = place(number);
        byte[] all = whole[chunk(number)];
        if (all != null) {
            all[place] = (byte) code;
        } else {
            pages[chunk(number)][place / PAGE][place % PAGE] = (byte) code;
        }
    }

    /** Counts a new number; true where its page has become worth having. */
    boolean countNew(PhoneNumber number) {
        int chunk = chunk(number);
        if (whole[chunk] != null) {
            return false;
        }
        if (counts[chunk] == null) {
            counts[chunk] = new short[PAGES_A_CHUNK];
            pages[chunk] = new byte[PAGES_A_CHUNK][];
            bytes += PAGES_A_CHUNK * 6;
        }
        short[] count = counts[chunk];
        int page = place(number) / PAGE;
        count[page]++;
        return count[page] == DENSE_MIN;
    }

    /** Puts a filled page in place of none; readers see it whole. */
    void publish(PhoneNumber anyOfThePage, byte[] page) {
        int chunk = chunk(anyOfThePage);
        VarHandle.releaseFence();
        pages[chunk][place(anyOfThePage) / PAGE] = page;
        bytes += PAGE + 16;
        dense[chunk]++;
    }

    /** Whether the number's chunk has become worth having whole. */
    boolean isWorthAllOf(PhoneNumber number) {
        return dense[chunk(number)] == WHOLE_MIN && whole[chunk(number)] == null;
    }

    /** Whether some number of a page was counted that has no page yet. */
    boolean isSparse(PhoneNumber anyOfThePage) {
        int chunk = chunk(anyOfThePage);
        int page = place(anyOfThePage) / PAGE;
        return counts[chunk][page] > 0 && pages[chunk][page] == null;
    }

    /** A page's first number, of the same chunk. */
    static PhoneNumber firstOf(PhoneNumber anyOfTheChunk, int page) {
        return new PhoneNumber(anyOfTheChunk.key() - place(anyOfTheChunk) + (long) page * PAGE);
    }

    /** Puts one array in place of a chunk's pages, of which the sparse ones are there by now. */
    void makeWhole(PhoneNumber anyOfTheChunk) {
        int chunk = chunk(anyOfTheChunk);
        byte[] all = new byte[CHUNK];
        for (int page = 0; page < PAGES_A_CHUNK; page++) {
            if (pages[chunk][page] != null) {
                System.arraycopy(pages[chunk][page], 0, all, page * PAGE, PAGE);
                bytes -= PAGE + 16;
            }
        }
        VarHandle.releaseFence();
        whole[chunk] = all;
        bytes += CHUNK + 16 - PAGES_A_CHUNK * 6;
        // Who reads the pages still finds them; they go with the last reader.
        counts[chunk] = null;
        VarHandle.storeStoreFence();
        pages[chunk] = null;
    }

    long bytes() {
        return bytes;
    }

    private static int chunk(PhoneNumber number) {
        return (int) ((number.value() - FIRST) / CHUNK);
    }

    private static int place(PhoneNumber number) {
        return (int) ((number.value() - FIRST) % CHUNK);
    }
}

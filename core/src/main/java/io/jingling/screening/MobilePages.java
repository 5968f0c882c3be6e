package io.jingling.screening;

import io.jingling.domain.PhoneNumber;
import java.lang.invoke.VarHandle;

/** A byte for every mainland mobile number, held only for those parts of the plan that are well filled. */
final class MobilePages {
    /*
     * The numbering plan is the hash: 1ABCxxxxxxx is block 1ABC, page xxx of it (10,000 numbers, as the
     * plan deals them out to carriers), byte xxxx of that. A page exists once as many numbers were counted in
     * it as would cost as much memory in a hash table; until then `code` answers NOT_HERE.
     */
    static final int NOT_HERE = -1;
    static final int PAGE = 10_000;
    static final int DENSE_MIN = 400;

    private static final int PAGES_A_BLOCK = 1_000;
    private static final long BLOCK = (long) PAGE * PAGES_A_BLOCK;
    private static final int FIRST_BLOCK = 1_300;
    private static final int BLOCKS = 700;

    private final byte[][][] blocks = new byte[BLOCKS][][];
    private final short[][] counts = new short[BLOCKS][];
    private long bytes;

    /** True for numbers that may have a place here: 11 digits from 130 to 199. */
    static boolean covers(PhoneNumber number) {
        return number.length() == 11
                && number.value() >= FIRST_BLOCK * BLOCK
                && number.value() < (FIRST_BLOCK + BLOCKS) * BLOCK;
    }

    /** The number's byte, 0 to 255, or {@link #NOT_HERE}. */
    int code(PhoneNumber number) {
        byte[][] block = blocks[block(number)];
        if (block == null) {
            return NOT_HERE;
        }
        byte[] page = block[page(number)];
        return page == null ? NOT_HERE : page[(int) (number.value() % PAGE)] & 0xFF;
    }

    /** Sets the byte of a number whose page exists. */
    void set(PhoneNumber number, int code) {
        blocks[block(number)][page(number)][(int) (number.value() % PAGE)] = (byte) code;
    }

    /** Counts a new number; true where its page has become worth having. */
    boolean countNew(PhoneNumber number) {
        int block = block(number);
        if (counts[block] == null) {
            counts[block] = new short[PAGES_A_BLOCK];
            blocks[block] = new byte[PAGES_A_BLOCK][];
            bytes += PAGES_A_BLOCK * 6;
        }
        short[] count = counts[block];
        count[page(number)]++;
        return count[page(number)] == DENSE_MIN;
    }

    /** Puts a filled page in place of none; readers see it whole. */
    void publish(PhoneNumber anyOfThePage, byte[] page) {
        VarHandle.releaseFence();
        blocks[block(anyOfThePage)][page(anyOfThePage)] = page;
        bytes += PAGE + 16;
    }

    long bytes() {
        return bytes;
    }

    private static int block(PhoneNumber number) {
        return (int) (number.value() / BLOCK) - FIRST_BLOCK;
    }

    private static int page(PhoneNumber number) {
        return (int) (number.value() % BLOCK / PAGE);
    }
}

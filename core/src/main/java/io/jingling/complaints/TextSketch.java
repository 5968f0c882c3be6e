package io.jingling.complaints;

import java.util.Arrays;

/**
 * What is remembered of a text to tell whether another is like it: which of 1,024 bits its pairs of letters hit. The text
 * cannot be had from it.
 */
record TextSketch(long[] bits) {
    static final TextSketch NOTHING = new TextSketch(new long[0]);

    private static final int WORDS = 16;
    private static final int LETTERS_MAX = 400;
    private static final int SPREAD = 0x9E3779B9;

    static TextSketch of(String text) {
        int[] letters = text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .limit(LETTERS_MAX)
                .toArray();
        if (letters.length < 2) {
            return NOTHING;
        }
        long[] bits = new long[WORDS];
        for (int i = 1; i < letters.length; i++) {
            int bit = (letters[i - 1] * 31 + letters[i]) * SPREAD >>> Integer.SIZE - 10;
            bits[bit >>> 6] |= 1L << bit;
        }
        return new TextSketch(bits);
    }

    boolean isNothing() {
        return bits.length == 0;
    }

    /** The share of bits that both have of those that either has; 0 where one says nothing. */
    double likeness(TextSketch other) {
        if (isNothing() || other.isNothing()) {
            return 0;
        }
        int both = 0;
        int either = 0;
        for (int i = 0; i < WORDS; i++) {
            both += Long.bitCount(bits[i] & other.bits[i]);
            either += Long.bitCount(bits[i] | other.bits[i]);
        }
        return (double) both / either;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextSketch sketch && Arrays.equals(bits, sketch.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return "a sketch";
    }
}

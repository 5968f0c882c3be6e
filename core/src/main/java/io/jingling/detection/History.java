package io.jingling.detection;

/** The last sixteen of a kind of length, as logarithms in half an {@code int} each. */
final class History {
    static final int LENGTH = 16;
    static final int WORDS = LENGTH / 2;

    private static final float SCALE = 1024;
    private static final float MILLIS_A_SECOND = 1000;

    private History() {}

    /**
     * Adds one in place of the oldest.
     *
     * @param seen how many there were before
     */
    static void add(int[] words, int at, int seen, float seconds) {
        int place = seen % LENGTH;
        int shift = place % 2 * Short.SIZE;
        int value = Math.round(Curves.log(seconds * MILLIS_A_SECOND) * SCALE);
        int word = at + place / 2;
        words[word] = words[word] & ~(0xFFFF << shift) | value << shift;
    }

    /** The base-2 logarithm of one plus the milliseconds. */
    static float get(int[] words, int at, int place) {
        return (words[at + place / 2] >>> place % 2 * Short.SIZE & 0xFFFF) / SCALE;
    }

    /** How many there are. */
    static int length(int seen) {
        return Math.min(seen, LENGTH);
    }

    static float mean(int[] words, int at, int length) {
        float sum = 0;
        for (int i = 0; i < length; i++) {
            sum += get(words, at, i);
        }
        return length == 0 ? 0 : sum / length;
    }

    /** The standard deviation of the logarithms; -1 where there are fewer than two. */
    static float deviation(int[] words, int at, int length, float mean) {
        if (length < 2) {
            return -1;
        }
        float squares = 0;
        for (int i = 0; i < length; i++) {
            float off = get(words, at, i) - mean;
            squares += off * off;
        }
        return (float) Math.sqrt(squares / (length - 1));
    }
}

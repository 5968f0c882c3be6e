package io.jingling.text;

import io.jingling.text.Recipe.Finder;

/** What a text looks like from afar; each fact is one feature of the whole text. */
final class Shape {
    private static final int MOST = 9;
    private static final long LENGTH = 1L << 32;
    private static final long DIGITS = 2L << 32;
    private static final long LATIN = 3L << 32;
    private static final long MARKS = 4L << 32;
    private static final long SIGNED = 5L << 32;
    private static final long LINK = 6L << 32;
    private static final long MASKED = 7L << 32;

    private Shape() {}

    static void read(Letters letters, Finder finder) {
        int digits = 0;
        int latin = 0;
        int marks = 0;
        int masked = 0;
        boolean link = false;
        for (int i = 0; i < letters.count(); i++) {
            char letter = letters.at(i);
            digits += letter >= '0' && letter <= '9' ? 1 : 0;
            latin += letter >= 'a' && letter <= 'z' ? 1 : 0;
            marks += Character.isLetterOrDigit(letter) ? 0 : 1;
            masked |= letter == '#' ? 1 : letter == '*' ? 2 : 0;
            link |= letter == 'h' && letters.has("http", i) || letter == '.' && letters.has(".c", i);
        }
        told(finder, LENGTH | halfLog(letters.count() + 1));
        told(finder, DIGITS | Math.min(MOST, digits));
        told(finder, LATIN | Math.min(MOST, latin / 3));
        told(finder, MARKS | Math.min(MOST, marks / 2));
        told(finder, SIGNED | signed(letters));
        told(finder, LINK | (link ? 1 : 0));
        told(finder, MASKED | masked);
    }

    private static void told(Finder finder, long key) {
        finder.found(View.SHAPE, key, 0, 0);
    }

    /** Two steps to a doubling, in whole numbers: the same on every machine. */
    private static int halfLog(int size) {
        int log = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size);
        int upper = log == 0 ? 0 : size >> (log - 1) & 1;
        return 2 * log + upper;
    }

    /** A sender's name in brackets, before or behind. */
    private static int signed(Letters letters) {
        int count = letters.count();
        if (count == 0) {
            return 0;
        }
        boolean before = letters.at(0) == '【' || letters.at(0) == '[';
        boolean behind = letters.at(count - 1) == '】' || letters.at(count - 1) == ']';
        return (before ? 1 : 0) | (behind ? 2 : 0);
    }
}

package io.jingling.detection;

import java.util.Arrays;

/**
 * What is left of a transcript to know its script by: its pairs of words that stand at most three apart, in their order
 * (orthogonal sparse bigrams: Siefkes et al. 2004), as numbers.
 *
 * <p>A word that was misheard, left out or put in costs the pairs that it is in, and leaves those across it. All numbers
 * count as one word, as amounts and telephone numbers are what changes; a Han character is a word by itself.
 */
final class Sketch {
    /** How much of a transcript is looked at. */
    static final int WORDS_MAX = 256;

    /** Less says nothing: "hello, who is it?" is nobody's script. */
    static final int WORDS_MIN = 6;

    private static final int APART_MAX = 3;
    private static final long NUMBER = 1;
    private static final long BASIS = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private final long[] words = new long[WORDS_MAX];
    private final long[] pairs = new long[WORDS_MAX * APART_MAX];
    private int wordCount;
    private int pairCount;

    /** Reads a transcript; what was read before is gone. */
    void read(String transcript) {
        wordCount = 0;
        pairCount = 0;
        split(transcript);
        if (wordCount >= WORDS_MIN) {
            pair();
        }
    }

    private void split(String text) {
        int at = 0;
        while (at < text.length() && wordCount < WORDS_MAX) {
            int letter = text.codePointAt(at);
            if (Character.isDigit(letter)) {
                at = endOfNumber(text, at);
                words[wordCount++] = NUMBER;
            } else if (Character.isIdeographic(letter)) {
                words[wordCount++] = Mix.of(letter);
                at += Character.charCount(letter);
            } else if (Character.isLetter(letter)) {
                at = word(text, at);
            } else {
                at += Character.charCount(letter);
            }
        }
    }

    /** Behind its digits, and what stands between them: "1,499.00" is one number. */
    private static int endOfNumber(String text, int from) {
        int end = from + 1;
        for (int at = end; at < text.length() && (isDigit(text, at) || isBetweenDigits(text, at)); at++) {
            end = at + 1;
        }
        return end;
    }

    private static boolean isBetweenDigits(String text, int at) {
        return ",.-".indexOf(text.charAt(at)) >= 0 && at + 1 < text.length() && isDigit(text, at + 1);
    }

    private static boolean isDigit(String text, int at) {
        return Character.isDigit(text.charAt(at));
    }

    private int word(String text, int from) {
        long hash = BASIS;
        int at = from;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            if (!Character.isLetter(letter) || Character.isIdeographic(letter)) {
                break;
            }
            hash = (hash ^ Character.toLowerCase(letter)) * PRIME;
            at += Character.charCount(letter);
        }
        words[wordCount++] = Mix.of(hash);
        return at;
    }

    private void pair() {
        int all = 0;
        for (int i = 0; i < wordCount; i++) {
            for (int apart = 1; apart <= APART_MAX && i + apart < wordCount; apart++) {
                pairs[all++] = Mix.of(words[i], words[i + apart]);
            }
        }
        Arrays.sort(pairs, 0, all);
        for (int i = 0; i < all; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[pairCount++] = pairs[i];
            }
        }
    }

    /** How many different pairs it has; none where it says too little. */
    int count() {
        return pairCount;
    }

    /** In ascending order. */
    long pair(int which) {
        return pairs[which];
    }
}

package io.jingling.text;

/**
 * A text as it is read: in lower case and half width, without white space and what cannot be seen; knows where each letter
 * stood. Is filled anew for each text. A letter is a UTF-16 unit: what is outside the basic plane is two of them.
 */
public final class Letters {
    /** What stands further behind is not read. */
    public static final int MOST = 4096;

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = 0xFEE0;
    private static final int ASCII_END = 0x80;

    private char[] letters = {};
    private int[] places = {};
    private String text = "";
    private int count;

    public void read(String one) {
        text = one;
        count = 0;
        int most = Math.min(MOST, one.length());
        if (letters.length < most) {
            letters = new char[most];
            places = new int[most];
        }
        for (int at = 0; at < one.length() && count < MOST; at++) {
            char letter = plain(one.charAt(at));
            if (letter != 0) {
                places[count] = at;
                letters[count++] = letter;
            }
        }
    }

    /** 0 where nothing is to be read. */
    private static char plain(char letter) {
        if (letter < ASCII_END) {
            return letter <= ' ' ? 0 : letter >= 'A' && letter <= 'Z' ? (char) (letter + ' ') : letter;
        }
        if (letter >= FULL_WIDTH_FIRST && letter <= FULL_WIDTH_LAST) {
            return plain((char) (letter - FULL_WIDTH_SHIFT));
        }
        return isUnseen(letter) ? 0 : Character.toLowerCase(letter);
    }

    private static boolean isUnseen(char letter) {
        int type = Character.getType(letter);
        return type == Character.SPACE_SEPARATOR
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.FORMAT
                || type == Character.CONTROL;
    }

    public int count() {
        return count;
    }

    public char at(int letter) {
        return letters[letter];
    }

    /** True where all of a word in lower case stands from here on. */
    boolean has(String word, int from) {
        if (from + word.length() > count) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (letters[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Some letters as a part of the text; never half a character of it. */
    Word word(int from, int to, float weight) {
        int begin = places[from];
        int end = places[to - 1] + 1;
        if (begin > 0 && Character.isSurrogatePair(text.charAt(begin - 1), text.charAt(begin))) {
            begin--;
        }
        if (end < text.length() && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end))) {
            end++;
        }
        return new Word(begin, end, weight);
    }
}

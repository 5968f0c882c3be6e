package io.jingling.text;

/**
 * A part of a text that decided.
 *
 * @param from where it begins in the text
 * @param to where it ends, exclusive
 * @param weight how much it spoke for the answer; comparable within one answer only
 */
public record Word(int from, int to, float weight) {
    public Word {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("word: got " + from + " to " + to + ", want at least one letter");
        }
    }

    /** Its letters, in the text that it is of. */
    public String in(String text) {
        return text.substring(from, to);
    }
}

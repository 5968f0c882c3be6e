package io.jingling.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that say something together: one of each step, in this order and near each other, within one sentence.
 *
 * @param near how many letters may stand between two steps
 * @param steps in lower case; none of them empty
 */
record Phrase(int near, List<List<String>> steps) {
    private static final String ENDS = "。！？!?\n";

    static Phrase of(List<String> words) {
        return new Phrase(0, List.of(words));
    }

    static Phrase of(int near, List<String> words, List<String> then) {
        return new Phrase(near, List.of(words, then));
    }

    static Phrase of(int near, List<String> words, List<String> then, List<String> last) {
        return new Phrase(near, List.of(words, then, last));
    }

    /** Where it is said, each place once. */
    List<Word> in(Letters letters) {
        List<Word> said = new ArrayList<>();
        int at = 0;
        while (at < letters.count()) {
            int end = end(letters, at, 0);
            if (end > 0) {
                said.add(letters.word(at, end, 1));
            }
            at = Math.max(at + 1, end);
        }
        return said;
    }

    /** Behind the last of the steps where the first begins right here; 0 where they are not said. */
    private int end(Letters letters, int from, int step) {
        for (String word : steps.get(step)) {
            if (letters.has(word, from)) {
                int end = from + word.length();
                int whole = step + 1 == steps.size() ? end : next(letters, end, step + 1);
                if (whole > 0) {
                    return whole;
                }
            }
        }
        return 0;
    }

    private int next(Letters letters, int from, int step) {
        int last = Math.min(letters.count() - 1, from + near);
        for (int at = from; at <= last; at++) {
            int end = end(letters, at, step);
            if (end > 0) {
                return end;
            }
            if (ENDS.indexOf(letters.at(at)) >= 0) {
                return 0;
            }
        }
        return 0;
    }
}

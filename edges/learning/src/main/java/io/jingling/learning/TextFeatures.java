package io.jingling.learning;

import io.jingling.text.Letters;
import io.jingling.text.Recipe;
import io.jingling.text.View;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The features that a recipe finds in many texts, numbered: read once, then asked for by any part of the texts. Keys are
 * ordered by view and by value, so that the same texts give the same numbers.
 */
final class TextFeatures {
    private static final int VIEWS = View.values().length;

    private final long[][] keys = new long[VIEWS][];
    private final int[][] columns;
    private final short[][] counts;
    private final int width;

    TextFeatures(Recipe recipe, List<LabelledText> texts) {
        Counting[] counting = new Counting[texts.size()];
        Letters letters = new Letters();
        List<Map<Long, int[]>> frequencies = IntStream.range(0, VIEWS)
                .<Map<Long, int[]>>mapToObj(view -> new HashMap<>())
                .toList();
        for (int i = 0; i < counting.length; i++) {
            counting[i] = new Counting();
            letters.read(texts.get(i).text());
            recipe.read(letters, counting[i]);
            counting[i].seal(frequencies);
        }
        int[] firsts = new int[VIEWS + 1];
        for (int view = 0; view < VIEWS; view++) {
            // What only one text has teaches nothing of others.
            keys[view] = frequencies.get(view).entrySet().stream()
                    .filter(entry -> entry.getValue()[0] >= TextRows.TEXTS_MIN)
                    .mapToLong(Map.Entry::getKey)
                    .sorted()
                    .toArray();
            firsts[view + 1] = firsts[view] + keys[view].length;
        }
        width = firsts[VIEWS];
        columns = new int[counting.length][];
        counts = new short[counting.length][];
        for (int i = 0; i < counting.length; i++) {
            number(i, counting[i], firsts);
            counting[i] = null;
        }
    }

    private void number(int text, Counting counting, int[] firsts) {
        int[] found = new int[counting.size()];
        short[] often = new short[found.length];
        int count = 0;
        for (int view = 0; view < VIEWS; view++) {
            long[] its = counting.keys(view);
            for (int from = 0, to; from < its.length; from = to) {
                to = from;
                while (to < its.length && its[to] == its[from]) {
                    to++;
                }
                int place = Arrays.binarySearch(keys[view], its[from]);
                if (place >= 0) {
                    found[count] = firsts[view] + place;
                    often[count++] = (short) Math.min(Short.MAX_VALUE, to - from);
                }
            }
        }
        columns[text] = Arrays.copyOf(found, count);
        counts[text] = Arrays.copyOf(often, count);
    }

    int width() {
        return width;
    }

    int[] columns(int text) {
        return columns[text];
    }

    short[] counts(int text) {
        return counts[text];
    }

    /** Of each view, in the order of their columns. */
    long[][] keys() {
        return keys;
    }

    /** All that is found in one text. */
    private static final class Counting implements Recipe.Finder {
        private final long[][] found = new long[VIEWS][16];
        private final int[] counts = new int[VIEWS];

        @Override
        public void found(View view, long key, int from, int to) {
            int at = view.ordinal();
            if (counts[at] == found[at].length) {
                found[at] = Arrays.copyOf(found[at], 2 * counts[at]);
            }
            found[at][counts[at]++] = key;
        }

        /** Sorts, and counts each key once for this text. */
        void seal(List<Map<Long, int[]>> frequencies) {
            for (int view = 0; view < VIEWS; view++) {
                found[view] = Arrays.copyOf(found[view], counts[view]);
                Arrays.sort(found[view]);
                for (int i = 0; i < found[view].length; i++) {
                    if (i == 0 || found[view][i] != found[view][i - 1]) {
                        frequencies.get(view).computeIfAbsent(found[view][i], key -> new int[1])[0]++;
                    }
                }
            }
        }

        long[] keys(int view) {
            return found[view];
        }

        int size() {
            int size = 0;
            for (long[] ofView : found) {
                size += ofView.length;
            }
            return size;
        }
    }
}

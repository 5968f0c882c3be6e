package io.jingling.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Puts together the letters that spoke for an answer: runs of those that said enough, the strongest first. */
final class Spans {
    static final int MOST = 5;
    /** Of the strongest letter, from which on a letter belongs to a run. */
    private static final float ENOUGH = 0.4f;

    private static final Comparator<Word> STRONGEST_FIRST =
            Comparator.comparing(Word::weight).reversed().thenComparing(Word::from);

    private final float[] said = new float[Letters.MOST];
    private int count;

    void begin(int letters) {
        count = letters;
        Arrays.fill(said, 0, letters, 0);
    }

    void add(int from, int to, float weight) {
        float each = weight / (to - from);
        for (int i = from; i < to; i++) {
            said[i] += each;
        }
    }

    List<Word> strongest(Letters letters) {
        float most = 0;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, said[i]);
        }
        if (most <= 0) {
            return List.of();
        }
        List<Word> runs = runs(letters, ENOUGH * most);
        runs.sort(STRONGEST_FIRST);
        return runs.subList(0, Math.min(MOST, runs.size()));
    }

    /** A letter alone is a run where there is no longer one. */
    private List<Word> runs(Letters letters, float enough) {
        List<Word> runs = new ArrayList<>();
        List<Word> single = new ArrayList<>();
        int from = 0;
        while (from < count) {
            int to = from;
            float sum = 0;
            while (to < count && said[to] >= enough) {
                sum += said[to++];
            }
            if (to > from) {
                (to - from > 1 ? runs : single).add(letters.word(from, to, sum));
            }
            from = to + 1;
        }
        return runs.isEmpty() ? single : runs;
    }
}

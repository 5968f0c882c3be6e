package io.jingling.learner;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which transcripts repeat one script, by comparing all pairs word by word: the truth that quick methods are held against,
 * where nobody has said it.
 *
 * <p>Two are of one script if one passage runs through both from an end of either to an end of either, is at least
 * {@value #PART_MIN} of the shorter one and {@value #WORDS_MIN} words, and agrees in {@value #SAME_MIN} of its places (the
 * best alignment with free ends: Needleman and Wunsch 1970; one for a word that agrees, minus one for any other place).
 * Shorter ones are if they are equal. What is of one script with a third is of one script with each other.
 */
final class Passages {
    private static final int WORDS_MIN = 8;
    private static final double SAME_MIN = 0.8;
    private static final double PART_MIN = 0.6;

    private final int[][] texts;
    private final int[] parents;

    private Passages(List<List<String>> transcripts) {
        Map<String, Integer> numbers = new HashMap<>();
        texts = transcripts.stream()
                .map(words -> words.stream()
                        .mapToInt(word -> numbers.computeIfAbsent(word, added -> numbers.size()))
                        .toArray())
                .toArray(int[][]::new);
        parents = new int[texts.length];
        Arrays.setAll(parents, i -> i);
    }

    /** A number of each transcript's script. */
    static List<Integer> scripts(List<List<String>> transcripts) {
        Passages passages = new Passages(transcripts);
        for (int i = 0; i < transcripts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (passages.root(i) != passages.root(j) && areAlike(passages.texts[i], passages.texts[j])) {
                    passages.parents[passages.root(i)] = passages.root(j);
                }
            }
        }
        return Arrays.stream(passages.parents).map(passages::root).boxed().toList();
    }

    private int root(int of) {
        int root = of;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    static boolean areAlike(int[] one, int[] other) {
        int shorter = Math.min(one.length, other.length);
        if (shorter < WORDS_MIN) {
            return Arrays.equals(one, other);
        }
        Aligned best = align(one, other);
        return best.same >= SAME_MIN * best.places && best.same >= Math.max(WORDS_MIN, PART_MIN * shorter);
    }

    /** Places of a passage, and in how many of them its words are the same. */
    private record Aligned(int score, int same, int places) {
        static final Aligned NONE = new Aligned(0, 0, 0);
    }

    /** One row at a time; each cell has the score of the best passage that ends there, and what that consists of. */
    private static Aligned align(int[] one, int[] other) {
        int width = other.length + 1;
        int[] scores = new int[width];
        int[] same = new int[width];
        int[] places = new int[width];
        Aligned best = Aligned.NONE;
        for (int i = 1; i <= one.length; i++) {
            int score = 0;
            int its = 0;
            int length = 0;
            for (int j = 1; j < width; j++) {
                int agrees = one[i - 1] == other[j - 1] ? 1 : 0;
                int nextScore = score + 2 * agrees - 1;
                int nextSame = its + agrees;
                int nextPlaces = length + 1;
                if (scores[j] - 1 > nextScore) {
                    nextScore = scores[j] - 1;
                    nextSame = same[j];
                    nextPlaces = places[j] + 1;
                }
                if (scores[j - 1] - 1 > nextScore) {
                    nextScore = scores[j - 1] - 1;
                    nextSame = same[j - 1];
                    nextPlaces = places[j - 1] + 1;
                }
                score = scores[j];
                its = same[j];
                length = places[j];
                scores[j] = nextScore;
                same[j] = nextSame;
                places[j] = nextPlaces;
                boolean isAtEnd = i == one.length || j == other.length;
                if (isAtEnd && nextScore > best.score) {
                    best = new Aligned(nextScore, nextSame, nextPlaces);
                }
            }
        }
        return best;
    }
}

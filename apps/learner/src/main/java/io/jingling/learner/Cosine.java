package io.jingling.learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Plain text clustering to measure beside: cosine of TF-IDF vectors (Salton and Buckley 1988), all pairs compared, groups
 * joined one by one in the order of their likeness until none is likely enough.
 */
final class Cosine {
    /** How alike two groups are. */
    enum Linkage {
        SINGLE,
        AVERAGE
    }

    private final float[][] alike;
    private final Linkage linkage;
    private final List<Join> joins = new ArrayList<>();

    private record Join(int one, int other, float alike) {}

    Cosine(List<List<String>> transcripts, Linkage linkage) {
        this.alike = compare(transcripts);
        this.linkage = linkage;
        joinAll();
    }

    private static float[][] compare(List<List<String>> transcripts) {
        List<Map<String, Double>> vectors = vectors(transcripts);
        float[][] alike = new float[vectors.size()][vectors.size()];
        for (int i = 0; i < alike.length; i++) {
            for (int j = 0; j < i; j++) {
                alike[i][j] = product(vectors.get(i), vectors.get(j));
                alike[j][i] = alike[i][j];
            }
        }
        return alike;
    }

    private static List<Map<String, Double>> vectors(List<List<String>> transcripts) {
        Map<String, Integer> documents = new HashMap<>();
        transcripts.forEach(words -> new HashSet<>(words).forEach(word -> documents.merge(word, 1, Integer::sum)));
        List<Map<String, Double>> vectors = new ArrayList<>();
        for (List<String> words : transcripts) {
            Map<String, Double> vector = new HashMap<>();
            words.forEach(word -> vector.merge(word, 1.0, Double::sum));
            vector.replaceAll(
                    (word, times) -> times * (Math.log((1.0 + transcripts.size()) / (1 + documents.get(word))) + 1));
            double length = Math.sqrt(
                    vector.values().stream().mapToDouble(part -> part * part).sum());
            vector.replaceAll((word, part) -> part / length);
            vectors.add(vector);
        }
        return vectors;
    }

    private static float product(Map<String, Double> one, Map<String, Double> other) {
        double sum = 0;
        for (Map.Entry<String, Double> part : one.entrySet()) {
            sum += part.getValue() * other.getOrDefault(part.getKey(), 0.0);
        }
        return (float) sum;
    }

    /** The two most alike become one, until all are one (Lance and Williams 1967). */
    private void joinAll() {
        int count = alike.length;
        int[] sizes = new int[count];
        Arrays.fill(sizes, 1);
        for (int turn = 1; turn < count; turn++) {
            Join next = mostAlike(sizes);
            joins.add(next);
            int one = next.one();
            int other = next.other();
            for (int i = 0; i < count; i++) {
                alike[one][i] = linkage == Linkage.SINGLE
                        ? Math.max(alike[one][i], alike[other][i])
                        : (sizes[one] * alike[one][i] + sizes[other] * alike[other][i]) / (sizes[one] + sizes[other]);
                alike[i][one] = alike[one][i];
            }
            sizes[one] += sizes[other];
            sizes[other] = 0;
        }
    }

    private Join mostAlike(int[] sizes) {
        Join best = new Join(-1, -1, -1);
        for (int i = 0; i < sizes.length; i++) {
            for (int j = 0; j < i && sizes[i] > 0; j++) {
                if (sizes[j] > 0 && alike[i][j] > best.alike()) {
                    best = new Join(j, i, alike[i][j]);
                }
            }
        }
        return best;
    }

    /** A number of each transcript's group, where those at least so much alike were joined. */
    List<Integer> groups(double least) {
        int[] groups = new int[alike.length];
        Arrays.setAll(groups, i -> i);
        for (Join join : joins) {
            if (join.alike() >= least) {
                int from = groups[join.other()];
                int into = groups[join.one()];
                Arrays.setAll(groups, i -> groups[i] == from ? into : groups[i]);
            }
        }
        return Arrays.stream(groups).boxed().toList();
    }
}

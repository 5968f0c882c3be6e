package io.jingling.learner;

import io.jingling.detection.Scripts;
import io.jingling.learner.Cosine.Linkage;
import io.jingling.learning.BCubed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts transcripts together by several methods, with scripts known. Half of the scripts choose the threshold for the other
 * half, and the other way round; ours has none to choose.
 */
final class ScriptTrial {
    static final String EXACT = "exact match";
    static final String SINGLE = "TF-IDF cosine, single link";
    static final String UNAWARE = "the same, its threshold chosen without the noise";
    static final String AVERAGE = "TF-IDF cosine, average link";
    static final String OURS = "Jingling, one after the other";

    private static final int SCRIPTS = 1 << 12;
    private static final int PAIRS = 1 << 18;
    private static final int LEAST_PERCENT = 10;
    private static final int STEP_PERCENT = 2;

    private final List<List<String>> transcripts;
    private final List<Integer> truth;
    private final List<String> vocabulary;

    ScriptTrial(List<List<String>> transcripts, List<Integer> truth) {
        this.transcripts = transcripts;
        this.truth = truth;
        this.vocabulary = transcripts.stream().flatMap(List::stream).toList();
    }

    /** Some transcripts and the scripts they are of. */
    private record Part(List<List<String>> transcripts, List<Integer> truth) {
        Part() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(List<String> transcript, int script) {
            transcripts.add(transcript);
            truth.add(script);
        }

        BCubed against(List<?> found) {
            return BCubed.of(found, truth);
        }
    }

    /** All of them as they are, in their order: exact match, and ours. */
    Map<String, BCubed> asTheyAre() {
        Part all = new Part(transcripts, truth);
        return Map.of(EXACT, all.against(transcripts), OURS, all.against(ours(transcripts)));
    }

    /** The mean of both halves by method; the seed draws order, noise and halves. */
    Map<String, BCubed> run(Noise noise, long seed) {
        List<Part> halves = halves(noise, new Random(seed));
        Map<String, BCubed> results = new LinkedHashMap<>();
        results.put(EXACT, mean(halves, half -> half.against(half.transcripts())));
        List<Part> without = halves(Noise.NONE, new Random(seed));
        results.put(SINGLE, cosine(halves, halves, Linkage.SINGLE));
        results.put(UNAWARE, cosine(without, halves, Linkage.SINGLE));
        results.put(AVERAGE, cosine(halves, halves, Linkage.AVERAGE));
        results.put(OURS, mean(halves, half -> half.against(ours(half.transcripts()))));
        return results;
    }

    private List<Part> halves(Noise noise, Random random) {
        Set<Integer> first = firstHalf(random);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < transcripts.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<Part> halves = List.of(new Part(), new Part());
        for (int i : order) {
            Part half = halves.get(first.contains(truth.get(i)) ? 0 : 1);
            half.add(noise.of(transcripts.get(i), vocabulary, random), truth.get(i));
        }
        return halves;
    }

    /** Scripts that have half of all transcripts. */
    private Set<Integer> firstHalf(Random random) {
        List<Integer> scripts = new ArrayList<>(truth.stream().distinct().toList());
        Collections.shuffle(scripts, random);
        Set<Integer> first = new HashSet<>();
        int has = 0;
        for (int script : scripts) {
            if (has < transcripts.size() / 2) {
                first.add(script);
                has += Collections.frequency(truth, script);
            }
        }
        return first;
    }

    private static List<Integer> ours(List<List<String>> transcripts) {
        Scripts scripts = new Scripts(SCRIPTS, PAIRS);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < transcripts.size(); i++) {
            int script = scripts.hear(String.join(" ", transcripts.get(i)), i);
            // What says too little belongs with no other.
            found.add(script == 0 ? -1 - i : script);
        }
        return found;
    }

    /** Each half by the threshold that was best for the other one. */
    private static BCubed cosine(List<Part> choosing, List<Part> halves, Linkage linkage) {
        return mean(
                cosine(halves.get(0), linkage, best(choosing.get(1), linkage)),
                cosine(halves.get(1), linkage, best(choosing.get(0), linkage)));
    }

    private static BCubed cosine(Part half, Linkage linkage, double least) {
        return half.against(new Cosine(half.transcripts(), linkage).groups(least));
    }

    private static double best(Part half, Linkage linkage) {
        Cosine joined = new Cosine(half.transcripts(), linkage);
        double best = 0;
        double most = -1;
        for (int percent = LEAST_PERCENT; percent < 100; percent += STEP_PERCENT) {
            double f1 = half.against(joined.groups(percent / 100.0)).f1();
            if (f1 > most) {
                most = f1;
                best = percent / 100.0;
            }
        }
        return best;
    }

    private static BCubed mean(List<Part> halves, Function<Part, BCubed> method) {
        return mean(method.apply(halves.get(0)), method.apply(halves.get(1)));
    }

    private static BCubed mean(BCubed one, BCubed other) {
        return new BCubed((one.precision() + other.precision()) / 2, (one.recall() + other.recall()) / 2);
    }
}

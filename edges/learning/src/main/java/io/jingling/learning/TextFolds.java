package io.jingling.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Splits of texts in which every label has its share. */
public final class TextFolds {
    private TextFolds() {}

    /** Which of so many folds each is in. */
    public static int[] of(int[] labels, int folds, long seed) {
        int[] fold = new int[labels.length];
        for (List<Integer> its : shuffled(labels, seed)) {
            for (int i = 0; i < its.size(); i++) {
                fold[its.get(i)] = i % folds;
            }
        }
        return fold;
    }

    /** Which are kept to test on: so large a share of each label, at least one. */
    public static boolean[] test(int[] labels, double share, long seed) {
        boolean[] isTest = new boolean[labels.length];
        for (List<Integer> its : shuffled(labels, seed)) {
            int count = (int) Math.max(1, Math.round(share * its.size()));
            its.stream().limit(count).forEach(i -> isTest[i] = true);
        }
        return isTest;
    }

    private static List<List<Integer>> shuffled(int[] labels, long seed) {
        List<List<Integer>> byLabel = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            while (byLabel.size() <= labels[i]) {
                byLabel.add(new ArrayList<>());
            }
            byLabel.get(labels[i]).add(i);
        }
        Random random = new Random(seed);
        byLabel.forEach(its -> Collections.shuffle(its, random));
        return byLabel;
    }
}

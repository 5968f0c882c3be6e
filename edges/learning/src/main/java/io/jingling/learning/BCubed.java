package io.jingling.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the groups that things were put into agree with their true ones (B-cubed: Bagga and Baldwin 1998).
 *
 * @param precision of the things in the same group as a thing, itself included, the share that truly belongs with it; the
 *     mean over all things
 * @param recall of the things that truly belong with a thing, the share that is in its group; the mean over all things
 */
public record BCubed(double precision, double recall) {
    /**
     * Compares groups.
     *
     * @param found the group that each thing was put into
     * @param truth the group that each belongs to, in the same order
     */
    public static BCubed of(List<?> found, List<?> truth) {
        if (found.size() != truth.size() || found.isEmpty()) {
            throw new IllegalArgumentException(
                    "groups: got " + found.size() + " found and " + truth.size() + " true, want as many, and some");
        }
        Map<Object, Integer> ofFound = new HashMap<>();
        Map<Object, Integer> ofTruth = new HashMap<>();
        Map<Both, Integer> ofBoth = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            ofFound.merge(found.get(i), 1, Integer::sum);
            ofTruth.merge(truth.get(i), 1, Integer::sum);
            ofBoth.merge(new Both(found.get(i), truth.get(i)), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (Map.Entry<Both, Integer> one : ofBoth.entrySet()) {
            double pairs = (double) one.getValue() * one.getValue();
            precision += pairs / ofFound.get(one.getKey().found());
            recall += pairs / ofTruth.get(one.getKey().truth());
        }
        return new BCubed(precision / found.size(), recall / found.size());
    }

    private record Both(Object found, Object truth) {}

    /** The harmonic mean of both. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}

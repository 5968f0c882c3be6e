package io.jingling.detection;

/** How far said probabilities are true: the expected calibration error over ten parts (Naeini and others, AAAI 2015). */
final class Reliability {
    private static final int PARTS = 10;

    private final long[] counts = new long[PARTS];
    private final double[] said = new double[PARTS];
    private final long[] harassment = new long[PARTS];

    void add(double probability, boolean isHarassment) {
        int part = Math.clamp((int) (probability * PARTS), 0, PARTS - 1);
        counts[part]++;
        said[part] += probability;
        harassment[part] += isHarassment ? 1 : 0;
    }

    long count() {
        long all = 0;
        for (long some : counts) {
            all += some;
        }
        return all;
    }

    /** The mean difference of said and true shares, weighted by how many calls; 0 where there are none. */
    double error() {
        double sum = 0;
        for (int i = 0; i < PARTS; i++) {
            sum += Math.abs(said[i] - harassment[i]);
        }
        return sum / Math.max(1, count());
    }
}

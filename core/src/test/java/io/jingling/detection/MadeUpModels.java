package io.jingling.detection;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** Models that say anything, but always the same. */
public final class MadeUpModels {
    private static final int NODES = 7;
    private static final int INNER = 3;

    private MadeUpModels() {}

    public static Model model(long seed, boolean hasSequence, boolean hasLinking) {
        Random random = new Random(seed);
        int units = SequenceModel.UNITS;
        Optional<SequenceModel> sequence = hasSequence
                ? Optional.of(new SequenceModel(
                        floats(random, 3 * units * Step.COUNT),
                        floats(random, 3 * units * units),
                        floats(random, 3 * units),
                        floats(random, 3 * units),
                        floats(random, units),
                        0.5f))
                : Optional.empty();
        Thresholds thresholds =
                new Thresholds(new Thresholds.Levels(0.8f, 0.5f, 0.2f), new Thresholds.Levels(0.6f, 0.3f, 0));
        Optional<Linking> linking = hasLinking
                ? Optional.of(new Linking(
                        trees(random, Signal.COUNT),
                        new Linking.Limits(0.3f, 0.2f, 0.4f, 0.1f),
                        trees(random, Clue.COUNT),
                        neutral(),
                        thresholds))
                : Optional.empty();
        return new Model("a model", trees(random, Feature.COUNT), sequence, neutral(), thresholds, linking);
    }

    /**
     * Rejects who called three times within an hour, and who calls over the line of such ones with another signal beside;
     * challenges and labels nobody.
     */
    public static Model ofRateAndLine() {
        return ofRateAndLine(0.1f);
    }

    /** @param suspicion from which on a group is called a campaign */
    static Model ofRateAndLine(float suspicion) {
        Thresholds thresholds = Thresholds.same(3, 2, 1);
        Linking linking = new Linking(
                question(Signal.COUNT, Signal.LINE.ordinal(), 0.1f, 2),
                new Linking.Limits(0, 1, 3, suspicion),
                question(Clue.COUNT, Clue.LINK.ordinal(), 1, 4),
                neutral(),
                thresholds);
        return ofRate("rate and line", Optional.of(linking));
    }

    /** Rejects who called three times within an hour. */
    public static Model ofRate(String name) {
        return ofRate(name, Optional.empty());
    }

    private static Model ofRate(String name, Optional<Linking> linking) {
        Trees rate = question(Feature.COUNT, Feature.CALLS_IN_HOUR.ordinal(), 1.9f, 4);
        return new Model(name, rate, Optional.empty(), neutral(), Thresholds.same(3, 2, 1), linking);
    }

    /** So much from the value on, and -4 below it. */
    static Trees question(int width, int feature, float value, float from) {
        return new Trees(
                width,
                new int[] {0},
                new int[] {feature, -1, -1},
                new float[] {value, 0, 0},
                new int[] {1, 0, 0},
                new float[] {0, -4, from});
    }

    private static Trees trees(Random random, int width) {
        int trees = 20;
        int[] roots = new int[trees];
        int[] features = new int[NODES * trees];
        float[] values = new float[NODES * trees];
        int[] lefts = new int[NODES * trees];
        float[] means = new float[NODES * trees];
        for (int tree = 0; tree < trees; tree++) {
            roots[tree] = NODES * tree;
            for (int node = 0; node < NODES; node++) {
                int at = NODES * tree + node;
                features[at] = node < INNER ? random.nextInt(width) : -1;
                values[at] = random.nextFloat();
                lefts[at] = node < INNER ? NODES * tree + 2 * node + 1 : 0;
                means[at] = random.nextFloat() - 0.5f;
            }
        }
        return new Trees(width, roots, features, values, lefts, means);
    }

    static Calibration neutral() {
        float[] slopes = new float[Segment.COUNT];
        Arrays.fill(slopes, 1);
        return new Calibration(slopes, new float[Segment.COUNT]);
    }

    private static float[] floats(Random random, int count) {
        float[] values = new float[count];
        fill(values, random);
        return values;
    }

    static void fill(float[] values, Random random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
    }
}

package io.jingling.detection;

import java.util.Arrays;
import java.util.List;

/** What speaks against the caller of a call, the strongest first. It is used again for the next one: copy what is to be kept. */
public final class Grounds {
    private static final float WORTH_TELLING = 0.2f;
    private static final Feature[] FEATURES = Feature.values();
    private static final Clue[] CLUES = Clue.values();
    private static final Ground[] ALL = Ground.values();

    private final float[] weights = new float[ALL.length];
    private final float[] ofClues = new float[Clue.COUNT];
    private final Ground[] told = new Ground[ALL.length];
    private int count;

    /** How many are worth telling; none where nothing speaks against it. */
    public int count() {
        return count;
    }

    /** The strongest first. */
    public Ground get(int which) {
        if (which >= count) {
            throw new IndexOutOfBoundsException("ground: got " + which + ", want less than " + count);
        }
        return told[which];
    }

    /** A copy to keep. */
    public List<Ground> list() {
        return List.of(Arrays.copyOf(told, count));
    }

    /** Begins with what each feature had a part in. */
    void begin(float[] ofFeatures) {
        Arrays.fill(weights, 0);
        for (int i = 0; i < ofFeatures.length; i++) {
            weights[FEATURES[i].ground().ordinal()] += ofFeatures[i];
        }
    }

    /**
     * Adds what clues say; what the caller's own behaviour has a part in is told by what its behaviour consists of.
     *
     * @return the clues' score
     */
    float add(Trees trees, float[] clues) {
        float score = trees.score(clues, ofClues);
        float against = 0;
        for (float weight : weights) {
            against += Math.max(0, weight);
        }
        float own = Math.max(0, ofClues[Clue.OWN.ordinal()]);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= against == 0 ? 0 : own / against;
        }
        for (int i = 0; i < ofClues.length; i++) {
            if (CLUES[i] != Clue.OWN) {
                weights[CLUES[i].ground().ordinal()] += ofClues[i];
            }
        }
        return score;
    }

    /** All is added; of two that weigh the same the first in the order of {@link Ground} comes first. */
    void sort() {
        count = 0;
        for (Ground ground : ALL) {
            float weight = weights[ground.ordinal()];
            if (weight >= WORTH_TELLING) {
                int place = count++;
                for (; place > 0 && weights[told[place - 1].ordinal()] < weight; place--) {
                    told[place] = told[place - 1];
                }
                told[place] = ground;
            }
        }
    }
}

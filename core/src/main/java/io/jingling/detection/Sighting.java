package io.jingling.detection;

import io.jingling.domain.CallRecord;
import java.util.Optional;

/** A call as it begins to ring, with what is known then. It is used again for the next one: copy what is to be kept. */
public final class Sighting {
    final float[] features = new float[Feature.COUNT];
    final float[] clues = new float[Clue.COUNT];
    /** How much each feature had a part in {@link #own}; only where they are told. */
    final float[] parts = new float[Feature.COUNT];

    boolean hasParts;
    CallRecord call;
    float own;
    int campaign;
    int numbers;
    int families;
    float link = Linker.NO_LINK;
    private final Optional<Linker> linker;

    Sighting(Optional<Linker> linker) {
        this.linker = linker;
    }

    /** Its record; of a call that was only asked about, and has none, one without numbers. */
    public CallRecord call() {
        return call;
    }

    /** In the order of {@link Feature}. */
    public float[] features() {
        return features;
    }

    /** In the order of {@link Clue}. */
    public float[] clues() {
        return clues;
    }

    /** Log-odds of harassment by the caller's own behaviour; 0 where no model says. */
    public float own() {
        return own;
    }

    /** How much each feature has a part in what the trees say; walks them where that was not told with the score. */
    float[] parts(Trees trees) {
        if (!hasParts) {
            trees.score(features, parts);
        }
        return parts;
    }

    /** The campaign that the call likely belongs to, with two independent signals; else 0. */
    public int campaign() {
        return campaign;
    }

    /** How many numbers that campaign has; 0 where there is none. */
    public int campaignNumbers() {
        return numbers;
    }

    /** How likely it belongs to the campaign that it is most like, as log-odds. */
    public float link() {
        return link;
    }

    /** How many independent signals speak for that. */
    public int signalsAgreeing() {
        return Integer.bitCount(families);
    }

    /** Which: bit {@code n} is the n-th of {@link Signal.Family}. */
    public int families() {
        return families;
    }

    /** How many campaigns the call was compared with. */
    public int candidates() {
        return linker.map(Linker::candidates).orElse(0);
    }

    public int candidate(int which) {
        return linker.orElseThrow().candidate(which);
    }

    /** In the order of {@link Signal}. */
    public float[] signals(int which) {
        return linker.orElseThrow().signals(which);
    }
}

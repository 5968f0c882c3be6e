package io.jingling.detection;

import io.jingling.domain.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Judges calls by a {@link Model}. One thread at a time; judging makes no object, telling why does. */
public final class Judge {
    private static final float WORTH_TELLING = 0.2f;
    private static final Feature[] FEATURES = Feature.values();
    private static final Ground[] GROUNDS = Ground.values();

    private final Model model;
    private final float[] parts = new float[Feature.COUNT];
    private final float[] ofGrounds = new float[GROUNDS.length];
    private float logOdds;

    public Judge(Model model) {
        this.model = model;
    }

    /**
     * Judges a call as it begins to ring.
     *
     * @param features in the order of {@link Feature}
     */
    public Action judge(float[] features) {
        logOdds = model.calibration().logOdds(model.trees().score(features, parts), Segment.of(features));
        return model.thresholds().action(logOdds);
    }

    /** The log-odds that the call judged last is harassment. */
    public float logOdds() {
        return logOdds;
    }

    /** The same as a probability, 0 to 1. */
    public double probability() {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** What spoke against the caller of the call judged last, the strongest first; empty where nothing did. */
    public List<Ground> grounds() {
        Arrays.fill(ofGrounds, 0);
        for (int i = 0; i < parts.length; i++) {
            ofGrounds[FEATURES[i].ground().ordinal()] += parts[i];
        }
        List<Ground> told = new ArrayList<>();
        for (Ground ground : GROUNDS) {
            if (ofGrounds[ground.ordinal()] >= WORTH_TELLING) {
                told.add(ground);
            }
        }
        told.sort(Comparator.comparingDouble(ground -> -ofGrounds[ground.ordinal()]));
        return List.copyOf(told);
    }
}

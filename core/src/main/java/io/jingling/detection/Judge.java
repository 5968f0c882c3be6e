package io.jingling.detection;

import io.jingling.domain.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges calls by a {@link Model}. One thread at a time; judging makes no object, telling why does. */
public final class Judge {
    private static final float WORTH_TELLING = 0.2f;
    private static final float SUSPICIOUS_SHARE = 0.3f;
    private static final int SIGNALS_MIN = 2;
    private static final Feature[] FEATURES = Feature.values();
    private static final Clue[] CLUES = Clue.values();
    private static final Ground[] GROUNDS = Ground.values();

    private final Model model;
    private final float[] parts = new float[Feature.COUNT];
    private final float[] partsOfClues = new float[Clue.COUNT];
    private final float[] ofGrounds = new float[GROUNDS.length];
    private float logOdds;

    public Judge(Model model) {
        this.model = model;
    }

    /** Judges a call as it begins to ring. */
    public Action judge(Sighting sighting) {
        logOdds = sighting.own();
        Segment segment = Segment.of(sighting.features());
        Action byItself = model.thresholds().action(logOdds, segment);
        Optional<Linking> linking = model.linking();
        return linking.isEmpty() ? byItself : judge(sighting, segment, linking.get(), byItself);
    }

    /** The stricter of both, each of which keeps a bound of its own; the larger of both log-odds. */
    private Action judge(Sighting sighting, Segment segment, Linking linking, Action byItself) {
        float all = linking.calibration().logOdds(linking.clues().score(sighting.clues()), segment);
        logOdds = Math.max(logOdds, all);
        Action together = linking.thresholds().action(all, segment);
        boolean mayAct = signals(sighting, segment) >= SIGNALS_MIN || together.compareTo(Action.LABEL) <= 0;
        Action allowed = mayAct ? together : Action.LABEL;
        return allowed.compareTo(byItself) > 0 ? allowed : byItself;
    }

    /** How many independent things speak against the call. */
    private int signals(Sighting sighting, Segment segment) {
        float[] clues = sighting.clues();
        boolean isLineSuspicious = clues[Clue.LINE_SUSPICION.ordinal()] >= SUSPICIOUS_SHARE;
        boolean isBlockSuspicious = clues[Clue.BLOCK_SUSPICION.ordinal()] >= SUSPICIOUS_SHARE;
        int families = sighting.families()
                | (isLineSuspicious ? 1 << Signal.Family.LINE.ordinal() : 0)
                | (isBlockSuspicious ? 1 << Signal.Family.BLOCK.ordinal() : 0);
        boolean behaves = sighting.own() >= model.thresholds().of(segment).label();
        return Integer.bitCount(families) + (behaves ? 1 : 0);
    }

    /** The log-odds that the call judged last is harassment. */
    public float logOdds() {
        return logOdds;
    }

    /** The same as a probability, 0 to 1. */
    public double probability() {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** What speaks against the caller of a call, the strongest first; empty where nothing does. */
    public List<Ground> grounds(Sighting sighting) {
        Arrays.fill(ofGrounds, 0);
        model.trees().score(sighting.features(), parts);
        for (int i = 0; i < parts.length; i++) {
            ofGrounds[FEATURES[i].ground().ordinal()] += parts[i];
        }
        model.linking().ifPresent(linking -> addClues(linking, sighting));
        List<Ground> told = new ArrayList<>();
        for (Ground ground : GROUNDS) {
            if (ofGrounds[ground.ordinal()] >= WORTH_TELLING) {
                told.add(ground);
            }
        }
        told.sort(Comparator.comparingDouble(ground -> -ofGrounds[ground.ordinal()]));
        return List.copyOf(told);
    }

    /** What the caller's own behaviour has a part in is told by what its behaviour consists of. */
    private void addClues(Linking linking, Sighting sighting) {
        linking.clues().score(sighting.clues(), partsOfClues);
        float against = 0;
        for (float ground : ofGrounds) {
            against += Math.max(0, ground);
        }
        float own = Math.max(0, partsOfClues[Clue.OWN.ordinal()]);
        for (int i = 0; i < ofGrounds.length; i++) {
            ofGrounds[i] *= against == 0 ? 0 : own / against;
        }
        for (int i = 0; i < partsOfClues.length; i++) {
            if (CLUES[i] != Clue.OWN) {
                ofGrounds[CLUES[i].ground().ordinal()] += partsOfClues[i];
            }
        }
    }
}

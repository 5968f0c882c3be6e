package io.jingling.detection;

import io.jingling.domain.Action;
import java.util.Optional;

/** Judges calls by a {@link Model}, and tells why. One thread at a time; makes no object. */
public final class Judge {
    private static final float SUSPICIOUS_SHARE = 0.3f;
    private static final int SIGNALS_MIN = 2;

    private final Model model;
    private float logOdds;

    public Judge(Model model) {
        this.model = model;
    }

    /** Judges a call as it begins to ring. */
    public Action judge(Sighting sighting) {
        Optional<Linking> linking = model.linking();
        return linking.isEmpty()
                ? byItself(sighting)
                : together(sighting, linking.get(), linking.get().clues().score(sighting.clues()));
    }

    /**
     * Judges it the same, and tells what speaks against its caller.
     *
     * @param why is overwritten
     */
    public Action judge(Sighting sighting, Grounds why) {
        Optional<Linking> linking = model.linking();
        why.begin(sighting.parts(model.trees()));
        Action action = linking.isEmpty()
                ? byItself(sighting)
                : together(sighting, linking.get(), why.add(linking.get().clues(), sighting.clues()));
        why.sort();
        return action;
    }

    private Action byItself(Sighting sighting) {
        logOdds = sighting.own();
        return model.thresholds().action(logOdds, Segment.of(sighting.features()));
    }

    /** The stricter of both, each of which keeps a bound of its own; the larger of both log-odds. */
    private Action together(Sighting sighting, Linking linking, float score) {
        Action byItself = byItself(sighting);
        Segment segment = Segment.of(sighting.features());
        float all = linking.calibration().logOdds(score, segment);
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
}

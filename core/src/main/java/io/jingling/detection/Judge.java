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
        return unlessUnheardOf(sighting, model.thresholds().action(logOdds, Segment.of(sighting.features())));
    }

    /** Where a number never called and nothing is known of where it calls from, it is new, and the hour is late: no more. */
    private static Action unlessUnheardOf(Sighting sighting, Action action) {
        boolean isUnheardOf = sighting.features()[Feature.CALLS_IN_FORTNIGHT.ordinal()] <= 0 && families(sighting) == 0;
        return isUnheardOf && action == Action.LABEL ? Action.PASS : action;
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
        Action heard = unlessUnheardOf(sighting, allowed);
        return heard.compareTo(byItself) > 0 ? heard : byItself;
    }

    /** How many independent things speak against the call. */
    private int signals(Sighting sighting, Segment segment) {
        boolean behaves = sighting.own() >= model.thresholds().of(segment).label();
        return Integer.bitCount(families(sighting)) + (behaves ? 1 : 0);
    }

    /** Which families of signals speak against the call, but for its caller's behaviour. */
    private static int families(Sighting sighting) {
        float[] clues = sighting.clues();
        boolean isLineSuspicious = clues[Clue.LINE_SUSPICION.ordinal()] >= SUSPICIOUS_SHARE;
        boolean isBlockSuspicious = clues[Clue.BLOCK_SUSPICION.ordinal()] >= SUSPICIOUS_SHARE;
        return sighting.families()
                | (isLineSuspicious ? 1 << Signal.Family.LINE.ordinal() : 0)
                | (isBlockSuspicious ? 1 << Signal.Family.BLOCK.ordinal() : 0);
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

package io.jingling.platform;

import io.jingling.detection.Drift;
import io.jingling.domain.Action;
import io.jingling.domain.Label;
import io.jingling.domain.Label.About;
import io.jingling.domain.Label.Claim;
import io.jingling.domain.Label.Source;
import io.jingling.domain.PhoneNumber;
import java.util.Collection;

/**
 * What came of what a model said: whether calls are still like its first ones, whether what was held out was harassment
 * as often as it said, how many blocks were spoken against.
 *
 * <p>Which numbers were blocked or held out lately is kept in two small tables where a newer number takes an older one's
 * place; after a restart they are empty. Safe for several threads; judging makes no object.
 */
public final class Feedback {
    private static final int SAMPLED = 2_000;
    private static final long REFERENCE = 100_000;
    private static final int PLACES = 1 << 14;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] blocked = new long[PLACES];
    private final long[] heldOut = new long[PLACES];
    private final float[] said = new float[PLACES];
    private Drift drift = new Drift(SAMPLED, REFERENCE);

    /** Another model judges: what came of the one before says nothing of it. */
    public synchronized void begin() {
        drift = new Drift(SAMPLED, REFERENCE);
    }

    /**
     * A call was judged.
     *
     * @param features what it was judged by; copied where kept
     * @param action what the model would do
     * @param isHeldOut whether it was let through all the same
     */
    synchronized void judged(
            PhoneNumber caller, float[] features, float logOdds, Action action, boolean isHeldOut, long atMillis) {
        drift.judged(features, logOdds, action, atMillis);
        if (action == Action.REJECT || action == Action.CHALLENGE) {
            (isHeldOut ? heldOut : blocked)[place(caller)] = caller.key();
            said[place(caller)] = isHeldOut ? logOdds : said[place(caller)];
        }
    }

    /** To be called every second: sorts what was sampled, beside the calls, where there is enough. */
    void settle() {
        Drift sampled;
        synchronized (this) {
            sampled = drift;
            if (!sampled.isFull()) {
                return;
            }
        }
        // A full sample stays as it is until it is begun with.
        Drift.Cut cut = sampled.cut();
        synchronized (this) {
            sampled.begin(cut);
        }
    }

    /** People said something: who is blocked and called benign is an appeal, who was held out shows what was right. */
    public synchronized void labelled(Collection<Label> labels) {
        labels.stream()
                .filter(label ->
                        label.by().source() == Source.REPORTER || label.by().source() == Source.OFFICER)
                .filter(label -> label.claim() != Claim.WITHDRAWN)
                .forEach(this::labelled);
    }

    private void labelled(Label label) {
        if (label.about() instanceof About.OfNumber(PhoneNumber number)) {
            int place = place(number);
            boolean isHarassment = label.claim() == Claim.HARASSMENT;
            if (!isHarassment && blocked[place] == number.key()) {
                drift.appealed(label.at().toEpochMilli());
            }
            if (heldOut[place] == number.key()) {
                drift.labelled(1 / (1 + StrictMath.exp(-said[place])), isHarassment);
                heldOut[place] = 0;
            }
        }
    }

    /** How it stands. */
    public synchronized Drift.Report report() {
        return drift.report();
    }

    private static int place(PhoneNumber number) {
        return (int) (number.key() * SPREAD >>> Long.SIZE - Integer.numberOfTrailingZeros(PLACES));
    }
}

package io.jingling.simulator;

import io.jingling.domain.CallRecord.ReleasedBy;
import java.util.function.ToLongFunction;

/**
 * How a call went.
 *
 * @param ring milliseconds
 * @param talk milliseconds, 0 where not answered
 * @param cause Q.850's number
 */
record Outcome(boolean answered, long ring, long talk, ReleasedBy releasedBy, String cause) {
    private static final long ANSWERED_AFTER = 14 * Hours.SECOND;
    private static final long ANSWERED_SPREAD = 7 * Hours.SECOND;

    /**
     * What the callee's side does.
     *
     * @param answerShare how often it answers, given time
     * @param ringsMax when the network ends the ringing, in milliseconds
     */
    record CalledSide(double unreachableShare, double answerShare, double refuseShare, long ringsMax) {}

    /**
     * What the caller's side does.
     *
     * @param patience how long it lets it ring, in milliseconds
     * @param talk how long is talked, in milliseconds
     */
    record CallingSide(long patience, ToLongFunction<Draws> talk, double calleeEndsShare) {}

    static Outcome of(Draws draws, CallingSide caller, CalledSide callee) {
        if (draws.chance(callee.unreachableShare())) {
            return missed(0, ReleasedBy.NETWORK, "20");
        }
        long rings = Math.min(caller.patience(), callee.ringsMax());
        long reacts = Math.max(Hours.SECOND, (long) (ANSWERED_AFTER + ANSWERED_SPREAD * draws.normal()));
        if (draws.chance(callee.answerShare()) && reacts < rings) {
            long talk = Math.clamp(caller.talk().applyAsLong(draws), 1_000, 7_200_000);
            ReleasedBy by = draws.chance(caller.calleeEndsShare()) ? ReleasedBy.CALLEE : ReleasedBy.CALLER;
            return new Outcome(true, reacts, talk, by, "16");
        }
        if (draws.chance(callee.refuseShare()) && reacts < rings) {
            return missed(reacts, ReleasedBy.CALLEE, "21");
        }
        return caller.patience() < callee.ringsMax()
                ? missed(rings, ReleasedBy.CALLER, "16")
                : missed(rings, ReleasedBy.NETWORK, "19");
    }

    private static Outcome missed(long ring, ReleasedBy by, String cause) {
        return new Outcome(false, ring, 0, by, cause);
    }
}

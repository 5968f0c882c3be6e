package io.jingling.server.demo;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * How a call went.
 *
 * @param cause Q.850's number
 */
record Course(boolean answered, Duration ring, Duration talk, ReleasedBy releasedBy, String cause) {
    /** Screening refused it: the telephone never rang. */
    static final Course REFUSED = new Course(false, Duration.ZERO, Duration.ZERO, ReleasedBy.NETWORK, "21");

    private static final double UNREACHABLE_SHARE = 0.06;
    private static final double REFUSE_SHARE = 0.15;
    private static final double ANSWERED_AFTER = 9;
    private static final double ANSWERED_SPREAD = 4;

    /**
     * How somebody calls, and is answered.
     *
     * @param answerShare of calls that ring long enough
     * @param patience seconds for which it lets it ring
     * @param patienceSpread of the patience, as a share
     * @param calleeEnds share of talks
     * @param talks seconds that talks take, each as likely as the others
     * @param talkSpread of a talk, as a share
     */
    record Manner(
            double answerShare,
            double patience,
            double patienceSpread,
            double calleeEnds,
            double[] talks,
            double talkSpread) {}

    static Course of(Manner manner, SplittableRandom dice) {
        if (dice.nextDouble() < UNREACHABLE_SHARE) {
            return new Course(false, Duration.ZERO, Duration.ZERO, ReleasedBy.NETWORK, "20");
        }
        double patience = Math.max(1, manner.patience() * (1 + manner.patienceSpread() * dice.nextGaussian()));
        double reacts = Math.max(2, ANSWERED_AFTER + ANSWERED_SPREAD * dice.nextGaussian());
        if (dice.nextDouble() < manner.answerShare() && reacts < patience) {
            double median = manner.talks()[dice.nextInt(manner.talks().length)];
            double talk = Math.max(1, median * Math.exp(manner.talkSpread() * dice.nextGaussian()));
            ReleasedBy by = dice.nextDouble() < manner.calleeEnds() ? ReleasedBy.CALLEE : ReleasedBy.CALLER;
            return new Course(true, seconds(reacts), seconds(talk), by, "16");
        }
        return dice.nextDouble() < REFUSE_SHARE && reacts < patience
                ? new Course(false, seconds(reacts), Duration.ZERO, ReleasedBy.CALLEE, "21")
                : new Course(false, seconds(patience), Duration.ZERO, ReleasedBy.CALLER, "16");
    }

    /** How long the line is busy with it. */
    Duration length() {
        return ring.plus(talk);
    }

    /** As a switch writes it down. */
    CallRecord record(String callId, Instant start, DemoCall call, String heard) {
        Origin origin = new Origin(call.line().trunk(), "", call.line().userAgent(), answered ? heard : "", "");
        return new CallRecord(
                callId,
                start,
                call.caller().isEmpty() ? PhoneNumber.HIDDEN : PhoneNumber.parse(call.caller()),
                PhoneNumber.parse(call.callee()),
                Direction.OUT,
                answered,
                ring,
                talk,
                releasedBy,
                cause,
                origin);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(1000 * seconds));
    }
}

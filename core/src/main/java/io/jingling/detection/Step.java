package io.jingling.detection;

/** What a {@link SequenceModel} is told of a call that has ended; all about within -1 to 2. */
enum Step {
    GAP,
    IDLE,
    TO_STRANGER,
    TO_KNOWN,
    ANSWERED,
    RING,
    TALK,
    CALLEE_ENDED,
    REFUSED,
    UNREACHABLE,
    HOUR_EAST,
    HOUR_NORTH;

    static final int COUNT = values().length;

    private static final float GAP_SCALE = 1 / 12f;
    private static final float LENGTH_SCALE = 1 / 6f;
    private static final double DAY_MILLIS = 86_400_000;
    private static final double CHINA = 8 / 24.0;
    private static final double ROUND = 2 * Math.PI;

    static void read(TimedCall call, float[] inputs) {
        double hour = ROUND * (call.startMillis / DAY_MILLIS + CHINA);
        inputs[GAP.ordinal()] = call.gap < 0 ? -1 : Curves.log(call.gap) * GAP_SCALE;
        inputs[IDLE.ordinal()] = call.idle < 0 ? -1 : Curves.log(call.idle) * GAP_SCALE;
        inputs[TO_STRANGER.ordinal()] = call.isStranger ? 1 : 0;
        inputs[TO_KNOWN.ordinal()] = call.calleeCalledCaller ? 1 : 0;
        inputs[ANSWERED.ordinal()] = call.record.answered() ? 1 : 0;
        inputs[RING.ordinal()] = Curves.log(call.ringSeconds()) * LENGTH_SCALE;
        inputs[TALK.ordinal()] = Curves.log(call.talkSeconds()) * LENGTH_SCALE;
        inputs[CALLEE_ENDED.ordinal()] = call.calleeEnded() ? 1 : 0;
        inputs[REFUSED.ordinal()] = call.isRefused() ? 1 : 0;
        inputs[UNREACHABLE.ordinal()] = call.isUnreachable() ? 1 : 0;
        inputs[HOUR_EAST.ordinal()] = (float) StrictMath.sin(hour % ROUND);
        inputs[HOUR_NORTH.ordinal()] = (float) StrictMath.cos(hour % ROUND);
    }
}

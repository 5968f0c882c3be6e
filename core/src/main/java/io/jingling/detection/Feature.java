package io.jingling.detection;

/**
 * What a call is judged by when it begins to ring, each from what was known then.
 *
 * <p>Counts are base-2 logarithms of one more; shares are drawn to one half where there is little to go by; what is not
 * known is -1.
 */
public enum Feature {
    IS_MOBILE(Ground.NUMBER),
    IS_VIRTUAL(Ground.NUMBER),
    IS_FIXED_LINE(Ground.NUMBER),
    IS_SERVICE(Ground.NUMBER),
    IS_OVERSEAS(Ground.NUMBER),
    IS_PRIVACY(Ground.NUMBER),
    HOUR_OF_DAY(Ground.RATE),
    DIGITS_LIKE_CALLEE(Ground.NUMBER),
    CALLEE_CALLED_CALLER(Ground.CALLEE, -1),
    CALLED_CALLEE_BEFORE(Ground.CALLEE),
    CALLS_RECEIVED(Ground.STRANGERS, -1),
    STRANGERS_CALLING_CALLEE(Ground.CALLEE),
    AGE(Ground.NUMBER),
    CALLS_IN_5_MINUTES(Ground.RATE),
    CALLS_IN_HOUR(Ground.RATE),
    CALLS_IN_DAY(Ground.RATE),
    CALLS_IN_FORTNIGHT(Ground.RATE),
    STRANGER_SHARE_DAY(Ground.STRANGERS),
    STRANGER_SHARE(Ground.STRANGERS),
    KNOWN_SHARE(Ground.STRANGERS, -1),
    CALLED_BACK_SHARE(Ground.STRANGERS, -1),
    DISTINCT_CALLEES(Ground.STRANGERS),
    CALLS_A_CALLEE(Ground.STRANGERS),
    LAST_GAP(Ground.RHYTHM),
    MEAN_GAP(Ground.RHYTHM),
    GAP_DEVIATION(Ground.RHYTHM),
    LAST_IDLE(Ground.RHYTHM),
    MEAN_IDLE(Ground.RHYTHM),
    IDLE_DEVIATION(Ground.RHYTHM),
    GAPS_SEEN(Ground.RHYTHM),
    OPEN_CALLS(Ground.RHYTHM),
    ENDED(Ground.ANSWERS),
    ANSWER_SHARE_DAY(Ground.ANSWERS),
    ANSWER_SHARE(Ground.ANSWERS),
    SHORT_SHARE(Ground.ANSWERS),
    CALLEE_ENDED_SHARE(Ground.ANSWERS),
    REFUSED_SHARE(Ground.ANSWERS),
    UNREACHABLE_SHARE(Ground.ANSWERS),
    LONG_SHARE(Ground.ANSWERS, -1),
    QUICK_SHARE(Ground.ANSWERS),
    MEAN_TALK(Ground.ANSWERS),
    TALK_DEVIATION(Ground.ANSWERS),
    TALKS_SEEN(Ground.ANSWERS),
    MEAN_MISSED_RING(Ground.RHYTHM),
    MISSED_RING_DEVIATION(Ground.RHYTHM),
    MISSES_SEEN(Ground.RHYTHM),
    SEQUENCE(Ground.RHYTHM);

    /** How many there are. */
    public static final int COUNT = values().length;

    private final Ground ground;
    private final int direction;

    Feature(Ground ground) {
        this(ground, 0);
    }

    Feature(Ground ground, int direction) {
        this.ground = ground;
        this.direction = direction;
    }

    /** What it is about, for people. */
    public Ground ground() {
        return ground;
    }

    /** -1 where more of it must never make a caller more suspect, 0 where a model is free. */
    public int direction() {
        return direction;
    }
}

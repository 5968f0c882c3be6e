package io.jingling.detection;

import io.jingling.domain.PhoneNumber;

/**
 * The few calls that a model may not refuse but only label, so that what is learned later is not learned only from calls
 * that no model refused.
 *
 * <p>Which ones follows from a key, the caller, the callee and the day (in China): a second call of the pair fares as
 * the first, a record tells afterwards what was done, and without the key nobody can tell beforehand. Only for what a
 * model says of a caller: never for what the person called wished.
 *
 * @param key secret, the same as long as calls are to be told apart by it
 * @param perMille how many of a thousand calls, 0 to 20
 */
public record HoldOut(long key, int perMille) {
    /** No call is held out. */
    public static final HoldOut NONE = new HoldOut(0, 0);

    private static final int MOST = 20;
    private static final int WHOLE = 1000;
    private static final long CHINA_MILLIS = 8 * 3_600_000L;
    private static final long DAY_MILLIS = 86_400_000;

    public HoldOut {
        if (perMille < 0 || perMille > MOST) {
            throw new IllegalArgumentException("hold-out: got " + perMille + " in 1000, want 0 to " + MOST);
        }
    }

    /** @param percent 0 to 2; tenths count */
    public static HoldOut ofPercent(long key, double percent) {
        return new HoldOut(key, (int) Math.round(percent * 10));
    }

    /** Whether a model may not refuse a call. */
    public boolean holds(PhoneNumber caller, PhoneNumber callee, long atMillis) {
        long day = Math.floorDiv(atMillis + CHINA_MILLIS, DAY_MILLIS);
        long drawn = Mix.of(Mix.of(key, caller.key()), Mix.of(callee.key(), day ^ key));
        return Long.remainderUnsigned(drawn, WHOLE) < perMille;
    }
}

package io.jingling.detection;

import io.jingling.domain.CallRecord;

/**
 * Puts calls that arrive in any order into the order of time.
 *
 * <p>A call waits until nothing before it is to be expected. What comes twice while the first waits is told once. What
 * comes too late is told to be late, and to nobody else.
 */
sealed interface Arrivals permits ArrivalsByStart, ArrivalsByEnd {
    void arrive(CallRecord record);

    /**
     * So late it is now, whether or not anything arrives.
     *
     * @param most how many calls are told of at once
     * @return whether none is left whose turn has come
     */
    boolean passed(long millis, int most);

    /** Nothing more arrives. */
    void finish();

    /** How many came too late. */
    long late();

    /** How many came again. */
    long twice();

    /** How often a call was told before its time, because too many waited. */
    long hurried();

    /** Is told of calls in order of time. */
    interface Listener {
        void rings(TimedCall call);

        void ends(TimedCall call);

        /** It was before something that was told already. */
        void late(TimedCall call);
    }
}

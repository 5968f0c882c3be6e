package io.jingling.detection;

/** What is counted of a caller's calls, forgotten by half in a fortnight; the first {@link #OF_DAY} also in a day. */
enum Counter {
    /** To somebody it had not called and who had not called it. */
    STRANGER,
    ENDED,
    ANSWERED,
    /** To somebody who had called it. */
    KNOWN,
    /** Answered, and over within eight seconds. */
    SHORT,
    /** Answered, and ended by the callee. */
    CALLEE_ENDED,
    /** Not answered, and ended by the callee. */
    REFUSED,
    /** Did not ring at all. */
    UNREACHABLE,
    /** Answered, and talked for more than a minute. */
    LONG,
    /** Given up by the caller within five seconds of ringing. */
    QUICK,
    /** A call to this number, by somebody it had called. */
    CALLED_BACK;

    static final int COUNT = values().length;

    /** Of how many the last day is told apart. */
    static final int OF_DAY = ANSWERED.ordinal() + 1;
}

package io.jingling.detection;

/** What is counted of a caller's calls; each twice, forgotten by half in a day and in a fortnight. */
enum Counter {
    /** To somebody it had not called and who had not called it. */
    STRANGER,
    /** To somebody who had called it. */
    KNOWN,
    ENDED,
    ANSWERED,
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
    CALLED_BACK,
    /** Any call to this number. */
    RECEIVED;

    static final int COUNT = values().length;
}

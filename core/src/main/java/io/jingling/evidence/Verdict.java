package io.jingling.evidence;

/** What can be said of one of the three questions about a bundle. None of them is whether what it says is true. */
public enum Verdict {
    /** Shown, by others than who asks to be believed. */
    HOLDS,
    /** Only whoever issued it says so. */
    OWN_WORD,
    /** Cannot be told: whom to believe was not said. */
    UNKNOWN,
    /** Shown to be otherwise, or not shown by those who should. */
    FAILS
}

package io.jingling.domain;

/** What is done with a call, from ringing as usual to not ringing at all. */
public enum Action {
    /** The telephone rings as usual. */
    PASS,
    /** It rings, and the display says what is suspected. */
    LABEL,
    /** It arrives without a sound and stays in the call list. */
    SILENT,
    /** The caller must show to be human before it rings. */
    CHALLENGE,
    /** It does not ring; the caller is told so. */
    REJECT
}

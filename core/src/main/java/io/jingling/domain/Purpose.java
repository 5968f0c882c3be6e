package io.jingling.domain;

/** Why full digits are revealed; named at every place that does it, so that all can be listed. */
public enum Purpose {
    /** The answer to the network must carry the number, or the call cannot go on. */
    SIGNALLING,
    /** Encrypting a number, or making its keyed look-up value, for storage. */
    STORAGE,
    /** The person whose list it is reads it back. */
    OWNER_VIEW,
    /** A file that the operator asked for. */
    EXPORT,
    /** Another person released it to the one who reads it. */
    RELEASE,
    /** Finding which block of the numbering plan it belongs to. */
    NUMBERING,
    /** A test looks at what it made. */
    TEST
}

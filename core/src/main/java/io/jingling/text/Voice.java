package io.jingling.text;

/** Who spoke in a call, as far as a text says so. */
public enum Voice {
    ROBOT,
    HUMAN,
    UNSAID
}

package io.jingling.text;

/** From where in a text a feature is taken. Each has a table of its own in a question. */
public enum View {
    /** Runs of letters anywhere. */
    WHOLE,
    /** Runs of letters in the beginning, where a caller says who he is and what he wants. */
    HEAD,
    /** The first and last letters: a salutation, a 【signature】. */
    EDGES,
    /** How long it is, how many digits it has, whether there is an address on the web. */
    SHAPE;

    static final int COUNT = values().length;
}

package io.jingling.evidence;

/** Whether what was claimed holds; an answer of no says why. */
public sealed interface Check {
    Check HOLDS = new Holds();

    record Holds() implements Check {}

    /** @param reason what was looked at, what was got, what was wanted */
    record Fails(String reason) implements Check {}

    static Check fails(String reason) {
        return new Fails(reason);
    }

    default boolean holds() {
        return this instanceof Holds;
    }
}

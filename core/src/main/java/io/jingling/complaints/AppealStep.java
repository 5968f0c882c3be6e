package io.jingling.complaints;

import java.time.Instant;

/** A step in an appeal. */
public sealed interface AppealStep {
    Instant at();

    /** An officer's key, or {@link Step#BY_RULE}. */
    String by();

    String text();

    /** What reports say of the number is set aside until it is decided; lists and wishes are not. */
    record Relieved(Instant at, String by, String text) implements AppealStep {}

    /** The appellant was answered that it is looked at, or asked for more. */
    record Answered(Instant at, String by, String text) implements AppealStep {}

    /**
     * It is decided, with the reason.
     *
     * @param isUpheld whether the appellant is right
     */
    record Decided(Instant at, String by, boolean isUpheld, String text) implements AppealStep {
        public Decided {
            if (text.isBlank() || text.length() > Step.TEXT_MAX) {
                throw new IllegalArgumentException(
                        "reason: got " + text.strip().length() + " characters, want 1 to " + Step.TEXT_MAX);
            }
        }
    }
}

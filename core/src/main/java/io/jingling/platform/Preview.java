package io.jingling.platform;

import io.jingling.detection.Comparison;
import java.time.Instant;

/** What is known of what a model would change. */
public sealed interface Preview {
    /** It is being worked out. */
    record Running(long calls) implements Preview {}

    /**
     * It was worked out.
     *
     * @param against the id of the model that it was compared with
     * @param at when
     */
    record Done(Comparison.Result result, String against, Instant at) implements Preview {}

    /** It could not be worked out; asked again it is tried again. */
    record Failed(String why) implements Preview {}

    /** Another one is being worked out: one at a time. */
    record Waiting(String other) implements Preview {}
}

package io.jingling.platform;

import io.jingling.domain.Label;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what people say of numbers and calls, to learn from. */
public interface LabelStore {
    /** Durable on return. A label that is there already changes nothing. */
    Appended append(List<Label> labels);

    /** Calls for every label, in any order, without holding all in memory. */
    void readAll(Consumer<Label> reader);

    /** How many were new and how many were there already. */
    record Appended(long added, long known) {}
}

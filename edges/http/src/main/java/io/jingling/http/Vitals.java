package io.jingling.http;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How the process is, for health and metrics. Asked at any time, answers without waiting. */
public interface Vitals {
    /** True once the lists are in memory and SIP listens. */
    boolean isReady();

    /** The parts whose failing shows in the process's health. */
    List<Part> parts();

    /** All that is counted and measured; the same list at every call. */
    List<Measure> measures();

    /**
     * A part of the process.
     *
     * @param name a word: {@code database}, {@code sip}
     * @param isUp whether it works
     * @param isNeeded whether the process is of no use without it
     * @param says one sentence for the operator, without numbers or secrets
     */
    record Part(String name, boolean isUp, boolean isNeeded, String says) {}

    /**
     * Something counted or measured; its tags hold no number of anybody.
     *
     * @param name in Micrometer's way, {@code jingling.decisions}
     * @param description one sentence
     * @param counts true for what only grows
     * @param tags name, value, name, value, …
     * @param value reads it; the argument is the measure itself
     */
    record Measure(
            String name, String description, boolean counts, List<String> tags, ToDoubleFunction<Measure> value) {
        public Measure {
            tags = List.copyOf(tags);
        }
    }
}

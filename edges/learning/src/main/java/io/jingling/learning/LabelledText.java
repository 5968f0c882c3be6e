package io.jingling.learning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A text to learn from, and what is to be answered of it. */
public record LabelledText(String label, String text) {
    /** Each text once, with the label that it had first. */
    public static List<LabelledText> distinct(List<LabelledText> all) {
        Set<String> seen = new HashSet<>();
        List<LabelledText> kept = new ArrayList<>();
        for (LabelledText one : all) {
            if (seen.add(one.text())) {
                kept.add(one);
            }
        }
        return List.copyOf(kept);
    }

    /** All labels, in the order of the alphabet. */
    public static List<String> labels(List<LabelledText> all) {
        return all.stream().map(LabelledText::label).distinct().sorted().toList();
    }
}

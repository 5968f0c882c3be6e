package io.jingling.text;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What can be asked of a text: a linear model over its features, one column of weights a label.
 *
 * @param name such as {@code spam}, {@code industry}, {@code category}
 * @param kinds of text that it may be asked of
 * @param labels what may be answered
 * @param recipe which features there are
 * @param keys of the features of each {@link View}, in its order; a feature's row is counted on from view to view
 * @param scales of each feature: how rare it is
 * @param weights of each feature for each label, a feature's own beside each other
 * @param meaning what scores mean
 */
public record Question(
        String name,
        Set<TextKind> kinds,
        List<String> labels,
        Recipe recipe,
        long[][] keys,
        float[] scales,
        float[] weights,
        Meaning meaning) {
    /** The name of the one that is asked first where there is one. */
    public static final String SPAM = "spam";
    /** The name of the one whose labels are the codes of categories, or {@link #NONE}. */
    public static final String CATEGORY = "category";
    /** The label of what is no harassment. */
    public static final String NONE = "none";

    static final int LABELS_MAX = 256;
    private static final int NAME_MAX = 100;

    /**
     * What scores mean.
     *
     * @param shifts added to each label's score
     * @param slope of the log-odds of being right over the distance of the two best scores
     * @param shift of these log-odds
     * @param sure the confidence from which on an answer is one
     */
    public record Meaning(float[] shifts, float slope, float shift, float sure) {
        public Meaning {
            if (!Float.isFinite(slope) || !Float.isFinite(shift) || !(sure >= 0 && sure <= 1)) {
                throw new IllegalArgumentException("meaning: got slope " + slope + ", shift " + shift + ", sure " + sure
                        + ", want finite numbers and a share");
            }
        }
    }

    /** Takes the arrays as they are; they must not be changed any more. */
    public Question {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
        labels = List.copyOf(labels);
        if (name.isBlank() || name.length() > NAME_MAX || kinds.isEmpty()) {
            throw new IllegalArgumentException("question: got " + name.length() + " letters of a name and "
                    + kinds.size() + " kinds, want 1 to " + NAME_MAX + " and at least one");
        }
        if (labels.size() < 2 || labels.size() > LABELS_MAX || new HashSet<>(labels).size() < labels.size()) {
            throw new IllegalArgumentException(
                    "labels of " + name + ": got " + labels + ", want 2 to " + LABELS_MAX + ", each once");
        }
        if (keys.length != View.COUNT) {
            throw new IllegalArgumentException("keys: got " + keys.length + " views, want " + View.COUNT);
        }
        int features = 0;
        for (long[] ofView : keys) {
            features += ofView.length;
        }
        if (scales.length != features
                || weights.length != (long) features * labels.size()
                || meaning.shifts().length != labels.size()) {
            throw new IllegalArgumentException("question " + name + ": got " + scales.length + " scales, "
                    + weights.length + " weights and " + meaning.shifts().length + " shifts, want them for " + features
                    + " features and " + labels.size() + " labels");
        }
        finite(scales);
        finite(weights);
        finite(meaning.shifts());
    }

    private static void finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("question: got " + value + " in an array, want finite numbers");
            }
        }
    }

    int features() {
        return scales.length;
    }
}

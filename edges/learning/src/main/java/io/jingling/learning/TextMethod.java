package io.jingling.learning;

import io.jingling.text.Recipe;
import java.util.List;

/**
 * A way to learn a question, of which the best is chosen by what it does to texts that it did not see.
 *
 * @param recipe which features there are
 * @param ratios whether a feature counts by the log of how much oftener a label has it (Wang and Manning 2012)
 */
record TextMethod(Recipe recipe, boolean ratios) {
    /** Enough letters for who calls and what about. */
    private static final int HEAD = 60;

    /** Few, and far apart: what a choice among many gains is chance. */
    static final List<TextMethod> ALL = List.of(
            new TextMethod(new Recipe(3, 0, true, true), false),
            new TextMethod(new Recipe(4, 0, true, true), true),
            new TextMethod(new Recipe(4, HEAD, false, false), false),
            new TextMethod(new Recipe(0, HEAD, false, false), false));

    /** For people: what a question was learned by. */
    String words() {
        StringBuilder words = new StringBuilder();
        if (recipe.whole() > 0) {
            words.append("runs of 1 to ").append(recipe.whole()).append(" letters");
        }
        if (recipe.head() > 0) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append("runs of 1 to 4 in the first ")
                    .append(recipe.head());
        }
        words.append(recipe.edges() ? ", edges" : "").append(recipe.shape() ? ", shape" : "");
        return words.append(ratios ? ", log-count ratios" : "").toString();
    }
}

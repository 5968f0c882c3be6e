package io.jingling.complaints;

import io.jingling.domain.Category;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a reader of texts takes a description for.
 *
 * @param category empty where it is unsure
 * @param confidence of the category, 0 to 1
 * @param words of the text that decided
 * @param flags what else the text says
 */
public record Guess(Optional<Category> category, double confidence, List<String> words, Set<Flag> flags) {
    /** Unsure is an answer. */
    public static final Guess UNSURE = new Guess(Optional.empty(), 0, List.of(), Set.of());

    /** What a text may say beside its category. */
    public enum Flag {
        ASKED_TO_STOP,
        ROBOT,
        HUMAN,
        BRAND_HEARD,
        PERSONAL_DATA_HEARD,
        APP_NAMED
    }

    public Guess {
        words = List.copyOf(words);
        flags = Set.copyOf(flags);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence: got " + confidence + ", want 0 to 1");
        }
    }
}

package io.jingling.complaints;

import io.jingling.domain.Category;
import java.util.Optional;

/**
 * What the reporter says of a call.
 *
 * @param category empty: 不清楚
 * @param mode how
 * @param askedToStop whether the caller was told not to call again
 * @param heard what the caller gave away
 * @param description in the reporter's words; may be empty, at most 2,000 characters
 * @param region where the reporter was called (受扰地区), a {@link Region}; empty where it is not known
 */
public record Said(
        Optional<Category> category,
        Mode mode,
        AskedToStop askedToStop,
        Heard heard,
        String description,
        String region) {
    public static final int DESCRIPTION_MAX = 2_000;

    /** Nothing but that it was a nuisance. */
    public static final Said NOTHING = new Said(Optional.empty(), Mode.UNKNOWN, AskedToStop.NO, Heard.NOTHING, "", "");

    public Said {
        description = Words.within("description", description.strip(), DESCRIPTION_MAX);
        region = Region.read(region).orElse("");
    }

    public Said with(String described) {
        return new Said(category, mode, askedToStop, heard, described, region);
    }

    /** Fraud and bombing: the police come first, the form later. */
    public boolean isUrgent() {
        return category.filter(said -> said == Category.FRAUD).isPresent() || mode == Mode.BOMBING;
    }
}

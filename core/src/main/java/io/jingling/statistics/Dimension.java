package io.jingling.statistics;

import java.util.Locale;

/** By what complaints are told apart. Each complaint has one value of each. */
public enum Dimension {
    CARRIER,
    SEGMENT,
    CATEGORY,
    MODE,
    REGION;

    /** As in files and in the address of the cases behind a figure. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

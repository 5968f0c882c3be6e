package io.jingling.screening;

import io.jingling.domain.ListEntry;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Rule;
import io.jingling.domain.RuleSet;
import io.jingling.domain.Wishes;
import java.util.Arrays;
import java.util.List;

/** One subscriber's wishes as the call's path reads them: a shared profile and two sorted lists. */
final class SubscriberWishes {
    private static final long[] NONE = {};

    private final WishProfile profile;
    private final long[] white;
    private final long[] black;
    private final int mayHaveASay;

    SubscriberWishes(WishProfile profile, Wishes wishes) {
        this.profile = profile;
        this.white = sorted(wishes.white());
        this.black = sorted(wishes.black());
        int lists = (white.length > 0 ? RuleSet.of(Rule.OWN_WHITE_LIST).bits() : 0)
                | (black.length > 0 ? RuleSet.of(Rule.OWN_BLACK_LIST).bits() : 0);
        this.mayHaveASay = lists | profile.mayHaveASay();
    }

    WishProfile profile() {
        return profile;
    }

    boolean hasQuietHours() {
        return !profile.quietHours().isEmpty();
    }

    /** The rules, as bits of a {@link RuleSet}, on which these wishes may have a say. */
    int mayHaveASay() {
        return mayHaveASay;
    }

    boolean isWhite(PhoneNumber caller) {
        return Arrays.binarySearch(white, caller.key()) >= 0;
    }

    boolean isBlack(PhoneNumber caller) {
        return Arrays.binarySearch(black, caller.key()) >= 0;
    }

    private static long[] sorted(List<ListEntry> entries) {
        return entries.isEmpty()
                ? NONE
                : entries.stream()
                        .mapToLong(entry -> entry.number().key())
                        .sorted()
                        .toArray();
    }
}

package io.jingling.screening;

import io.jingling.domain.ListEntry;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import java.util.Arrays;
import java.util.List;

/** One subscriber's wishes as the call's path reads them: a shared profile and two sorted lists. */
final class SubscriberWishes {
    private static final long[] NONE = {};

    private final WishProfile profile;
    private final long[] white;
    private final long[] black;

    SubscriberWishes(WishProfile profile, Wishes wishes) {
        this.profile = profile;
        this.white = sorted(wishes.white());
        this.black = sorted(wishes.black());
    }

    WishProfile profile() {
        return profile;
    }

    boolean hasLists() {
        return white.length + black.length > 0;
    }

    boolean isWhite(PhoneNumber caller) {
        return white.length > 0 && Arrays.binarySearch(white, caller.key()) >= 0;
    }

    boolean isBlack(PhoneNumber caller) {
        return black.length > 0 && Arrays.binarySearch(black, caller.key()) >= 0;
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

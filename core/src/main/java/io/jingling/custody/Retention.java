package io.jingling.custody;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

/**
 * For how many days each class of data is kept.
 *
 * @param days each class once, from 1
 */
public record Retention(Map<Kept, Integer> days) {
    public static final Retention STANDARD = new Retention(Map.of(
            Kept.DECISIONS, 90,
            Kept.CALL_RECORDS, 30,
            Kept.LABELS, 1_096,
            Kept.OPENINGS, 1_096,
            Kept.RELEASES, 183,
            Kept.ACCESSES, 1_096,
            Kept.CASES, 1_096,
            Kept.APPEALS, 1_096,
            Kept.REPORTERS, 183));

    public Retention {
        days = Map.copyOf(days);
        for (Kept kept : Kept.values()) {
            int got = days.getOrDefault(kept, 0);
            if (got < 1) {
                throw new IllegalArgumentException("retention of " + kept.word() + ": got " + got + " days, want 1");
            }
        }
    }

    public Retention with(Kept kept, int otherDays) {
        Map<Kept, Integer> other = new EnumMap<>(days);
        other.put(kept, otherDays);
        return new Retention(other);
    }

    /** What is older is to be deleted; a day's beginning (UTC), so that a day goes as a whole. */
    public Instant keptSince(Kept kept, Instant now) {
        return now.atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .minus(Period.ofDays(days.get(kept)))
                .toInstant();
    }
}

package io.jingling.screening;

import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import java.time.Instant;
import java.util.Optional;

/**
 * What is thought of callers, 16 bytes each at full load and about 24 on average.
 *
 * <p>Written by one thread, read by all; a change is seen by the next call.
 */
public final class Standings {
    /*
     * A standing in a long:
     *   bits 0..4 category, 5..11 score, 12..15 evidence kind, 16..31 evidence value,
     *   32..55 expiry in hours since 1970 (until the year 3883), 62 protected use, 63 always 0.
     * Bit 61 is always 1, so that no standing is the table's empty value.
     */
    private static final long PRESENT = 1L << 61;
    private static final long PROTECTED = 1L << 62;
    private static final long CATEGORY_MASK = 31;
    private static final int SECONDS_AN_HOUR = 3600;
    private static final long HOURS_MAX = (1L << 24) - 1;

    private final NumberTable table;

    /** Room for so many without growing. */
    public Standings(int expected) {
        table = new NumberTable(expected);
    }

    public void put(PhoneNumber caller, Standing standing) {
        table.put(known(caller).key(), pack(standing));
    }

    public void remove(PhoneNumber caller) {
        table.put(known(caller).key(), 0);
    }

    /** What is thought of a caller, expired or not. */
    public Optional<Standing> of(PhoneNumber caller) {
        long packed = table.get(caller.key());
        return packed == 0 ? Optional.empty() : Optional.of(unpack(packed));
    }

    public int size() {
        return table.size();
    }

    /** Bytes of memory held. */
    public long bytes() {
        return table.bytes();
    }

    /** Begins the memory read that {@link #inForce} needs. */
    long touch(PhoneNumber caller) {
        return table.touch(caller.key());
    }

    /** The packed standing, or 0 where there is none or it has expired. */
    long inForce(PhoneNumber caller, long atSeconds) {
        long packed = table.get(caller.key());
        return atSeconds < (packed >>> 32 & HOURS_MAX) * SECONDS_AN_HOUR ? packed : 0;
    }

    /**
     * A suspicion as {@link Suspicions} says it.
     *
     * @param score 0 to 100
     * @param value what was counted; held at the limit of {@link Evidence}
     */
    public static long suspicion(Category category, int score, Evidence.Kind kind, int value) {
        return PRESENT
                | category.ordinal()
                | (long) score << 5
                | (long) kind.ordinal() << 12
                | (long) Math.clamp(value, 0, Evidence.VALUE_MAX) << 16;
    }

    /**
     * The stronger of a standing and a suspicion; the category is the standing's, as people or lists gave it, and
     * protected use stays what it is. A class that no model may decide on is left alone.
     */
    static long stronger(long standing, long suspicion) {
        if (suspicion == 0 || isProtected(standing)) {
            return standing;
        }
        if (standing == 0) {
            return suspicion;
        }
        boolean isStronger = score(suspicion) > score(standing)
                && Category.at(category(standing)).isDecidable();
        return isStronger ? suspicion & ~CATEGORY_MASK | standing & CATEGORY_MASK : standing;
    }

    static boolean isProtected(long packed) {
        return (packed & PROTECTED) != 0;
    }

    static int category(long packed) {
        return (int) packed & 31;
    }

    static int score(long packed) {
        return (int) (packed >>> 5) & 127;
    }

    static int evidenceKind(long packed) {
        return (int) (packed >>> 12) & 15;
    }

    static int evidenceValue(long packed) {
        return (int) (packed >>> 16) & 0xFFFF;
    }

    static long pack(Standing standing) {
        long seconds = standing.expires().getEpochSecond() + SECONDS_AN_HOUR - 1;
        long expiry = Math.clamp(seconds / SECONDS_AN_HOUR, 0, HOURS_MAX) << 32 | PRESENT;
        return switch (standing) {
            case Standing.Protected p -> expiry | PROTECTED;
            case Standing.Suspected s ->
                expiry
                        | s.category().ordinal()
                        | (long) s.score() << 5
                        | (long) s.evidence().kind().ordinal() << 12
                        | (long) s.evidence().value() << 16;
        };
    }

    static Standing unpack(long packed) {
        Instant expires = Instant.ofEpochSecond((packed >>> 32 & HOURS_MAX) * SECONDS_AN_HOUR);
        if (isProtected(packed)) {
            return new Standing.Protected(expires);
        }
        Evidence evidence = new Evidence(Evidence.Kind.at(evidenceKind(packed)), evidenceValue(packed));
        return new Standing.Suspected(Category.at(category(packed)), score(packed), evidence, expires);
    }

    private static PhoneNumber known(PhoneNumber number) {
        if (!number.isKnown()) {
            throw new IllegalArgumentException("standing: got a " + number + " number, want a whole number");
        }
        return number;
    }
}

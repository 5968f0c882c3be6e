package io.jingling.domain;

import java.util.Objects;

/**
 * A telephone number in one canonical form, packed in a {@code long}.
 *
 * <p>Canonical digits: a mainland mobile is 11 digits ({@code 138…}); a fixed line keeps its trunk 0
 * and area code ({@code 010…}); service numbers are as dialled ({@code 95588}, {@code 400…}); all
 * else is {@code 00} + country code + number. So two writings of one number are equal.
 *
 * <p>{@code key}: bits 58..62 hold the count of digits (3 to 17, as E.164 allows 15 and {@code 00}
 * comes before them), bits 0..57 their value. {@link #HIDDEN} is 0, {@link #INVALID} is 1.
 * {@link #toString} masks; full digits come only out of {@link #revealTo}.
 *
 * @param key the packed form; equal numbers have equal keys
 */
public record PhoneNumber(long key) {
    /** The caller withheld the number. */
    public static final PhoneNumber HIDDEN = new PhoneNumber(0);
    /** The network gave something that is no number. */
    public static final PhoneNumber INVALID = new PhoneNumber(1);

    static final int DIGITS_MIN = 3;
    static final int DIGITS_MAX = 17;
    private static final int LENGTH_SHIFT = 58;
    private static final long VALUE_MASK = (1L << LENGTH_SHIFT) - 1;
    private static final long[] POWERS = powers();

    public PhoneNumber {
        int length = (int) (key >>> LENGTH_SHIFT);
        long value = key & VALUE_MASK;
        boolean marker = key == 0 || key == 1;
        if (!marker && (length < DIGITS_MIN || length > DIGITS_MAX || value >= POWERS[length])) {
            throw new IllegalArgumentException("number key: got one that no number has, want a packed number");
        }
    }

    /**
     * Reads a number as people and networks write it: separators, full width, {@code +86}, {@code 0086},
     * IP prefixes (17951, 12593), area codes.
     *
     * @throws IllegalArgumentException with what was got (masked) and what is wanted
     */
    public static PhoneNumber parse(String text) {
        long key = NumberReader.read(text);
        if (key >= 0) {
            return new PhoneNumber(key);
        }
        throw new IllegalArgumentException("number: got \"" + Masking.clip(text) + "\" (" + NumberReader.problem(key)
                + "), want 3 to " + DIGITS_MAX + " digits of a whole number, such as 138…, 010…, 95588 or +1…");
    }

    /**
     * Reads a number out of a message's bytes; never fails, as a call must be answered.
     *
     * @return {@link #INVALID} where the bytes are no number
     */
    public static PhoneNumber read(byte[] ascii, int from, int to) {
        long key = NumberReader.read(ascii, from, to);
        return key < 0 ? INVALID : new PhoneNumber(key);
    }

    static long pack(int length, long value) {
        return (long) length << LENGTH_SHIFT | value;
    }

    /** True for a number that someone can be called back at: neither hidden nor invalid. */
    public boolean isKnown() {
        return key > 1;
    }

    /** How many canonical digits; 0 for {@link #HIDDEN} and {@link #INVALID}. */
    public int length() {
        return (int) (key >>> LENGTH_SHIFT);
    }

    /** The first {@code count} digits as a value, or -1 where there are fewer. */
    public long prefix(int count) {
        int length = length();
        return count > length ? -1 : (key & VALUE_MASK) / POWERS[length - count];
    }

    /** The digits as one value; leading zeros are told by {@link #length}. */
    public long value() {
        return key & VALUE_MASK;
    }

    public NumberKind kind() {
        return NumberingPlan.kindOf(this);
    }

    /** True for 110, 119, 120, 122, 12110, 96110, 12381, 95110, with or without an area code. */
    public boolean isEmergency() {
        return !NumberingPlan.isMobile(this) && kind() == NumberKind.EMERGENCY;
    }

    /** True for 110, 119, 120, 122 and other emergency lines, and 12345, with or without an area code. */
    public boolean isHelpLine() {
        return !NumberingPlan.isMobile(this) && NumberingPlan.isHelpLine(this);
    }

    /** The full digits. Every use names its purpose. */
    public String revealTo(Purpose purpose) {
        Objects.requireNonNull(purpose, "purpose");
        return digits();
    }

    /** {@code 138****1234}; short service numbers, which name nobody, are shown whole. */
    @Override
    public String toString() {
        if (!isKnown()) {
            return key == 0 ? "hidden" : "invalid";
        }
        String digits = digits();
        int length = digits.length();
        return length <= 6 ? digits : digits.substring(0, 3) + "****" + digits.substring(Math.max(7, length - 4));
    }

    private String digits() {
        if (!isKnown()) {
            return "";
        }
        String digits = Long.toString(value());
        return "0".repeat(length() - digits.length()) + digits;
    }

    static long power(int exponent) {
        return POWERS[exponent];
    }

    private static long[] powers() {
        long[] powers = new long[DIGITS_MAX + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}

package io.jingling.domain;

/**
 * A subscriber's own wish about all numbers that begin alike.
 *
 * @param digits 3 to 11 canonical digits, such as {@code 0571} or {@code 1380013}; with fewer than 3
 *     one could block the country by accident
 * @param action what to do with them
 */
public record OwnPrefix(String digits, Action action) {
    public static final int DIGITS_MIN = 3;
    public static final int DIGITS_MAX = 11;

    public OwnPrefix {
        boolean allDigits = digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!allDigits || digits.length() < DIGITS_MIN || digits.length() > DIGITS_MAX) {
            throw new IllegalArgumentException("prefix: got \"" + Masking.clip(digits) + "\", want " + DIGITS_MIN
                    + " to " + DIGITS_MAX + " digits, such as 0571");
        }
    }
}

package io.jingling.evidence;

import java.util.regex.Pattern;

/** Whole numbers in ASCII digits, without leading zeros. */
final class Decimal {
    private static final Pattern FORM = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Decimal() {}

    /**
     * Up to 2^63 - 1.
     *
     * @param what is named where the text is refused
     */
    static long parse(String what, String text) {
        if (FORM.matcher(text).matches()) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException tooLarge) {
                throw refused(what, text);
            }
        }
        throw refused(what, text);
    }

    private static IllegalArgumentException refused(String what, String text) {
        return new IllegalArgumentException(
                what + ": got " + Shown.of(text) + ", want a decimal from 0 to 2^63-1 without leading zeros");
    }
}

package io.jingling.domain;

import java.util.Optional;

/**
 * All numbers that begin alike and are equally long: known leading digits and 1 to 8 free ones behind them.
 *
 * <p>Written with a {@code *} for each free digit: {@code 1650023****}, {@code 057188886***}. It never holds an emergency, public
 * service or carrier's number, nor any short one, with or without an area code.
 *
 * @param first the lowest number in it
 * @param freeDigits how many digits at its end are free
 */
public record NumberRange(PhoneNumber first, int freeDigits) {
    public static final int FREE_DIGITS_MAX = 8;

    /** With fewer known digits one could mean a tenth of the country by accident. */
    private static final int KNOWN_DIGITS_MIN = 3;
    /** Shorter ones, also behind an area code, are service numbers. */
    private static final int LOCAL_DIGITS_MIN = 7;

    /** As many as a masked number hides. */
    private static final int HIDDEN_DIGITS = 4;

    private static final String WANT =
            "at least 3 known digits and then 1 to 8 * of a whole number, such as 1650023****";

    public NumberRange {
        problem(first, freeDigits).ifPresent(problem -> {
            throw new IllegalArgumentException("range: got " + problem + ", want " + WANT);
        });
    }

    /**
     * Reads a range in any form in which {@link PhoneNumber#parse} reads its numbers, with {@code *} for each free digit.
     *
     * @throws IllegalArgumentException {@code range: got …, want …}, digits masked
     */
    public static NumberRange parse(String text) {
        String written = text.replace('＊', '*');
        int free = (int) written.chars().filter(c -> c == '*').count();
        if (free == 0 || free > FREE_DIGITS_MAX) {
            throw unreadable(text, free == 0 ? "no free digit" : "more than 8 free digits");
        }
        if (written.substring(written.indexOf('*')).chars().anyMatch(c -> c >= '0' && c <= '9')) {
            throw unreadable(text, "a digit behind a free one");
        }
        PhoneNumber first = end(text, written.replace('*', '0'));
        PhoneNumber last = end(text, written.replace('*', '9'));
        boolean isWhole =
                first.length() == last.length() && last.value() - first.value() == PhoneNumber.power(free) - 1;
        if (!isWhole) {
            throw unreadable(text, "numbers of different lengths or kinds");
        }
        Optional<String> problem = problem(first, free);
        if (problem.isPresent()) {
            throw unreadable(text, problem.get());
        }
        return new NumberRange(first, free);
    }

    /** The number with those that differ from it in the last four digits alone; {@code number} is of a range. */
    public static NumberRange around(PhoneNumber number) {
        return new NumberRange(
                new PhoneNumber(number.key() - number.value() % PhoneNumber.power(HIDDEN_DIGITS)), HIDDEN_DIGITS);
    }

    public boolean holds(PhoneNumber number) {
        return number.length() == first.length() && number.prefix(knownDigits()) == first.prefix(knownDigits());
    }

    /** How many digits each of its numbers has. */
    public int length() {
        return first.length();
    }

    public int knownDigits() {
        return first.length() - freeDigits;
    }

    /** How many numbers are in it: 10 to 100,000,000. */
    public long numbers() {
        return PhoneNumber.power(freeDigits);
    }

    /** {@code 165********}: for those to whom its callers' numbers are masked, as the known digits would fill the gap. */
    public String masked() {
        return toString().substring(0, KNOWN_DIGITS_MIN) + "*".repeat(length() - KNOWN_DIGITS_MIN);
    }

    /** As it is written: {@code 1650023****}. No number of it can be read from that alone. */
    @Override
    public String toString() {
        String known = Long.toString(first.prefix(knownDigits()));
        return "0".repeat(knownDigits() - known.length()) + known + "*".repeat(freeDigits);
    }

    private static PhoneNumber end(String text, String number) {
        long key = NumberReader.read(number);
        if (key < 0) {
            throw unreadable(text, NumberReader.problem(key));
        }
        return new PhoneNumber(key);
    }

    private static Optional<String> problem(PhoneNumber first, int free) {
        if (free < 1 || free > FREE_DIGITS_MAX || first.value() % PhoneNumber.power(free) != 0) {
            return Optional.of("free digits that are not 1 to 8 at its end");
        }
        if (first.length() - free < KNOWN_DIGITS_MIN) {
            return Optional.of("fewer than 3 known digits");
        }
        boolean isService =
                switch (first.kind()) {
                    case EMERGENCY, PUBLIC_SERVICE, CARRIER -> true;
                    default -> NumberingPlan.localDigits(first) < LOCAL_DIGITS_MIN;
                };
        return isService ? Optional.of("short or public service numbers") : Optional.empty();
    }

    private static IllegalArgumentException unreadable(String text, String problem) {
        return new IllegalArgumentException(
                "range: got \"" + Masking.clip(text) + "\" (" + problem + "), want " + WANT);
    }
}

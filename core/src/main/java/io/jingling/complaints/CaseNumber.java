package io.jingling.complaints;

import io.jingling.domain.Masking;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * 受理号: the day, twelve drawn digits and a check digit: {@code 261129-483729-105538-4}. Digits only, so that it can be
 * said on a telephone; a wrong or swapped digit is noticed (Damm 2004); who guesses hits one in 10^12 of a day.
 *
 * @param digits 19 of them
 */
public record CaseNumber(String digits) implements Comparable<CaseNumber> {
    private static final int LENGTH = 19;
    private static final long DRAWN = 1_000_000_000_000L;
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    public CaseNumber {
        if (!digits.matches("[0-9]{" + LENGTH + "}") || check(digits) != 0) {
            throw new IllegalArgumentException("case number: got " + digits.length()
                    + " characters that are none, want 19 digits with a right check digit");
        }
    }

    /** A new one. @param random one that nobody can foretell */
    public static CaseNumber draw(Instant at, RandomGenerator random) {
        LocalDate day = at.atOffset(CHINA).toLocalDate();
        String body = String.format(
                Locale.ROOT,
                "%02d%02d%02d%012d",
                day.getYear() % 100,
                day.getMonthValue(),
                day.getDayOfMonth(),
                random.nextLong(DRAWN));
        return new CaseNumber(body + check(body));
    }

    /** As people write it: with or without hyphens and blanks, full-width digits too. */
    public static CaseNumber parse(String written) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '０' && c <= '９') {
                digits.append((char) (c - '０' + '0'));
            } else if ("-－ \u3000\t".indexOf(c) < 0) {
                digits.append(c);
            }
        }
        boolean isWhole = digits.toString().matches("[0-9]{" + LENGTH + "}");
        if (!isWhole || check(digits.toString()) != 0) {
            throw new IllegalArgumentException("case number: got \"" + Masking.clip(written) + "\" ("
                    + (isWhole ? "a digit of it is wrong" : "not 19 digits")
                    + "), want one as it was given, such as 261129-483729-105538-…");
        }
        return new CaseNumber(digits.toString());
    }

    /** As it is shown to people. */
    @Override
    public String toString() {
        return digits.substring(0, 6) + "-" + digits.substring(6, 12) + "-" + digits.substring(12, 18) + "-"
                + digits.substring(18);
    }

    @Override
    public int compareTo(CaseNumber other) {
        return digits.compareTo(other.digits);
    }

    private static int check(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = DAMM[interim][digits.charAt(i) - '0'];
        }
        return interim;
    }
}

package io.jingling.domain;

/**
 * Turns a written number into its canonical key, without making an object.
 *
 * <p>Works on one {@code long} of digits: what people put between digits is skipped, then the
 * prefixes that are not part of the number (country code 86, IP dialling, a trunk 0 before a mobile)
 * are taken off, then the rest must be a whole number and not only the beginning of one.
 */
final class NumberReader {
    static final long NO_DIGITS = -1;
    static final long NOT_A_DIGIT = -2;
    static final long TOO_LONG = -3;
    static final long ONLY_A_PREFIX = -4;

    private static final int RAW_DIGITS_MAX = 27;

    private static final char CHINESE_MIN = '\u3007';
    private static final String CHINESE = "〇一二三四五六七八九零幺两";
    private static final String SEPARATORS =
            " -.()/\t\u00a0\u3000\uff0d\uff08\uff09\u00b7\u2212\u30fb\uff0e\ufeff_~[]【】";

    /** Dialled before a number to go over IP; a number by itself is none of them. */
    private static final String[] IP_PREFIXES = {
        "17951", "17950", "12593", "17911", "17910", "17909", "17908", "17901", "17900", "17931", "17930", "17969",
        "17968", "11808", "10193"
    };

    private NumberReader() {}

    static String problem(long code) {
        if (code == NO_DIGITS) {
            return "no digits";
        }
        if (code == NOT_A_DIGIT) {
            return "letters or signs in it";
        }
        return code == TOO_LONG ? "too many digits" : "only the beginning of a number";
    }

    static long read(String text) {
        byte[] digits = new byte[RAW_DIGITS_MAX];
        int count = 0;
        boolean plus = false;
        for (int i = 0; i < text.length(); i++) {
            char c = digit(text.charAt(i));
            if (c >= '0' && c <= '9') {
                if (count == RAW_DIGITS_MAX) {
                    return TOO_LONG;
                }
                digits[count++] = (byte) c;
            } else if ((c == '+' || c == '＋') && count == 0 && !plus) {
                plus = true;
            } else if (!isSeparator(c)) {
                return NOT_A_DIGIT;
            }
        }
        return canonical(digits, 0, count, plus);
    }

    /** The same for ASCII bytes; separators of RFC 3966 ({@code -.()}) are skipped. */
    static long read(byte[] ascii, int from, int to) {
        boolean plus = from < to && ascii[from] == '+';
        int start = plus ? from + 1 : from;
        if (to - start > RAW_DIGITS_MAX) {
            return TOO_LONG;
        }
        for (int i = start; i < to; i++) {
            if (ascii[i] < '0' || ascii[i] > '9') {
                return read(new String(ascii, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return canonical(ascii, start, to - start, plus);
    }

    /** What stands for a digit: full width, and Chinese, with 幺 for 1 as it is said and 两 for 2. */
    private static char digit(char c) {
        if (c >= '０' && c <= '９') {
            return (char) (c - '０' + '0');
        }
        int chinese = c < CHINESE_MIN ? -1 : CHINESE.indexOf(c);
        return chinese < 0 ? c : (char) ('0' + chinese % 10);
    }

    /** Blanks, hyphens, dots and brackets of all kinds; and the marks for direction that address books put around numbers. */
    private static boolean isSeparator(char c) {
        return SEPARATORS.indexOf(c) >= 0 || c >= '\u2010' && c <= '\u2015' || isInvisible(c);
    }

    private static boolean isInvisible(char c) {
        return c >= '\u2000' && c <= '\u200f' || c >= '\u202a' && c <= '\u202f' || c >= '\u2060' && c <= '\u2069';
    }

    private static long canonical(byte[] d, int from, int count, boolean plus) {
        if (count == 0) {
            return NO_DIGITS;
        }
        if (plus) {
            return international(d, from, count);
        }
        if (starts(d, from, count, "0086")) {
            return international(d, from + 2, count - 2);
        }
        if (starts(d, from, count, "00")) {
            return overseas(d, from + 2, count - 2);
        }
        // An IP prefix or a bare 86 is taken off only where a whole number follows.
        if (count > 12 && isBehindIpPrefix(d, from, count)) {
            return canonical(d, from + 5, count - 5, false);
        }
        // No national number has 12 digits and begins with 86: it is the country code without its +.
        if (count >= 12 && starts(d, from, count, "86")) {
            return international(d, from, count);
        }
        return national(d, from, count);
    }

    private static boolean isBehindIpPrefix(byte[] d, int from, int count) {
        for (String prefix : IP_PREFIXES) {
            if (starts(d, from, count, prefix)) {
                return true;
            }
        }
        return false;
    }

    /** After a +: 86 is ours and may lack the trunk 0 of an area code; all else is overseas. */
    private static long international(byte[] d, int from, int count) {
        if (!starts(d, from, count, "86")) {
            return overseas(d, from, count);
        }
        int start = from + 2;
        int rest = count - 2;
        if (rest == 0) {
            return ONLY_A_PREFIX;
        }
        boolean area = isShortCodeBehindArea(d, start, rest) || isLineBehindArea(d, start, rest);
        if (!area) {
            return national(d, start, rest);
        }
        return rest + 1 > PhoneNumber.DIGITS_MAX ? TOO_LONG : fixedLine(d, start, rest, true);
    }

    /** An area code without its 0 and a number of 7 or 8 digits; 400, 95 and 1010 numbers look alike. */
    private static boolean isLineBehindArea(byte[] d, int from, int count) {
        boolean service = starts(d, from, count, "400")
                || starts(d, from, count, "800")
                || starts(d, from, count, "1010")
                || starts(d, from, count, "95") && !isLocalBehind95(d, from);
        boolean areaCode = starts(d, from, count, "10") || d[from] >= '2';
        return count >= 10 && count <= 11 && areaCode && !service && !isMobile(d, from, count);
    }

    /** 951 to 955 are also area codes; what is behind one begins with 2 to 8, what is behind a 95 code need not. */
    private static boolean isLocalBehind95(byte[] d, int from) {
        return d[from + 2] >= '1' && d[from + 2] <= '5' && d[from + 3] >= '2';
    }

    /** 110, 12345, 10086 or 95588 of a city, as E.164 trunks write them: +8621110. */
    private static boolean isShortCodeBehindArea(byte[] d, int from, int count) {
        if (count < 5 || d[from] == '0') {
            return false;
        }
        int area = NumberingPlan.areaCodeLength(value(d, from, 2)) - 1;
        int rest = count - area;
        boolean known = starts(d, from, count, "10") || d[from] >= '2' && d[from] <= '9';
        if (!known || rest != 3 && rest != 5) {
            return false;
        }
        long code = value(d, from + area, rest);
        return NumberingPlan.isEmergency(code, rest)
                || rest == 5 && (code == 12345 || code / 100 == 100 || code / 1000 == 95);
    }

    private static long overseas(byte[] d, int from, int count) {
        if (count < 5) {
            return ONLY_A_PREFIX;
        }
        return count + 2 > PhoneNumber.DIGITS_MAX ? TOO_LONG : PhoneNumber.pack(count + 2, value(d, from, count));
    }

    private static long national(byte[] d, int from, int count) {
        if (count > PhoneNumber.DIGITS_MAX) {
            return TOO_LONG;
        }
        if (count == 12 && d[from] == '0' && isMobile(d, from + 1, 11)) {
            return PhoneNumber.pack(11, value(d, from + 1, 11));
        }
        if (d[from] == '0') {
            return fixedLine(d, from, count, false);
        }
        return isOnlyAPrefix(d, from, count) ? ONLY_A_PREFIX : PhoneNumber.pack(count, value(d, from, count));
    }

    /** Area code and number; the number behind it has 7 or 8 digits, or is a short code. */
    private static long fixedLine(byte[] d, int from, int count, boolean trunkZeroMissing) {
        long value = value(d, from, count);
        int length = trunkZeroMissing ? count + 1 : count;
        if (length < 6) {
            return ONLY_A_PREFIX;
        }
        int digitsOfThree = trunkZeroMissing ? 2 : 3;
        int rest = length - NumberingPlan.areaCodeLength(value(d, from, digitsOfThree));
        boolean six = rest == 6 && d[from + count - 6] == '9';
        boolean whole = rest == 7 || rest == 8 || six || rest == 5 || rest == 3 || rest > 8 && length <= 14;
        if (length > 14) {
            return TOO_LONG;
        }
        return whole ? PhoneNumber.pack(length, value) : ONLY_A_PREFIX;
    }

    private static boolean isOnlyAPrefix(byte[] d, int from, int count) {
        if (count < PhoneNumber.DIGITS_MIN || count == 5 && isBehindIpPrefix(d, from, count)) {
            return true;
        }
        boolean mobileBlock = d[from] == '1' && d[from + 1] >= '3';
        if (mobileBlock) {
            return count < 13 && count != 11;
        }
        if (starts(d, from, count, "1010")) {
            return count < 8;
        }
        if (starts(d, from, count, "400") || starts(d, from, count, "800")) {
            return count < 10 && count != 7 && count != 8;
        }
        if (starts(d, from, count, "700")) {
            return count < 7;
        }
        // Three digits are whole only as 1xx service codes (110, 114, …); four only as extensions.
        return count == 3 && d[from] != '1' && !starts(d, from, count, "999")
                || d[from] == '9' && count < 5 && (d[from + 1] == '5' || d[from + 1] == '6');
    }

    private static boolean isMobile(byte[] d, int from, int count) {
        return count == 11 && d[from] == '1' && d[from + 1] >= '3';
    }

    private static boolean starts(byte[] d, int from, int count, String prefix) {
        if (count < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (d[from + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static long value(byte[] d, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = value * 10 + (d[i] - '0');
        }
        return value;
    }
}

package io.jingling.complaints;

import io.jingling.domain.Masking;
import io.jingling.domain.NumberKind;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that somebody reports, read as people write it, and as it was written.
 *
 * @param number the number, hidden where the display showed none
 * @param extension digits behind it (转 801); may be empty
 * @param raw what was written; it may name somebody, so it is kept sealed and printed never
 */
public record ReportedNumber(PhoneNumber number, String extension, String raw) {
    private static final int RAW_MAX = 60;
    private static final int DIGITS_MAX = 20;
    private static final String WANT = "the whole number as it was shown, such as 138… (11 digits), 010-…, 95…, 400…,"
            + " +1…; or 未显示 where it showed none";
    /** In small letters, without blanks. */
    private static final Set<String> SHOWN_WHERE_NONE = Set.of(
            "未显示",
            "未显示号码",
            "不显示",
            "无显示",
            "未知",
            "未知号码",
            "未知来电",
            "未知主叫",
            "私人号码",
            "私密号码",
            "私人",
            "隐藏",
            "隐藏号码",
            "匿名",
            "匿名号码",
            "匿名来电",
            "无号码",
            "没有号码",
            "无主叫号码",
            "无法显示",
            "保密号码",
            "unknown",
            "private",
            "anonymous",
            "withheld",
            "restricted",
            "unavailable",
            "nocallerid",
            "unknowncaller",
            "privatenumber",
            "hidden");

    private static final Pattern LABEL = Pattern.compile(
            "^(?:tel|phone|电话号码|电话|手机号码|手机号|手机|座机|固话|来电号码|来电|号码)\\s*[:：]\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION = Pattern.compile(
            "^(.*\\d\\D*?)\\s*(?:转|分机号?|;?ext[.=]?|#|[xX]|,|，|p|;)\\s*[:：]?\\s*(\\d{1,6})\\s*$",
            Pattern.CASE_INSENSITIVE);
    /** Behind a hyphen only where what stands before is whole by itself. */
    private static final Pattern HYPHENED = Pattern.compile(
            "^((?:\\(?0\\d{2,3}\\)?[- ]?\\d{7,8})|(?:[48]00-?\\d{3}-?\\d{4})|(?:[48]00-?\\d{4}-?\\d{3}))-(\\d{1,6})$");

    /** Without a number. */
    public static final ReportedNumber NOT_SHOWN = new ReportedNumber(PhoneNumber.HIDDEN, "", "");

    public ReportedNumber {
        if (number.equals(PhoneNumber.INVALID)) {
            throw new IllegalArgumentException("number: got an invalid one, want " + WANT);
        }
    }

    /** As it came from a network: there is nothing to be read. */
    public static ReportedNumber of(PhoneNumber number) {
        return new ReportedNumber(number, "", "");
    }

    /**
     * Reads what somebody wrote.
     *
     * @throws IllegalArgumentException {@code number: got …, want …}, digits masked
     */
    public static ReportedNumber read(String raw) {
        if (raw.length() > RAW_MAX) {
            throw refused(raw, "more than " + RAW_MAX + " characters");
        }
        String written = LABEL.matcher(raw.strip()).replaceFirst("");
        if (SHOWN_WHERE_NONE.contains(written.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", ""))) {
            return new ReportedNumber(PhoneNumber.HIDDEN, "", raw);
        }
        Matcher behind = EXTENSION.matcher(written);
        Matcher hyphened = HYPHENED.matcher(written);
        if (behind.matches()) {
            return new ReportedNumber(number(raw, behind.group(1)), behind.group(2), raw);
        }
        return hyphened.matches()
                ? new ReportedNumber(number(raw, hyphened.group(1)), hyphened.group(2), raw)
                : new ReportedNumber(number(raw, written), "", raw);
    }

    private static PhoneNumber number(String raw, String written) {
        if (written.chars().filter(Character::isDigit).count() > DIGITS_MAX) {
            throw refused(raw, "more than " + DIGITS_MAX + " digits");
        }
        PhoneNumber number = parsed(raw, written);
        if (isOneDigitOverAndOver(number)) {
            throw refused(raw, "one digit over and over");
        }
        return mayLackItsZero(number) ? withAreaCode(number) : number;
    }

    private static PhoneNumber parsed(String raw, String written) {
        try {
            return PhoneNumber.parse(written);
        } catch (IllegalArgumentException none) {
            String why = String.valueOf(none.getMessage()).replaceFirst("(?s)^.*?\" \\(", "");
            throw refused(raw, why.replaceFirst("(?s)\\), want .*$", ""));
        }
    }

    /** What follows +86 is read with an area code that lacks its 0; people leave it out without the +86 too. */
    private static PhoneNumber withAreaCode(PhoneNumber number) {
        PhoneNumber read = PhoneNumber.parse("+86" + number.revealTo(Purpose.NUMBERING));
        return read.kind() == NumberKind.FIXED_LINE ? read : number;
    }

    private static boolean mayLackItsZero(PhoneNumber number) {
        return number.kind() == NumberKind.OTHER && number.length() >= 10 && number.length() <= 11;
    }

    private static boolean isOneDigitOverAndOver(PhoneNumber number) {
        return number.length() >= 7
                && number.revealTo(Purpose.NUMBERING).chars().distinct().count() == 1;
    }

    private static IllegalArgumentException refused(String raw, String why) {
        return new IllegalArgumentException("number: got \"" + Masking.clip(raw) + "\" (" + why + "), want " + WANT);
    }

    /** Neither digits nor what was written. */
    @Override
    public String toString() {
        return number + (extension.isEmpty() ? "" : " (extension)");
    }
}

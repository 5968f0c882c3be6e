package io.jingling.statistics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A month or a quarter of days in China.
 *
 * @param first its first month
 * @param months 1 or 3
 */
public record Period(YearMonth first, int months) {
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?[Qq]([1-4])");
    private static final int QUARTER_MONTHS = 3;
    private static final int YEAR_MONTHS = 12;
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2100;
    private static final List<String> NAMES = List.of("一", "二", "三", "四");

    public Period {
        if (months != 1 && months != QUARTER_MONTHS) {
            throw new IllegalArgumentException("period: got " + months + " months, want 1 or 3");
        }
        if (months == QUARTER_MONTHS && first.getMonthValue() % QUARTER_MONTHS != 1) {
            throw new IllegalArgumentException(
                    "period: got a quarter from " + first + ", want one from its first month");
        }
        if (first.getYear() < YEAR_MIN || first.getYear() > YEAR_MAX) {
            throw new IllegalArgumentException(
                    "period: got year " + first.getYear() + ", want " + YEAR_MIN + " to " + YEAR_MAX);
        }
    }

    /** Reads {@code 2026Q3} or {@code 2026-09}. */
    public static Period parse(String text) {
        Matcher quarter = QUARTER.matcher(text.strip());
        if (quarter.matches()) {
            int month = (Integer.parseInt(quarter.group(2)) - 1) * QUARTER_MONTHS + 1;
            return new Period(YearMonth.of(Integer.parseInt(quarter.group(1)), month), QUARTER_MONTHS);
        }
        try {
            return new Period(YearMonth.parse(text.strip()), 1);
        } catch (DateTimeException neither) {
            throw new IllegalArgumentException(
                    "period: got " + text.length() + " characters that are none, want 2026Q3 or 2026-09");
        }
    }

    public static Period quarterOf(LocalDate day) {
        int month = (day.getMonthValue() - 1) / QUARTER_MONTHS * QUARTER_MONTHS + 1;
        return new Period(YearMonth.of(day.getYear(), month), QUARTER_MONTHS);
    }

    public static Period monthOf(LocalDate day) {
        return new Period(YearMonth.from(day), 1);
    }

    public boolean isQuarter() {
        return months == QUARTER_MONTHS;
    }

    public LocalDate from() {
        return first.atDay(1);
    }

    /** The first day after it. */
    public LocalDate to() {
        return first.plusMonths(months).atDay(1);
    }

    public Instant start() {
        return from().atStartOfDay(CHINA).toInstant();
    }

    public Instant end() {
        return to().atStartOfDay(CHINA).toInstant();
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(end());
    }

    /** The one as long before it; 0 is itself. */
    public Period back(int count) {
        return new Period(first.minusMonths((long) months * count), months);
    }

    public Period yearBefore() {
        return new Period(first.minusMonths(YEAR_MONTHS), months);
    }

    public List<YearMonth> all() {
        return IntStream.range(0, months).mapToObj(first::plusMonths).toList();
    }

    /** {@code 2026Q3} or {@code 2026-09}, as {@link #parse} reads it. */
    public String word() {
        return isQuarter() ? first.getYear() + "Q" + quarter() : first.toString();
    }

    public String chinese() {
        return isQuarter()
                ? first.getYear() + "年第" + NAMES.get(quarter() - 1) + "季度"
                : String.format(Locale.ROOT, "%d年%d月", first.getYear(), first.getMonthValue());
    }

    private int quarter() {
        return (first.getMonthValue() - 1) / QUARTER_MONTHS + 1;
    }
}

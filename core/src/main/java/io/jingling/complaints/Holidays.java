package io.jingling.complaints;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which days are worked on in China: not weekends and public holidays, and the weekends that are worked for them.
 *
 * <p>The State Council's office says so late each autumn for the year to come (国务院办公厅关于部分节假日安排的通知).
 * {@link #KNOWN} has 2025 and 2026; a year that is not known has weekends, New Year, 1 and 2 May, and 1 to 3 October.
 *
 * @param free days off that are no weekend
 * @param worked weekend days that are worked
 * @param years that are known
 */
public record Holidays(Set<LocalDate> free, Set<LocalDate> worked, Set<Integer> years) {
    /** Lines as {@link #read} takes them. */
    public static final List<String> KNOWN = List.of(
            "2025-01-01 off",
            "2025-01-28..2025-02-04 off",
            "2025-01-26 work",
            "2025-02-08 work",
            "2025-04-04..2025-04-06 off",
            "2025-05-01..2025-05-05 off",
            "2025-04-27 work",
            "2025-05-31..2025-06-02 off",
            "2025-10-01..2025-10-08 off",
            "2025-09-28 work",
            "2025-10-11 work",
            "2026-01-01..2026-01-03 off",
            "2026-01-04 work",
            "2026-02-15..2026-02-23 off",
            "2026-02-14 work",
            "2026-02-28 work",
            "2026-04-04..2026-04-06 off",
            "2026-05-01..2026-05-05 off",
            "2026-05-09 work",
            "2026-06-19..2026-06-21 off",
            "2026-09-25..2026-09-27 off",
            "2026-10-01..2026-10-07 off",
            "2026-09-20 work",
            "2026-10-10 work");

    private static final String WANT = "a line such as 2026-10-01..2026-10-07 off or 2026-10-10 work";
    private static final Map<Integer, Set<Integer>> ALWAYS_FREE =
            Map.of(1, Set.of(1), 5, Set.of(1, 2), 10, Set.of(1, 2, 3));
    private static final int SPAN_DAYS_MAX = 31;

    public Holidays {
        free = Set.copyOf(free);
        worked = Set.copyOf(worked);
        years = Set.copyOf(years);
    }

    /** Those of {@link #KNOWN}, and more. */
    public static Holidays withMore(List<String> lines) {
        return read(Stream.concat(KNOWN.stream(), lines.stream()).toList());
    }

    /** Reads a day or a span of days a line, with {@code off} or {@code work}; empty lines and those with # are left out. */
    public static Holidays read(List<String> lines) {
        Map<String, Set<LocalDate>> days = new HashMap<>(Map.of("off", new HashSet<>(), "work", new HashSet<>()));
        Set<Integer> years = new HashSet<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.strip().split("\\s+");
                if (parts.length != 2 || !days.containsKey(parts[1])) {
                    throw new IllegalArgumentException("holiday: got a line that is none, want " + WANT);
                }
                List<LocalDate> span = span(parts[0]);
                days.get(parts[1]).addAll(span);
                years.add(span.getFirst().getYear());
            }
        }
        return new Holidays(days.get("off"), days.get("work"), years);
    }

    private static List<LocalDate> span(String written) {
        try {
            String[] ends = written.split("\\.\\.");
            LocalDate first = LocalDate.parse(ends[0]);
            LocalDate last = LocalDate.parse(ends[ends.length - 1]);
            if (ends.length > 2
                    || last.isBefore(first)
                    || first.plusDays(SPAN_DAYS_MAX).isBefore(last)) {
                throw new IllegalArgumentException("holiday: got a span that is none, want " + WANT);
            }
            return first.datesUntil(last.plusDays(1)).toList();
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException wrong) {
            throw new IllegalArgumentException("holiday: got a day that is none, want " + WANT, wrong);
        }
    }

    public boolean isWorked(LocalDate day) {
        if (worked.contains(day)) {
            return true;
        }
        boolean isWeekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean isFree = years.contains(day.getYear())
                ? free.contains(day)
                : ALWAYS_FREE.getOrDefault(day.getMonthValue(), Set.of()).contains(day.getDayOfMonth());
        return !isWeekend && !isFree;
    }
}

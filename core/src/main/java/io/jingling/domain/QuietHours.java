package io.jingling.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * A time window in which calls that would ring get another action; white list and protected use ring on.
 *
 * @param days the days on which it begins
 * @param from when it begins, to the minute, Chinese standard time
 * @param to when it ends; at or before {@code from} it ends on the next day
 * @param action what happens to calls that would otherwise ring; a stricter rule stays
 */
public record QuietHours(Set<DayOfWeek> days, LocalTime from, LocalTime to, Action action) {
    public QuietHours {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("quiet hours: got no days, want at least one of MONDAY to SUNDAY");
        }
        days = Set.copyOf(days);
    }

    /** Every night from ten to seven, without a sound. */
    public static QuietHours nightly() {
        return new QuietHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 0), LocalTime.of(7, 0), Action.SILENT);
    }

    /**
     * Whether it is in force.
     *
     * @param minuteOfWeek 0 is Monday 00:00, up to 10,079
     */
    public boolean covers(int minuteOfWeek) {
        int day = minuteOfWeek / 1440;
        int minute = minuteOfWeek % 1440;
        int start = from.toSecondOfDay() / 60;
        int end = to.toSecondOfDay() / 60;
        boolean overnight = end <= start;
        boolean today = days.contains(DayOfWeek.of(day + 1)) && minute >= start && (overnight || minute < end);
        boolean sinceYesterday = overnight && days.contains(DayOfWeek.of((day + 6) % 7 + 1)) && minute < end;
        return today || sinceYesterday;
    }
}

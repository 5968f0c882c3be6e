package io.jingling.complaints;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Counts working days and working hours, in China.
 *
 * @param holidays which days are worked
 * @param from when a working day begins
 * @param to when it ends
 */
public record WorkingTime(Holidays holidays, LocalTime from, LocalTime to) {
    public static final WorkingTime USUAL =
            new WorkingTime(Holidays.read(Holidays.KNOWN), LocalTime.of(9, 0), LocalTime.of(18, 0));

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    public WorkingTime {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("working time: got " + from + " to " + to + ", want from before to");
        }
    }

    /** The end (24:00) of the so manieth working day after the one of {@code start}, which does not count. */
    public Instant plusDays(Instant start, int days) {
        LocalDate day = start.atOffset(CHINA).toLocalDate();
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            counted += holidays.isWorked(day) ? 1 : 0;
        }
        return day.plusDays(1).atStartOfDay().toInstant(CHINA);
    }

    /** So much working time later. */
    public Instant plus(Instant start, Duration length) {
        OffsetDateTime at = start.atOffset(CHINA);
        Duration left = length;
        LocalDate day = at.toLocalDate();
        LocalTime time = at.toLocalTime();
        // Bounded: some working day comes within weeks.
        while (true) {
            LocalTime begin = time.isBefore(from) ? from : time;
            if (holidays.isWorked(day) && begin.isBefore(to)) {
                Duration today = Duration.between(begin, to);
                if (left.compareTo(today) <= 0) {
                    return day.atTime(begin).plus(left).toInstant(CHINA);
                }
                left = left.minus(today);
            }
            day = day.plusDays(1);
            time = LocalTime.MIN;
        }
    }
}

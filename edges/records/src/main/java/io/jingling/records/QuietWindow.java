package io.jingling.records;

import io.jingling.domain.Action;
import io.jingling.domain.QuietHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quiet hours in one word: {@code 22:00-07:00}, {@code mon-fri:12:00-14:00}, {@code sat+sun:00:00-09:30}. */
final class QuietWindow {
    private static final Pattern FORM =
            Pattern.compile("(?:([a-z]{3}(?:[-+][a-z]{3}){0,6}):)?(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final String WANT = "quiet:22:00-07:00, quiet:mon-fri:12:00-14:00 or quiet:sat+sun:00:00-09:30";

    private QuietWindow() {}

    static QuietHours parse(String window, Action action) {
        Matcher form = FORM.matcher(window.toLowerCase(Locale.ROOT));
        try {
            if (form.matches()) {
                Set<DayOfWeek> days = form.group(1) == null ? EnumSet.allOf(DayOfWeek.class) : days(form.group(1));
                return new QuietHours(days, LocalTime.parse(form.group(2)), LocalTime.parse(form.group(3)), action);
            }
        } catch (java.time.DateTimeException | IllegalArgumentException e) {
            // Said below, as for any other form.
        }
        throw new BadField("category", Rejected.quote("quiet:" + window), WANT);
    }

    static String format(QuietHours hours) {
        String days = hours.days().size() == 7
                ? ""
                : hours.days().stream().sorted().map(QuietWindow::shortName).collect(Collectors.joining("+")) + ":";
        return days + hours.from() + "-" + hours.to();
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split("\\+")) {
            String[] ends = part.split("-");
            DayOfWeek last = day(ends[ends.length - 1]);
            DayOfWeek day = day(ends[0]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String shortName) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (shortName(day).equals(shortName)) {
                return day;
            }
        }
        throw new IllegalArgumentException("day: got \"" + shortName + "\", want mon to sun");
    }

    private static String shortName(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}

package io.jingling.http;

import io.jingling.domain.Masking;
import io.jingling.domain.QuietHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time window of a wishes document. */
@Schema(description = "A time window in which callers who are on no list get another action.")
record QuietTime(
        @Schema(description = "The days on which it begins: MON to SUN; every day where absent.")
        List<String> days,

        @Schema(required = true, description = "Chinese standard time, to the minute.", examples = "22:00")
        String from,

        @Schema(required = true, description = "At or before from it ends on the next day.", examples = "07:00")
        String to,

        @Schema(required = true, examples = "silent") String action) {

    static QuietTime of(QuietHours hours) {
        List<String> days = hours.days().stream().sorted().map(QuietTime::word).toList();
        return new QuietTime(
                days,
                hours.from().toString(),
                hours.to().toString(),
                hours.action().word());
    }

    QuietHours toQuietHours(String at) {
        Set<DayOfWeek> on = EnumSet.noneOf(DayOfWeek.class);
        List<String> sent = days == null ? allDays() : days;
        for (int i = 0; i < sent.size(); i++) {
            on.add(day(at + ".days[" + i + "]", sent.get(i)));
        }
        LocalTime begin = time(at + ".from", from);
        LocalTime end = time(at + ".to", to);
        return BadInput.in(
                at + ".days", () -> new QuietHours(on, begin, end, WishesDocument.action(at + ".action", action)));
    }

    private static List<String> allDays() {
        List<String> all = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            all.add(word(day));
        }
        return all;
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    private static DayOfWeek day(String field, String sent) {
        String wanted = sent == null ? "" : sent.toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (word(day).equals(wanted) || day.name().equals(wanted)) {
                return day;
            }
        }
        throw new BadInput(field, '"' + Masking.clip(wanted) + '"', "one of " + allDays());
    }

    private static LocalTime time(String field, String sent) {
        String wanted = sent == null ? "" : sent;
        try {
            LocalTime read = LocalTime.parse(wanted);
            if (read.getSecond() != 0 || read.getNano() != 0) {
                throw new BadInput(field, "seconds", "a time to the minute, such as 22:00");
            }
            return read;
        } catch (DateTimeParseException wrong) {
            throw new BadInput(field, '"' + Masking.clip(wanted) + '"', "a time to the minute, such as 22:00");
        }
    }
}

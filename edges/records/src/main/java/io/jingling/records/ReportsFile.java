package io.jingling.records;

import io.jingling.complaints.AskedToStop;
import io.jingling.complaints.CallTime;
import io.jingling.complaints.CallTime.Precision;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.Heard;
import io.jingling.complaints.Mode;
import io.jingling.complaints.PersonalData;
import io.jingling.complaints.ReportedNumber;
import io.jingling.complaints.Said;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.Intake.Sent;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A call centre's reports as CSV. Columns {@code key,reporter,number,at}, and optional {@code precision,category,mode,
 * asked_to_stop,asked_to_stop_on,brand,personal_data,app,description,region,may_be_forwarded}; docs/reference/reports.md
 * says what each holds.
 */
public final class ReportsFile {
    public static final String HEADER =
            "key,reporter,number,at,precision,category,mode,asked_to_stop,asked_to_stop_on,brand,"
                    + "personal_data,app,description,region,may_be_forwarded";

    private static final List<String> REQUIRED = List.of("key", "reporter", "number", "at");
    /** A description may go over several lines. */
    private static final Set<String> ONE_LINE = Set.of(
            "key",
            "reporter",
            "number",
            "at",
            "precision",
            "category",
            "mode",
            "asked_to_stop",
            "asked_to_stop_on",
            "personal_data",
            "region",
            "may_be_forwarded");

    private static final int KEY_MAX = 100;

    private ReportsFile() {}

    /**
     * @param in is closed by the rows
     * @param now when they come in
     * @throws UnreadableFile where the header is another
     */
    public static Rows<Sent> csv(InputStream in, Instant now) {
        return CsvRows.withHeader(in, REQUIRED, ONE_LINE, HEADER, cells -> sent(cells, now));
    }

    private static Sent sent(Cells cells, Instant now) {
        String key = cells.word("key");
        if (key.isEmpty() || key.length() > KEY_MAX) {
            throw new BadField("key", key.length() + " characters", "1 to " + KEY_MAX);
        }
        PhoneNumber reporter = cells.number("reporter");
        ReportedNumber about = in("number", () -> ReportedNumber.read(cells.cell("number")));
        Instant at = Cells.plausible("at", cells.time("at"), now);
        String precision = cells.word("precision");
        CallTime when = new CallTime(
                at, precision.isEmpty() ? Precision.MINUTE : in("precision", () -> Precision.of(precision)));
        return new Sent(
                reporter,
                about,
                when,
                said(cells),
                Entrance.BATCH,
                Optional.of(key),
                flag(cells, "may_be_forwarded"),
                now);
    }

    private static Said said(Cells cells) {
        String category = cells.word("category");
        Optional<Category> about =
                category.isEmpty() ? Optional.empty() : Optional.of(in("category", () -> Category.of(category)));
        String mode = cells.word("mode");
        Mode how = mode.isEmpty() ? Mode.UNKNOWN : in("mode", () -> Mode.of(mode));
        AskedToStop asked = asked(cells);
        Heard heard = in("brand", () -> new Heard(cells.word("brand"), personalData(cells), cells.word("app")));
        return in(
                "description",
                () -> new Said(about, how, asked, heard, cells.cell("description"), cells.word("region")));
    }

    private static AskedToStop asked(Cells cells) {
        String on = cells.word("asked_to_stop_on");
        if (on.isEmpty()) {
            return flag(cells, "asked_to_stop") ? new AskedToStop(true, Optional.empty()) : AskedToStop.NO;
        }
        try {
            return new AskedToStop(true, Optional.of(LocalDate.parse(on)));
        } catch (DateTimeParseException wrong) {
            throw new BadField("asked_to_stop_on", Rejected.quoteTime(on), "a day such as 2026-11-20");
        }
    }

    private static Set<PersonalData> personalData(Cells cells) {
        Set<PersonalData> known = EnumSet.noneOf(PersonalData.class);
        for (String word : cells.word("personal_data").split("[|;]")) {
            if (!word.isBlank()) {
                known.add(in("personal_data", () -> PersonalData.of(word.strip())));
            }
        }
        return known;
    }

    private static boolean flag(Cells cells, String column) {
        String word = cells.word(column);
        if (!word.isEmpty() && !word.equals("true") && !word.equals("false")) {
            throw new BadField(column, Rejected.quote(word), "true or false, or nothing");
        }
        return word.equals("true");
    }

    private static <T> T in(String column, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException wrong) {
            throw BadField.of(column, wrong);
        }
    }
}

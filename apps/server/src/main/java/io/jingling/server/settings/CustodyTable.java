package io.jingling.server.settings;

import io.jingling.custody.Kept;
import io.jingling.custody.Retention;
import io.jingling.server.settings.Range.Whole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The settings about who may see full numbers, and how long what is kept. */
final class CustodyTable {
    private static final Whole HOURS = new Whole(1, 720);
    private static final Whole DAYS = new Whole(1, 3_650);

    private CustodyTable() {}

    static List<Setting> settings() {
        List<Setting> all = new ArrayList<>(List.of(
                new Setting(
                        "custody.answer-hours",
                        "72",
                        "hours",
                        HOURS,
                        "How long a wish to see full numbers waits for another person's answer."),
                new Setting(
                        "custody.read-hours",
                        "24",
                        "hours",
                        HOURS,
                        "How long the one who asked may read them once they are released.")));
        Arrays.stream(Kept.values()).map(CustodyTable::retention).forEach(all::add);
        return all;
    }

    /** {@code retention.call-records-days}. */
    static String key(Kept kept) {
        return "retention." + kept.word().replace('_', '-') + "-days";
    }

    private static Setting retention(Kept kept) {
        String days = Integer.toString(Retention.STANDARD.days().get(kept));
        return new Setting(key(kept), days, "days", DAYS, sentence(kept));
    }

    private static String sentence(Kept kept) {
        return switch (kept) {
            case DECISIONS -> "How long decisions are kept, with their index and counts.";
            case CALL_RECORDS ->
                "How long call records are kept, by when the calls began; at least detection.replay-days.";
            case LABELS -> "How long what people say of numbers and calls is kept, by when they said it.";
            case OPENINGS -> "How long what opens the evidence log's entries is kept; the log itself stays.";
            case RELEASES -> "How long wishes to see full numbers are kept, with those numbers.";
            case ACCESSES -> "How long the access log is kept.";
            case CASES ->
                "How long closed cases are kept, with their reports and files, by when those who reported were told.";
            case APPEALS -> "How long decided appeals are kept, by when they were decided.";
            case REPORTERS ->
                "How long the number of who reported is kept once all that one's cases are closed; the reports stay.";
        };
    }
}

package io.jingling.http.console;

import io.jingling.complaints.Carrier;
import io.jingling.complaints.Case;
import io.jingling.complaints.Deadline;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.Step;
import io.jingling.domain.Category;
import io.jingling.platform.CaseStore;
import io.jingling.platform.CaseStore.Which;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cases as CSV: numbers are masked, and nothing in it is of who reported. Read a piece at a time. */
final class CasesFile {
    static final int ROWS_MAX = 20_000;
    static final String HEADER =
            "case_number,number,number_kind,carrier,category,mode,reports,stage,desk,opened_at,next,"
                    + "due_at,basis,overdue,outcome,measure,told_at";

    private static final int AT_ONCE = 500;

    private final CaseStore cases;
    private final Deadlines deadlines;
    private final Which which;
    private final Instant now;
    private final List<Case> first;

    private CasesFile(CaseStore cases, Deadlines deadlines, Which which, Instant now, List<Case> first) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.which = which;
        this.now = now;
        this.first = first;
    }

    /** Reads the first piece, so that what fails at once fails here. */
    static CasesFile begin(CaseStore cases, Deadlines deadlines, Which which, Instant now) {
        return new CasesFile(cases, deadlines, which, now, cases.list(which, AT_ONCE));
    }

    void write(OutputStream to) throws IOException {
        // For spreadsheets, which take what has no mark for another writing.
        Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        out.write('\ufeff');
        out.write(HEADER + "\r\n");
        List<Case> piece = first;
        int rows = 0;
        while (!piece.isEmpty() && rows < ROWS_MAX) {
            for (Case one : piece) {
                out.write(row(one));
            }
            rows += piece.size();
            piece = piece.size() < AT_ONCE ? List.of() : behind(piece.getLast());
        }
        out.flush();
    }

    private List<Case> behind(Case last) {
        return which.work()
                .order()
                .place(last, deadlines.next(last).map(Deadline::due))
                .map(place -> cases.list(which.after(place), AT_ONCE))
                .orElse(List.of());
    }

    private String row(Case one) {
        Optional<Deadline> next = deadlines.next(one);
        return Stream.of(
                        one.number().toString(),
                        one.about().isKnown() ? one.about().toString() : "",
                        one.about().kind().chinese(),
                        Carrier.of(one.about()).map(Carrier::chinese).orElse(""),
                        one.topic().category().map(Category::chinese).orElse(""),
                        one.topic().mode().chinese(),
                        Integer.toString(one.reports()),
                        one.stage().chinese(),
                        one.responsible().chinese(),
                        time(Optional.of(one.opened())),
                        next.map(deadline -> deadline.what().chinese()).orElse(""),
                        time(next.map(Deadline::due)),
                        next.map(deadline -> deadline.what().basis().chinese()).orElse(""),
                        next.filter(deadline -> deadline.isMissed(now)).isPresent() ? "逾期" : "",
                        one.outcome().map(Outcome::chinese).orElse(""),
                        one.last(Step.Acted.class)
                                .map(step -> step.measure().chinese())
                                .orElse(""),
                        time(one.toldAt()))
                .map(CasesFile::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String time(Optional<Instant> at) {
        return at.map(one -> one.atOffset(Times.ZONE).toString()).orElse("");
    }

    /** What a spreadsheet would take for a formula is a text there too. */
    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}

package io.jingling.records;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.records.CallFormat.Times;
import io.jingling.records.SwitchCells.Moments;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code Master.csv} of Asterisk's {@code cdr_csv}: 16 columns without a header, and
 * {@code uniqueid}, {@code userfield} where switched on.
 */
final class AsteriskCalls {
    private static final List<String> COLUMNS = List.of(
            "accountcode",
            "src",
            "dst",
            "dcontext",
            "clid",
            "channel",
            "dstchannel",
            "lastapp",
            "lastdata",
            "start",
            "answer",
            "end",
            "duration",
            "billsec",
            "disposition",
            "amaflags",
            "uniqueid",
            "userfield");
    private static final Set<String> ONE_LINE =
            Set.of("src", "dst", "start", "answer", "end", "duration", "billsec", "disposition", "amaflags");
    private static final int LEAST = 16;
    private static final Set<String> NOT_ANSWERED = Set.of("NO ANSWER", "BUSY", "FAILED", "CONGESTION");

    private AsteriskCalls() {}

    static Rows<CallRecord> read(InputStream in, Times times) {
        return CsvRows.ofColumns(in, COLUMNS, LEAST, ONE_LINE, cells -> call(cells, times));
    }

    private static CallRecord call(Cells cells, Times times) {
        return SwitchCells.call(
                callId(cells),
                moments(cells, times),
                cells.callerNumber("src"),
                cells.number("dst"),
                cells.word("disposition"),
                new Origin(
                        SwitchCells.trunk(cells.word("channel")),
                        SwitchCells.withoutNumbers(cells.word("accountcode")),
                        "",
                        "",
                        ""));
    }

    /** Several records of one call share the unique id, one for each telephone that rang. */
    private static String callId(Cells cells) {
        String unique = cells.word("uniqueid");
        String leg = SwitchCells.fingerprint(cells.cell("channel") + "," + cells.cell("dstchannel"));
        return unique.isEmpty() ? leg + "-" + cells.word("start").replaceAll("\\D", "") : unique + "-" + leg;
    }

    /** The answer may be an announcement's: where Asterisk says nobody took the call, it rang to its end. */
    private static Moments moments(Cells cells, Times times) {
        Instant start = Cells.plausible("start", cells.localTime("start", times.zone()), times.now());
        boolean answered = !NOT_ANSWERED.contains(cells.word("disposition"))
                && !cells.word("answer").isEmpty();
        Optional<Instant> answer = answered ? Optional.of(cells.localTime("answer", times.zone())) : Optional.empty();
        Instant end = Cells.over("end", cells.localTime("end", times.zone()), times.now());
        return SwitchCells.inOrder(new Moments(start, answer, end), "answer", "end");
    }
}

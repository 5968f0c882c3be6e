package io.jingling.records;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.PhoneNumber;
import io.jingling.records.CallFormat.Times;
import io.jingling.records.SwitchCells.Moments;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code Master.csv} of FreeSWITCH's {@code mod_cdr_csv}: the template {@code example}, its default,
 * and those that only add columns to it ({@code snom}, {@code linksys}).
 */
final class FreeSwitchCalls {
    private static final List<String> COLUMNS = List.of(
            "caller_id_name",
            "caller_id_number",
            "destination_number",
            "context",
            "start_stamp",
            "answer_stamp",
            "end_stamp",
            "duration",
            "billsec",
            "hangup_cause",
            "uuid",
            "bleg_uuid",
            "accountcode",
            "read_codec",
            "write_codec",
            "sip_user_agent",
            "17",
            "18",
            "19",
            "20");
    private static final Set<String> ONE_LINE = Set.copyOf(COLUMNS.subList(1, 12));
    private static final int LEAST = 13;
    /** What FreeSWITCH puts where a caller gave no number. */
    private static final String NO_NUMBER = "0000000000";

    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private FreeSwitchCalls() {}

    static Rows<CallRecord> read(InputStream in, Times times) {
        return CsvRows.ofColumns(in, COLUMNS, LEAST, ONE_LINE, cells -> call(cells, times));
    }

    private static CallRecord call(Cells cells, Times times) {
        return SwitchCells.call(
                uuid(cells),
                moments(cells, times),
                caller(cells),
                cells.number("destination_number"),
                cells.word("hangup_cause"),
                new Origin("", SwitchCells.withoutNumbers(account(cells)), cells.word("sip_user_agent"), "", ""));
    }

    private static String uuid(Cells cells) {
        String uuid = cells.word("uuid");
        if (!UUID.matcher(uuid).matches()) {
            throw new BadField("uuid", Rejected.quote(uuid), "a UUID in column 11 (template example)");
        }
        return uuid;
    }

    private static PhoneNumber caller(Cells cells) {
        return cells.word("caller_id_number").equals(NO_NUMBER)
                ? PhoneNumber.HIDDEN
                : cells.callerNumber("caller_id_number");
    }

    /** One template writes a blank before the quote, which is then part of the field. */
    private static String account(Cells cells) {
        return cells.word("accountcode").replace("\"", "");
    }

    private static Moments moments(Cells cells, Times times) {
        Instant start = Cells.plausible("start_stamp", cells.localTime("start_stamp", times.zone()), times.now());
        Optional<Instant> answer = cells.word("answer_stamp").isEmpty()
                ? Optional.empty()
                : Optional.of(cells.localTime("answer_stamp", times.zone()));
        return SwitchCells.inOrder(
                new Moments(
                        start,
                        answer,
                        Cells.over("end_stamp", cells.localTime("end_stamp", times.zone()), times.now())),
                "answer_stamp",
                "end_stamp");
    }
}

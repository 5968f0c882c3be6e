package io.jingling.records;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.Purpose;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes call records as Jingling's own CSV, full numbers included. */
public final class GenericCallsWriter implements Closeable, Flushable {
    /** What {@link CallFormat#GENERIC} begins with. */
    public static final String HEADER = GenericCalls.HEADER;

    private final CsvWriter csv;

    /** @param out is closed with the writer */
    public GenericCallsWriter(OutputStream out) {
        csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord(GenericCalls.HEADER.split(","));
    }

    public void write(CallRecord call) {
        Origin origin = call.origin();
        csv.writeRecord(
                call.callId(),
                call.start().toString(),
                call.caller().revealTo(Purpose.EXPORT),
                call.callee().revealTo(Purpose.EXPORT),
                GenericCalls.word(call.direction()),
                String.valueOf(call.answered()),
                String.valueOf(call.ring().toMillis()),
                String.valueOf(call.duration().toMillis()),
                GenericCalls.word(call.releasedBy()),
                call.cause(),
                origin.trunk(),
                origin.tenant(),
                origin.userAgent(),
                origin.mediaHash(),
                origin.transcript());
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

package io.jingling.records;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes rejected lines as CSV: {@code line,field,got,want,raw}, the raw line with its full numbers. */
public final class RejectedWriter implements Closeable {
    /** The first line. */
    public static final String HEADER = "line,field,got,want,raw";

    private final CsvWriter csv;

    /** @param out is closed with the writer */
    public RejectedWriter(OutputStream out) {
        csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord(HEADER.split(","));
    }

    public void write(Rejected rejected) {
        csv.writeRecord(
                String.valueOf(rejected.line()), rejected.field(), rejected.got(), rejected.want(), rejected.raw());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

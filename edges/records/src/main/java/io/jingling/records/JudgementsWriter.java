package io.jingling.records;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.jingling.detection.Ground;
import io.jingling.domain.Action;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what calls were judged to be as CSV: {@code call_id,score,action,campaign,reasons}. */
public final class JudgementsWriter implements Closeable {
    /** The first line. */
    public static final String HEADER = "call_id,score,action,campaign,reasons";

    private static final String LATE = "LATE";

    private final CsvWriter csv;

    /** @param out is closed with the writer */
    public JudgementsWriter(OutputStream out) {
        csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord(HEADER.split(","));
    }

    /**
     * @param probability 0 to 1
     * @param campaign or empty
     * @param grounds the strongest first
     */
    public void write(String callId, double probability, Action action, String campaign, List<Ground> grounds) {
        String reasons = grounds.stream().map(Ground::name).collect(Collectors.joining(" "));
        csv.writeRecord(callId, String.valueOf(probability), action.word(), campaign, reasons);
    }

    /** A call that came too late to be put in order: nothing is said of it, and it passes. */
    public void writeLate(String callId) {
        csv.writeRecord(callId, "", Action.PASS.word(), "", LATE);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

package io.jingling.cli;

import io.jingling.domain.CallRecord;
import io.jingling.records.GenericCallsWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Call records as rows of the generic CSV, one at a time. */
final class CallLines {
    private static final String ENDING = "\r\n";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final GenericCallsWriter writer = new GenericCallsWriter(bytes);

    CallLines() {
        written();
    }

    /** Without its line ending. */
    String line(CallRecord call) {
        writer.write(call);
        String text = written();
        return text.substring(0, text.length() - ENDING.length());
    }

    private String written() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return text;
    }
}

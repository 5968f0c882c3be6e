package io.jingling.http.memory;

import io.jingling.http.BadInput;
import io.jingling.http.RowFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Comma-separated cells without quotes: enough to show what the edge does with rows. */
final class SimpleRows<T> implements RowFile<T> {
    private final String header;
    private final Function<String[], T> reader;

    SimpleRows(String header, Function<String[], T> reader) {
        this.header = header;
        this.reader = reader;
    }

    @Override
    public void read(InputStream file, Rows<T> rows) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        String first = lines.readLine();
        if (!header.equals(first)) {
            throw new BadInput("header", "another", header);
        }
        long number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                rows.good(number, reader.apply(line.split(",", -1)));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException bad) {
                rows.bad(new BadRow(number, "line", "a bad one", header));
            }
        }
    }
}

package io.jingling.http.citizen;

import io.jingling.http.citizen.Views.Advice;
import io.jingling.http.citizen.Views.AdviceOf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where else to turn to: the rows of {@code guidance.tsv}, each with the day on which it was looked up and where. What could
 * not be verified says so; no command is in a page that is not in the table.
 */
final class Guidance {
    /** One row. */
    record Row(String part, String who, Advice advice) {}

    private static final int COLUMNS = 7;

    static final List<Row> ROWS = read();

    private Guidance() {}

    /** All of a part, by whom it is of, in the table's order. */
    static List<AdviceOf> of(String part, String own) {
        Map<String, List<Advice>> byName = new LinkedHashMap<>();
        ROWS.stream().filter(row -> row.part().equals(part)).forEach(row -> byName.computeIfAbsent(
                        row.who(), none -> new ArrayList<>())
                .add(row.advice()));
        return byName.entrySet().stream()
                .map(one -> new AdviceOf(one.getKey(), one.getKey().equals(own), List.copyOf(one.getValue())))
                .toList();
    }

    private static List<Row> read() {
        try (InputStream in = Guidance.class.getResourceAsStream("guidance.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Guidance::row)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("guidance.tsv: got a failure, want the table", broken);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("guidance.tsv: got " + cells.length + " cells, want " + COLUMNS);
        }
        return new Row(cells[0], cells[1], new Advice(cells[2], cells[3], cells[4], cells[5], cells[6]));
    }
}

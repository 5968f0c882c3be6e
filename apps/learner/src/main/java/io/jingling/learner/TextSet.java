package io.jingling.learner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.jingling.learning.LabelledText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The labelled texts of a folder's files: TSV without quotes, CSV, or JSON lines, gzip or not. A column {@code text}, and
 * one or more of {@link #LABELS}; or, of a dialogue, the caller's turns {@code left} and its {@code fraud_type}.
 *
 * @param name of the folder
 * @param byColumn the texts with each column's labels; a cell that is empty says nothing
 */
record TextSet(String name, Map<String, List<LabelledText>> byColumn) {
    static final String LABEL = "label";
    /** Columns that have labels. */
    static final List<String> LABELS = List.of(LABEL, "spam", "category", "fraud", "industry");

    private static final String TEXT = "text";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of the files right in a folder; without columns where none has labelled texts. */
    static TextSet read(Path folder) throws IOException {
        TextSet set =
                new TextSet(String.valueOf(folder.toAbsolutePath().normalize().getFileName()), new LinkedHashMap<>());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                set.add(file);
            }
        }
        return set;
    }

    private void add(Path file) throws IOException {
        String plain = String.valueOf(file.getFileName()).replaceFirst("\\.gz$", "");
        if (plain.endsWith(".tsv")) {
            addLines(file);
        } else if (plain.endsWith(".csv")) {
            addRecords(file);
        } else if (plain.endsWith(".jsonl")) {
            addObjects(file);
        }
    }

    private void addLines(Path file) throws IOException {
        try (BufferedReader in = open(file)) {
            List<String> columns = List.of(String.valueOf(in.readLine()).split("\t"));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Map<String, String> row = new LinkedHashMap<>();
                String[] cells = line.split("\t", columns.size());
                for (int i = 0; i < cells.length; i++) {
                    row.put(columns.get(i), cells[i]);
                }
                add(row);
            }
        }
    }

    private void addRecords(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(open(file))) {
            for (NamedCsvRecord record : records) {
                add(record.getFieldsAsMap());
            }
        }
    }

    private void addObjects(Path file) throws IOException {
        try (BufferedReader in = open(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode object = JSON.readTree(line);
                Map<String, String> row = new LinkedHashMap<>();
                object.properties()
                        .forEach(cell -> row.put(cell.getKey(), cell.getValue().asText()));
                if (object.has("left") && object.has("fraud_type")) {
                    List<String> turns = new ArrayList<>();
                    object.get("left").forEach(turn -> turns.add(turn.asText()));
                    row.put(TEXT, String.join("\n", turns));
                    row.put(LABEL, row.get("fraud_type"));
                }
                add(row);
            }
        }
    }

    private void add(Map<String, String> row) {
        String text = row.getOrDefault(TEXT, "");
        for (String column : LABELS) {
            String label = row.getOrDefault(column, "").strip();
            if (!text.isBlank() && !label.isEmpty()) {
                byColumn.computeIfAbsent(column, one -> new ArrayList<>()).add(new LabelledText(label, text));
            }
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        InputStream unpacked = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        return new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8));
    }

    /** Of one column; none where there is no such. */
    List<LabelledText> of(String column) {
        return byColumn.getOrDefault(column, List.of());
    }
}

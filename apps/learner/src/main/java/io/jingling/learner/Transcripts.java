package io.jingling.learner;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Transcripts of recorded robocalls, from CSV files with a column {@code transcript}, as lists of words. */
final class Transcripts {
    private static final String COLUMN = "transcript";
    /** A Han character, a number, or letters that belong together. */
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|\\d+|[\\p{L}&&[^\\p{IsHan}]]+");

    private Transcripts() {}

    /**
     * All of a file, or of a folder's files in the order of their names.
     *
     * @throws IllegalArgumentException where there is none, or one without the column
     */
    static List<List<String>> read(Path place) throws IOException {
        List<List<String>> all = new ArrayList<>();
        for (Path file : files(place)) {
            try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
                for (NamedCsvRecord record : records) {
                    String text = record.findField(COLUMN)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    file + ": got " + record.getHeader() + ", want a column " + COLUMN));
                    all.add(words(text));
                }
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("--data: got no transcript at " + place + ", want a CSV file with some");
        }
        return all;
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> inside = Files.list(place)) {
            return inside.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return List.copyOf(words);
    }
}

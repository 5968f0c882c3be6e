package io.jingling.statistics;

import io.jingling.statistics.Block.Line;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All figures of a report in one file (CSV, RFC 4180), from which anybody makes the report again: {@link #read} takes the counts
 * alone, never the shares.
 */
public final class FiguresCsv {
    public static final String HEADER =
            "block,code,name,numerator,denominator,percent,per_million,source,as_of,definition,cases";

    private static final Map<String, Dimension> BLOCKS = Map.of(
            "b", Dimension.CARRIER,
            "类别", Dimension.CATEGORY,
            "号段", Dimension.SEGMENT,
            "e", Dimension.MODE,
            "f", Dimension.REGION);
    private static final int LINES_MAX = 100_000;
    private static final int COLUMNS = 11;

    private FiguresCsv() {}

    /** @param by who exports; stands in the first block, as the time does */
    public static String write(Review review, String by, Instant at) {
        StringBuilder text = new StringBuilder(HEADER).append("\r\n");
        row(
                text,
                "meta",
                "period",
                review.period().word(),
                "",
                "",
                "",
                "",
                review.source(),
                review.asOf().toString(),
                "",
                "");
        row(text, "meta", "exported", by, "", "", "", "", "", at.toString(), "", "");
        for (Review.Point point : review.series()) {
            Figure figure = point.figure();
            row(
                    text,
                    "a",
                    point.period().word(),
                    point.period().chinese(),
                    "" + figure.numerator(),
                    "1",
                    "",
                    "",
                    figure.source(),
                    figure.asOf().toString(),
                    figure.definition().id(),
                    "from=" + point.period().from() + "&to=" + point.period().to());
        }
        review.blocks().forEach(block -> block.lines().forEach(line -> line(text, block.letter(), line)));
        review.quality().forEach(line -> line(text, "quality", line));
        for (Review.Median median : review.medians()) {
            row(
                    text,
                    "median",
                    median.name(),
                    median.name(),
                    "" + median.seconds(),
                    "1",
                    "",
                    "",
                    review.source(),
                    review.asOf().toString(),
                    Definition.MEDIAN.id(),
                    "");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String block, Line line) {
        Figure figure = line.figure();
        row(
                text,
                block,
                line.code(),
                line.name(),
                "" + figure.numerator(),
                "" + figure.denominator(),
                line.percent(),
                line.perMillion(),
                figure.source(),
                figure.asOf().toString(),
                figure.definition().id(),
                line.query());
    }

    private static void row(StringBuilder text, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells[i]));
        }
        text.append("\r\n");
    }

    private static String quoted(String cell) {
        // What a spreadsheet would take for a formula is none.
        String safe = cell.matches("(?s)[=+@\\t\\r-].*") && !cell.matches("-?[0-9.]+") ? "'" + cell : cell;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /**
     * Counts out of such a file, or of one with its columns {@code block,code,name,numerator,denominator} alone.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Counts read(String text) {
        Reader reader = new Reader();
        List<List<String>> rows = rows(text);
        if (rows.isEmpty() || !rows.getFirst().getFirst().equals("block")) {
            throw new IllegalArgumentException("figures: got another header, want " + HEADER);
        }
        for (int i = 1; i < rows.size(); i++) {
            try {
                reader.take(rows.get(i));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("line " + (i + 1) + ", " + wrong.getMessage(), wrong);
            }
        }
        return reader.counts();
    }

    /** RFC 4180, small and bounded. */
    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (isQuoted && letter == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (letter == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && letter == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!isQuoted && letter == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(List.copyOf(row));
                row.clear();
            } else if (isQuoted || (letter != '\r' && letter != '\uFEFF')) {
                cell.append(letter);
            }
            if (rows.size() > LINES_MAX || row.size() > COLUMNS) {
                throw new IllegalArgumentException(
                        "figures: got too many lines or columns, want " + LINES_MAX + " and " + COLUMNS);
            }
        }
        if (!row.isEmpty() || !cell.isEmpty()) {
            row.add(cell.toString());
            rows.add(List.copyOf(row));
        }
        return rows;
    }

    private static final class Reader {
        /** Of which the denominator is read too. */
        private static final Set<String> DIVIDED = Set.of("i", "quality");
        /** Sums of others, and names of companies, which are not counted again. */
        private static final Set<String> SUMS = Set.of("性质", "d", "g", "h");

        private static final int SHOWN_MAX = 20;
        private final Map<Dimension, Map<String, Long>> by = new EnumMap<>(Dimension.class);
        private final Map<YearMonth, Long> months = new TreeMap<>();
        private final Map<String, Long> desks = new TreeMap<>();
        private final Map<String, Long> handled = new TreeMap<>();
        private final Map<String, Long> measures = new TreeMap<>();
        private final Map<String, Long> outcomes = new TreeMap<>();
        private final Map<Definition, Counts.Ratio> ratios = new EnumMap<>(Definition.class);
        private final Map<String, Long> medians = new TreeMap<>();
        private Period period;
        private String source = "";
        private Optional<Instant> asOf = Optional.empty();

        void take(List<String> row) {
            String block = row.get(0);
            if (block.isBlank() && row.size() == 1) {
                return;
            }
            if (block.equals("meta") && row.size() >= 3) {
                meta(row);
                return;
            }
            int wanted = DIVIDED.contains(block) ? 5 : 4;
            if (row.size() < wanted) {
                throw new IllegalArgumentException("figures: got " + row.size() + " columns, want " + wanted
                        + " or more in block " + clipped(block));
            }
            String code = row.get(1);
            long count = digits(row.get(3));
            if (BLOCKS.containsKey(block)) {
                by.computeIfAbsent(BLOCKS.get(block), one -> new TreeMap<>()).merge(code, count, Long::sum);
                return;
            }
            switch (block) {
                case "a" -> series(code, count);
                case "i" -> {
                    handled.put(code, count);
                    desks.put(code, digits(row.get(4)));
                }
                case "j" -> measures.put(code, count);
                case "核实" -> outcomes.put(code, count);
                case "quality" -> ratios.put(ratio(code), new Counts.Ratio(count, digits(row.get(4))));
                case "median" -> medians.put(code, count);
                default -> {
                    if (!SUMS.contains(block)) {
                        throw new IllegalArgumentException(
                                "block: got " + clipped(block) + ", want one of those of an exported file");
                    }
                }
            }
        }

        private static Definition ratio(String code) {
            return Stream.of(Definition.TIMELY, Definition.TOLD, Definition.OVERTURNED)
                    .filter(one -> one.name().equalsIgnoreCase(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "code: got " + clipped(code) + ", want timely, told or overturned"));
        }

        private static String clipped(String cell) {
            return '"' + (cell.length() > SHOWN_MAX ? cell.substring(0, SHOWN_MAX) + "…" : cell) + '"';
        }

        private void meta(List<String> row) {
            if (row.get(1).equals("period")) {
                period = Period.parse(row.get(2));
                source = row.size() > 7 ? row.get(7) : "";
                try {
                    asOf = row.size() > 8 && !row.get(8).isEmpty()
                            ? Optional.of(Instant.parse(row.get(8)))
                            : Optional.empty();
                } catch (DateTimeParseException wrong) {
                    throw new IllegalArgumentException(
                            "as_of: got no time, want one such as 2026-10-01T00:00:00Z", wrong);
                }
            }
        }

        /** A quarter's count stands in its last month, its first two are then nothing: sums of whole quarters stay right. */
        private void series(String code, long count) {
            Period at = Period.parse(code);
            at.all().forEach(month -> months.put(month, 0L));
            months.put(at.all().getLast(), count);
        }

        private static long digits(String cell) {
            try {
                long count = Long.parseLong(cell);
                if (count >= 0) {
                    return count;
                }
            } catch (NumberFormatException none) {
                throw new IllegalArgumentException("numerator: got something else, want digits", none);
            }
            throw new IllegalArgumentException("numerator: got less than 0, want digits");
        }

        Counts counts() {
            if (period == null) {
                throw new IllegalArgumentException(
                        "figures: got no line meta,period, want one such as meta,period,2026Q3");
            }
            long total = by.getOrDefault(Dimension.CARRIER, Map.of()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long cases = desks.values().stream().mapToLong(Long::longValue).sum();
            return new Counts(
                    period,
                    source,
                    asOf.orElse(period.end()),
                    total,
                    by,
                    months,
                    new Counts.Handling(cases, desks, handled, measures, outcomes, ratios, medians));
        }
    }
}

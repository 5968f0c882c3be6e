package io.jingling.records;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import io.jingling.records.Lines.Line;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Physical lines into CSV records (RFC 4180).
 *
 * <p>A record goes on over the line's end only while a quote is open and only where the whole then has
 * the right columns, none of them a number or a time of two lines; otherwise its first line stands alone and the lines behind it are read
 * again. So a stray quote costs one line and not the rest of the file.
 */
final class CsvRecords implements Closeable {
    static final int LINES_MAX = 1_000;

    private final CsvReader.CsvReaderBuilder parser = CsvReader.builder();
    private final Lines lines;
    private final Deque<Line> again = new ArrayDeque<>();

    /** A record, or why there is none. */
    sealed interface CsvRecord {
        record Fields(long line, String raw, List<String> fields) implements CsvRecord {}

        record Bad(Rejected why) implements CsvRecord {}
    }

    /**
     * What a record must look like.
     *
     * @param least how many columns at least
     * @param most how many at most
     * @param oneLine places of columns whose cells never hold a line's end
     */
    record Columns(int least, int most, Set<Integer> oneLine) {
        static final Columns ANY = new Columns(1, Integer.MAX_VALUE, Set.of());

        boolean fit(int count) {
            return count >= least && count <= most;
        }

        boolean mayGoOverLines(List<String> fields) {
            return oneLine.stream()
                    .noneMatch(
                            place -> place < fields.size() && fields.get(place).indexOf('\n') >= 0);
        }

        @Override
        public String toString() {
            return least == most ? String.valueOf(least) : least + " to " + most;
        }
    }

    CsvRecords(InputStream in) {
        this.lines = new Lines(in);
    }

    /** The next record that is not blank; empty at the end of the file. */
    Optional<CsvRecord> next(Columns columns) {
        Optional<Line> next = nextLine();
        while (next.isPresent() && next.get() instanceof Line.Text(long n, String text, String e) && text.isBlank()) {
            next = nextLine();
        }
        return next.map(line -> switch (line) {
            case Line.Bad(Rejected why) -> new CsvRecord.Bad(why);
            case Line.Text text -> record(text, columns);
        });
    }

    @Override
    public void close() {
        lines.close();
    }

    private Optional<Line> nextLine() {
        return again.isEmpty() ? lines.next() : Optional.of(again.removeFirst());
    }

    private CsvRecord record(Line.Text first, Columns columns) {
        if (!opensQuote(first.text())) {
            return parsed(first.number(), first.text(), columns);
        }
        return overLines(first, columns).orElseGet(() -> parsed(first.number(), first.text(), columns));
    }

    private Optional<CsvRecord> overLines(Line.Text first, Columns columns) {
        StringBuilder text = new StringBuilder(first.text());
        Deque<Line> taken = new ArrayDeque<>();
        String ending = first.ending();
        boolean open = true;
        while (open && taken.size() < LINES_MAX && text.length() < Lines.BYTES_MAX) {
            Optional<Line> next = nextLine();
            next.ifPresent(taken::addLast);
            if (next.isEmpty() || !(next.get() instanceof Line.Text more)) {
                break;
            }
            text.append(ending).append(more.text());
            ending = more.ending();
            open = !opensQuote(more.text());
        }
        if (!open
                && text.length() <= Lines.BYTES_MAX
                && parsed(first.number(), text.toString(), columns) instanceof CsvRecord.Fields whole
                && columns.mayGoOverLines(whole.fields())) {
            return Optional.of(whole);
        }
        while (!taken.isEmpty()) {
            again.addFirst(taken.removeLast());
        }
        return Optional.empty();
    }

    private static boolean opensQuote(String text) {
        boolean odd = false;
        for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
            odd = !odd;
        }
        return odd;
    }

    private CsvRecord parsed(long number, String text, Columns columns) {
        if (opensQuote(text)) {
            return bad(number, "line", "a quote that is not closed", "a closing quote, or \"\" for one within", text);
        }
        List<String> fields;
        try (CsvReader<String[]> reader = parser.build(StringArrayHandler.of(), text)) {
            Iterator<String[]> records = reader.iterator();
            fields = records.hasNext() ? List.of(records.next()) : List.of();
            if (records.hasNext()) {
                return bad(number, "line", "a carriage return alone", "one record a line, quoted by RFC 4180", text);
            }
        } catch (CsvParseException e) {
            return bad(number, "line", "text behind a closing quote", "fields quoted by RFC 4180", text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return columns.fit(fields.size())
                ? new CsvRecord.Fields(number, text, fields)
                : bad(number, "columns", String.valueOf(fields.size()), columns.toString(), text);
    }

    private static CsvRecord bad(long number, String field, String got, String want, String text) {
        return new CsvRecord.Bad(new Rejected(number, field, got, want, clipped(text)));
    }

    static String clipped(String raw) {
        return raw.length() <= Lines.RAW_MAX ? raw : raw.substring(0, Lines.RAW_MAX);
    }
}

package io.jingling.records;

import io.jingling.domain.Masking;
import io.jingling.records.CsvRecords.Columns;
import io.jingling.records.CsvRecords.CsvRecord;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of a CSV file, each read by a function from its cells. */
final class CsvRows<T> implements Rows<T> {
    private static final int HEADER_SHOWN_MAX = 20;

    private final CsvRecords records;
    private final String header;
    private final Map<String, Integer> places;
    private final Columns columns;
    private final RowReader<T> reader;
    private Optional<CsvRecord> next;

    private CsvRows(
            CsvRecords records,
            String header,
            Map<String, Integer> places,
            Columns columns,
            Function<Cells, T> reader) {
        this.records = records;
        this.header = header;
        this.places = places;
        this.columns = columns;
        this.reader = new RowReader<>(reader);
        this.next = records.next(columns);
    }

    /**
     * A file whose first line names its columns, in any order and case; unknown ones are ignored.
     *
     * @param required must be there
     * @param oneLine columns whose cells never hold a line's end
     * @param shown the header in full, for the message
     * @throws UnreadableFile where the header is another
     */
    static <T> CsvRows<T> withHeader(
            InputStream in, List<String> required, Set<String> oneLine, String shown, Function<Cells, T> reader) {
        CsvRecords records = new CsvRecords(in);
        CsvRecord.Fields header =
                switch (records.next(Columns.ANY).orElseThrow(() -> wrongHeader("an empty file", shown))) {
                    case CsvRecord.Bad(Rejected why) -> throw UnreadableFile.of(why);
                    case CsvRecord.Fields fields -> fields;
                };
        Map<String, Integer> places = places(header.fields(), shown);
        if (!places.keySet().containsAll(required)) {
            throw wrongHeader(shownHeader(places), shown);
        }
        Columns columns = new Columns(places.size(), places.size(), placesOf(oneLine, places));
        return new CsvRows<>(records, header.raw(), places, columns, reader);
    }

    /** A file without a header, whose columns are known by their order. */
    static <T> CsvRows<T> ofColumns(
            InputStream in, List<String> names, int least, Set<String> oneLine, Function<Cells, T> reader) {
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        Columns columns = new Columns(least, names.size(), placesOf(oneLine, places));
        return new CsvRows<>(new CsvRecords(in), "", places, columns, reader);
    }

    @Override
    public String header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Row<T> next() {
        CsvRecord record = next.orElseThrow(NoSuchElementException::new);
        next = records.next(columns);
        return switch (record) {
            case CsvRecord.Bad(Rejected why) -> new Row.Refused<>(why);
            case CsvRecord.Fields fields -> reader.read(fields.line(), fields.raw(), column -> cell(fields, column));
        };
    }

    @Override
    public void close() {
        records.close();
    }

    private String cell(CsvRecord.Fields record, String column) {
        int place = places.getOrDefault(column, Integer.MAX_VALUE);
        return place < record.fields().size() ? record.fields().get(place) : "";
    }

    private static Map<String, Integer> places(List<String> names, String shown) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (String name : names) {
            String column = name.strip().toLowerCase(Locale.ROOT);
            if (places.putIfAbsent(column, places.size()) != null) {
                throw wrongHeader("column " + Rejected.quote(column) + " twice", shown);
            }
        }
        return places;
    }

    private static Set<Integer> placesOf(Set<String> names, Map<String, Integer> places) {
        return names.stream().filter(places::containsKey).map(places::get).collect(Collectors.toUnmodifiableSet());
    }

    private static UnreadableFile wrongHeader(String got, String shown) {
        return new UnreadableFile("header", got, shown);
    }

    /** Each name masked by itself, as a file without a header begins with somebody's number. */
    private static String shownHeader(Map<String, Integer> places) {
        String names = places.keySet().stream()
                .limit(HEADER_SHOWN_MAX)
                .map(Masking::clip)
                .collect(Collectors.joining(","));
        return "\"" + names + (places.size() > HEADER_SHOWN_MAX ? ",…\"" : "\"");
    }
}

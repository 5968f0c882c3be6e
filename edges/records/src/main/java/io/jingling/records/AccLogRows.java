package io.jingling.records;

import io.jingling.records.Lines.Line;
import java.io.InputStream;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The accounting lines of Kamailio's log; lines of other programs are passed over. */
final class AccLogRows implements Rows<AccEntry> {
    private final Lines lines;
    private final RowReader<AccEntry> reader = new RowReader<>(AccEntry::ofLog);
    private Optional<Row<AccEntry>> next;

    AccLogRows(InputStream in) {
        lines = new Lines(in);
        next = advance();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Row<AccEntry> next() {
        Row<AccEntry> row = next.orElseThrow(NoSuchElementException::new);
        next = advance();
        return row;
    }

    @Override
    public void close() {
        lines.close();
    }

    private Optional<Row<AccEntry>> advance() {
        Optional<Line> line = lines.next();
        while (line.isPresent()) {
            switch (line.get()) {
                case Line.Bad(Rejected why) -> {
                    return Optional.of(new Row.Refused<>(why));
                }
                case Line.Text(long number, String text, String ending) -> {
                    Map<String, String> attributes = AccEntry.attributes(text);
                    if (!attributes.isEmpty()) {
                        return Optional.of(reader.read(number, text, name -> attributes.getOrDefault(name, "")));
                    }
                }
            }
            line = lines.next();
        }
        return Optional.empty();
    }
}

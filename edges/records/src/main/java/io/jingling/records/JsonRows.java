package io.jingling.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.jingling.records.Lines.Line;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Flat JSON objects: one a line (NDJSON), where a bad line costs only itself; or an array, where the
 * JSON behind a mistake in its syntax cannot be read and is refused as a whole.
 */
final class JsonRows<T> implements Rows<T> {
    // What is beyond these ends the reading of an array, so they are far beyond what a row may hold.
    private static final int DEPTH_MAX = 1_000;
    private static final int LENGTH_MAX = 1 << 24;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxStringLength(LENGTH_MAX)
                    .maxNumberLength(LENGTH_MAX)
                    .maxNameLength(LENGTH_MAX)
                    .build())
            .build();

    private final Source source;
    private final RowReader<T> reader;
    private Optional<Item> next;

    /** An object's members as cells, or why there are none. */
    private sealed interface Item {
        record Members(long line, String raw, Map<String, String> cells) implements Item {}

        record Bad(Rejected why) implements Item {}
    }

    private interface Source {
        Optional<Item> next() throws IOException;

        void close() throws IOException;
    }

    private JsonRows(Source source, Function<Cells, T> reader) {
        this.source = source;
        this.reader = new RowReader<>(reader);
        this.next = advance();
    }

    static <T> JsonRows<T> of(InputStream in, Function<Cells, T> reader) {
        try {
            PushbackInputStream peeked = new PushbackInputStream(in);
            int first = peeked.read();
            if (first >= 0) {
                peeked.unread(first);
            }
            return new JsonRows<>(first == '[' ? new Array(peeked) : new ObjectLines(peeked), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Row<T> next() {
        Item item = next.orElseThrow(NoSuchElementException::new);
        next = advance();
        return switch (item) {
            case Item.Bad(Rejected why) -> new Row.Refused<>(why);
            case Item.Members(long line, String raw, Map<String, String> cells) ->
                reader.read(line, raw, name -> cells.getOrDefault(name, ""));
        };
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Item> advance() {
        try {
            return source.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item item(long line, String raw, Map<String, String> cells) {
        return cells.isEmpty()
                ? new Item.Bad(new Rejected(line, "line", "no flat JSON object", "{\"number\": …, …}", raw))
                : new Item.Members(line, raw, cells);
    }

    /** The members of the object that the parser stands at; no member where it is not flat or one is too long. */
    private static Map<String, String> members(JsonParser parser) throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        boolean flat = parser.currentToken() == JsonToken.START_OBJECT;
        if (!flat) {
            parser.skipChildren();
            return Map.of();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName().toLowerCase(Locale.ROOT);
            JsonToken value = parser.nextToken();
            boolean cell = value.isScalarValue() && parser.getTextLength() <= Lines.BYTES_MAX;
            flat &= cell;
            if (cell) {
                cells.put(name, value == JsonToken.VALUE_NULL ? "" : parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return flat ? cells : Map.of();
    }

    private static Rejected broken(long line, String raw) {
        return new Rejected(line, "line", "broken JSON", "one JSON object", raw);
    }

    /** One object a line. */
    private static final class ObjectLines implements Source {
        private final Lines lines;

        ObjectLines(InputStream in) {
            lines = new Lines(in);
        }

        @Override
        public Optional<Item> next() throws IOException {
            Optional<Line> line = lines.next();
            while (line.isPresent()
                    && line.get() instanceof Line.Text(long n, String text, String e)
                    && text.isBlank()) {
                line = lines.next();
            }
            if (line.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    switch (line.get()) {
                        case Line.Bad(Rejected why) -> new Item.Bad(why);
                        case Line.Text text -> object(text);
                    });
        }

        private static Item object(Line.Text line) throws IOException {
            String raw = CsvRecords.clipped(line.text());
            try (JsonParser parser = JSON.createParser(line.text())) {
                parser.nextToken();
                Map<String, String> cells = members(parser);
                return parser.nextToken() == null
                        ? item(line.number(), raw, cells)
                        : new Item.Bad(broken(line.number(), raw));
            } catch (JsonProcessingException e) {
                return new Item.Bad(broken(line.number(), raw));
            }
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    /** The elements of an array. */
    private static final class Array implements Source {
        private final JsonParser parser;
        private boolean begun;
        private boolean ended;

        Array(InputStream in) throws IOException {
            parser = JSON.createParser(in);
        }

        @Override
        public Optional<Item> next() throws IOException {
            try {
                return ended ? Optional.empty() : element();
            } catch (JsonProcessingException | CharConversionException e) {
                return Optional.of(broken());
            }
        }

        private Optional<Item> element() throws IOException {
            if (!begun) {
                begun = true;
                parser.nextToken();
            }
            JsonToken token = parser.nextToken();
            ended = token == JsonToken.END_ARRAY;
            if (ended) {
                return parser.nextToken() == null ? Optional.empty() : Optional.of(broken());
            }
            return Optional.of(token == null ? broken() : object(line()));
        }

        /** What it holds, written as a line of its own. */
        private Item object(long line) throws IOException {
            Map<String, String> cells = members(parser);
            StringWriter raw = new StringWriter();
            try (JsonGenerator written = JSON.createGenerator(raw)) {
                written.writeStartObject();
                for (Map.Entry<String, String> cell : cells.entrySet()) {
                    written.writeStringField(cell.getKey(), cell.getValue());
                }
                written.writeEndObject();
            }
            return item(line, raw.toString(), cells);
        }

        private Item broken() {
            ended = true;
            return new Item.Bad(
                    new Rejected(line(), "line", "broken JSON; nothing behind it was read", "an array of objects", ""));
        }

        private long line() {
            return parser.currentLocation().getLineNr();
        }

        @Override
        public void close() throws IOException {
            parser.close();
        }
    }
}

package io.jingling.records;

import java.util.function.Function;

/** Reads one row's cells into a value, and what cannot be read into a refusal. */
record RowReader<T>(Function<Cells, T> function) {
    Row<T> read(long line, String raw, Cells cells) {
        try {
            return new Row.Taken<>(line, raw, function.apply(cells));
        } catch (BadField bad) {
            return refused(line, raw, bad);
        } catch (IllegalArgumentException e) {
            return refused(line, raw, BadField.of(e));
        }
    }

    private Row<T> refused(long line, String raw, BadField bad) {
        return new Row.Refused<>(new Rejected(line, bad.field(), bad.got(), bad.want(), CsvRecords.clipped(raw)));
    }
}

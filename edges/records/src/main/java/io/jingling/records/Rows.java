package io.jingling.records;

import java.io.Closeable;
import java.util.Iterator;

/**
 * The lines of a file, one at a time. {@link #next} throws {@link java.io.UncheckedIOException} where
 * the file cannot be read on, and nothing else. For one thread.
 */
public interface Rows<T> extends Iterator<Row<T>>, Closeable {
    /** The header line as it was; empty where the file has none. */
    default String header() {
        return "";
    }

    /** Closes the file; throws {@link java.io.UncheckedIOException} where that fails. */
    @Override
    void close();
}

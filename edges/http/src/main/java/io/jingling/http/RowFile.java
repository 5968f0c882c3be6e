package io.jingling.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a file that somebody sends, row by row and in bounded memory. Good rows are taken whatever
 * the others are.
 *
 * @param <T> what a row says
 */
public interface RowFile<T> {
    /**
     * Hands on every row in the file's order.
     *
     * @throws BadInput where the file as a whole cannot be read, such as another header
     * @throws IOException where the sender breaks off
     */
    void read(InputStream file, Rows<T> rows) throws IOException;

    /** Takes the rows. */
    interface Rows<T> {
        void good(long line, T row);

        void bad(BadRow why);
    }

    /**
     * A row that was not taken.
     *
     * @param line counted from 1, the header included
     * @param field the column, or {@code line}
     * @param got what came, masked and short
     * @param want what is taken there
     */
    record BadRow(long line, String field, String got, String want) {}
}

package io.jingling.records;

import io.jingling.platform.Platform.WishChange;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Subscribers' wishes as CSV, one wish a row: {@code number,category,action} and an optional
 * {@code note}.
 *
 * <p>{@code category} says what the wish is about: a code (01 to 21, F1), {@code preset:400},
 * {@code prefix:0571}, {@code white:NUMBER}, {@code black:NUMBER}, {@code quiet:22:00-07:00},
 * {@code courier:2h} or {@code service}. {@code action} is what to do, or {@code default} to take the
 * wish back. A row changes one wish and leaves all others as they are; where they then exceed a limit,
 * the change throws {@link IllegalArgumentException}. docs/reference/files.md has all.
 */
public final class WishesFile {
    public static final String HEADER = "number,category,action";

    private static final List<String> COLUMNS = List.of(HEADER.split(","));

    private WishesFile() {}

    /**
     * @param in is closed by the rows
     * @param now when a wait for a courier begins
     * @throws UnreadableFile where the header is another
     */
    public static Rows<WishChange> csv(InputStream in, Instant now) {
        return CsvRows.withHeader(
                in,
                COLUMNS,
                Set.copyOf(COLUMNS),
                HEADER + " (and, if wished, note)",
                cells -> new WishChange(cells.number("number"), WishCell.change(cells, now)));
    }
}

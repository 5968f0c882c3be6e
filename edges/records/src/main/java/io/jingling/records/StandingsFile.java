package io.jingling.records;

import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.platform.StandingStore.Listed;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Standings as CSV or JSON: what is thought of callers.
 *
 * <p>Columns (or JSON keys) {@code number,category,score,expires}, and optional
 * {@code evidence,evidence_value}. {@code category} is 01 to 21, F1, or L1 for verified protected use,
 * which needs no score. docs/reference/files.md has examples.
 */
public final class StandingsFile {
    public static final String HEADER = "number,category,score,expires";
    /** How far ahead a standing may end: numbers are issued again. */
    public static final Duration LASTS_MAX = Duration.ofDays(3_653);

    private static final List<String> COLUMNS = List.of(HEADER.split(","));

    private StandingsFile() {}

    /**
     * @param in is closed by the rows
     * @param now what {@code expires} must lie ahead of
     * @throws UnreadableFile where the header is another
     */
    public static Rows<Listed> csv(InputStream in, Instant now) {
        return CsvRows.withHeader(
                in,
                COLUMNS,
                Set.copyOf(COLUMNS),
                HEADER + " (and, if wished, evidence,evidence_value)",
                cells -> listed(cells, now));
    }

    /** An array of objects, or one object a line (NDJSON). */
    public static Rows<Listed> json(InputStream in, Instant now) {
        return JsonRows.of(in, cells -> listed(cells, now));
    }

    /** JSON where the first sign is <code>[</code> or <code>{</code>, otherwise CSV. */
    public static Rows<Listed> read(InputStream in, Instant now) {
        try {
            PushbackInputStream peeked = new PushbackInputStream(in);
            int first = peeked.read();
            if (first >= 0) {
                peeked.unread(first);
            }
            return first == '[' || first == '{' ? json(peeked, now) : csv(peeked, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Listed listed(Cells cells, Instant now) {
        PhoneNumber number = cells.number("number");
        boolean protectedUse = Standing.PROTECTED_CODE.equalsIgnoreCase(cells.word("category"));
        return new Listed(number, protectedUse ? new Standing.Protected(expires(cells, now)) : suspected(cells, now));
    }

    private static Standing suspected(Cells cells, Instant now) {
        Category category = category(cells);
        int score = (int) cells.whole("score", 0, 100);
        return new Standing.Suspected(category, score, evidence(cells), expires(cells, now));
    }

    private static Category category(Cells cells) {
        try {
            return Category.of(cells.word("category"));
        } catch (IllegalArgumentException e) {
            throw new BadField(
                    "category",
                    BadField.of(e).got(),
                    "01 to 21, F1, or " + Standing.PROTECTED_CODE + " for verified protected use");
        }
    }

    private static Evidence evidence(Cells cells) {
        if (cells.word("evidence").isEmpty()) {
            return Evidence.LISTED;
        }
        try {
            Evidence.Kind kind = Evidence.Kind.of(cells.word("evidence"));
            return new Evidence(kind, (int) cells.wholeOrNone("evidence_value", Integer.MAX_VALUE));
        } catch (IllegalArgumentException e) {
            throw BadField.of("evidence", e);
        }
    }

    private static Instant expires(Cells cells, Instant now) {
        Instant expires = cells.time("expires");
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LASTS_MAX))) {
            throw new BadField("expires", expires.toString(), "a time to come, at most ten years ahead");
        }
        return expires;
    }
}

package io.jingling.records;

import io.jingling.domain.Category;
import io.jingling.domain.Label;
import io.jingling.domain.Label.About;
import io.jingling.domain.Label.By;
import io.jingling.domain.Label.Claim;
import io.jingling.domain.Label.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Labels as CSV or JSON: what people say of numbers and calls.
 *
 * <p>Columns (or JSON keys) {@code claim,at}, one of {@code number,call_id}, and optional {@code category,source,who};
 * without a source a label is {@code imported}. docs/reference/files.md has examples.
 */
public final class LabelsFile {
    public static final String HEADER = "number,call_id,claim,category,source,who,at";

    private static final List<String> REQUIRED = List.of("claim", "at");
    private static final Set<String> ONE_LINE = Set.of(HEADER.split(","));

    private LabelsFile() {}

    /**
     * @param in is closed by the rows
     * @param now what {@code at} may not lie more than a day ahead of
     * @throws UnreadableFile where the header is another
     */
    public static Rows<Label> csv(InputStream in, Instant now) {
        return CsvRows.withHeader(in, REQUIRED, ONE_LINE, HEADER, cells -> label(cells, now));
    }

    /** An array of objects, or one object a line (NDJSON). */
    public static Rows<Label> json(InputStream in, Instant now) {
        return JsonRows.of(in, cells -> label(cells, now));
    }

    /** JSON where the first sign is <code>[</code> or <code>{</code>, otherwise CSV. */
    public static Rows<Label> read(InputStream in, Instant now) {
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

    private static Label label(Cells cells, Instant now) {
        About about = about(cells);
        Claim claim = Claim.of(cells.word("claim"));
        String source = cells.word("source");
        By by = new By(source.isEmpty() ? Source.IMPORTED : Source.of(source), cells.word("who"));
        return new Label(about, claim, category(cells), by, Cells.plausible("at", cells.time("at"), now));
    }

    private static About about(Cells cells) {
        boolean hasNumber = !cells.word("number").isEmpty();
        boolean hasCall = !cells.word("call_id").isEmpty();
        if (hasNumber == hasCall) {
            throw new BadField("number", hasNumber ? "a number and a call_id" : "neither number nor call_id", "one");
        }
        return hasNumber ? new About.OfNumber(cells.number("number")) : new About.OfCall(cells.word("call_id"));
    }

    private static Optional<Category> category(Cells cells) {
        String code = cells.word("category");
        return code.isEmpty() ? Optional.empty() : Optional.of(Category.of(code));
    }
}

package io.jingling.records;

import io.jingling.domain.Masking;
import java.util.regex.Pattern;

/**
 * A line that was not taken, and why.
 *
 * @param line the number of its first physical line, from 1
 * @param field the column, or {@code line}, {@code encoding}, {@code columns} where it is about the whole
 * @param got what stood there, masked and at most about 40 characters
 * @param want what may stand there
 * @param raw the line as it was, at most {@link Lines#RAW_MAX} characters. Holds full numbers: for a
 *     side file that its owner asked for, never for a message or a log
 */
public record Rejected(long line, String field, String got, String want, String raw) {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T:.+Z\\d-]{0,30}");

    /** The same complaint about another line, such as the one that a batch began with. */
    public Rejected atLine(long number) {
        return new Rejected(number, field, got, want, raw);
    }

    /** {@code line 3: score: got "200", want 0 to 100}; without the raw line. */
    public String sentence() {
        return "line " + line + ": " + field + ": got " + got + ", want " + want;
    }

    /**
     * From a refusal of the core, whose messages read <i>thing: got …, want …</i>.
     *
     * @param row where it happened
     */
    public static Rejected of(Row<?> row, IllegalArgumentException refusal) {
        BadField bad = BadField.of(refusal);
        return new Rejected(row.line(), bad.field(), bad.got(), bad.want(), row.raw());
    }

    static String quote(String cell) {
        return cell.isEmpty() ? "nothing" : "\"" + Masking.clip(cell) + "\"";
    }

    /** A time names nobody, and is of use only whole. */
    static String quoteTime(String cell) {
        return TIME.matcher(cell).matches() ? "\"" + cell + "\"" : quote(cell);
    }

    /** Masked: the raw line is left out. */
    @Override
    public String toString() {
        return sentence();
    }
}

package io.jingling.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table as spreadsheets in China read it: UTF-8 with a byte order mark, everything in quotes, and nothing taken for a formula. */
public final class Csv {
    private static final String SPREADSHEETS_NEED_IT = "\uFEFF";
    private static final String FORMULA = "=+-@\t";

    private final StringBuilder text = new StringBuilder(SPREADSHEETS_NEED_IT);

    /** Begins with the names of the columns. */
    public Csv(List<String> columns) {
        row(columns);
    }

    /** A value that a spreadsheet would take for a formula gets an apostrophe before it. */
    public Csv row(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            String safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
            text.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(safe.replace("\"", "\"\""))
                    .append('"');
        }
        text.append("\r\n");
        return this;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

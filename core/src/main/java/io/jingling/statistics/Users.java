package io.jingling.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many users carriers have, for rates: what is compared, and what may not be.
 *
 * @param rows a carrier each
 */
public record Users(List<Row> rows) {
    /** Nobody's: rates are left out, and the report says so. */
    public static final Users NONE = new Users(List.of());

    private static final int COLUMNS = 5;
    /** A tenth of the largest is small: few more complaints move its rate far. */
    private static final int SMALL_PART = 10;

    /**
     * A carrier's.
     *
     * @param carrier the code
     * @param users how many
     * @param asOf on which day
     * @param hasIot whether connections of things are among them; then no rate is printed
     * @param source who says so
     */
    public record Row(String carrier, long users, LocalDate asOf, boolean hasIot, String source) {
        public Row {
            if (users <= 0) {
                throw new IllegalArgumentException("users: got " + users + ", want more than 0");
            }
        }
    }

    public Users {
        rows = List.copyOf(rows);
    }

    /** Reads lines of {@code carrier; users; as-of; iot or people; source}; {@code #} begins a comment. */
    public static Users read(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        for (String line : lines) {
            String text = line.replaceFirst("#.*", "").strip();
            if (!text.isEmpty()) {
                rows.add(row(text));
            }
        }
        return new Users(rows);
    }

    private static Row row(String text) {
        String[] parts = text.split("\\s*;\\s*");
        if (parts.length != COLUMNS || !parts[3].matches("iot|people")) {
            throw new IllegalArgumentException(
                    "users: got " + parts.length + " columns, want carrier; users; as-of; iot or people; source");
        }
        try {
            return new Row(
                    parts[0], Long.parseLong(parts[1]), LocalDate.parse(parts[2]), parts[3].equals("iot"), parts[4]);
        } catch (NumberFormatException | java.time.DateTimeException wrong) {
            throw new IllegalArgumentException("users: got " + wrong.getMessage() + ", want digits and a day", wrong);
        }
    }

    public Optional<Row> of(String carrier) {
        return rows.stream().filter(row -> row.carrier().equals(carrier)).findFirst();
    }

    /** Whether a carrier has so few users that its rate moves with few complaints. */
    boolean isSmall(Row row) {
        long most = rows.stream()
                .filter(one -> !one.hasIot())
                .mapToLong(Row::users)
                .max()
                .orElse(0);
        return row.users() * SMALL_PART < most;
    }
}

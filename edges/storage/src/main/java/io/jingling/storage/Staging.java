package io.jingling.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Takes many rows at once: by COPY into a table of the session's own, and from there where they belong. */
final class Staging {
    private Staging() {}

    /** Rows whose key is there replace what is there. */
    static void upsert(Connection connection, BinaryCopy.Source rows, String table, String key, List<String> columns)
            throws SQLException {
        String set = columns.stream().map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));
        insert(connection, rows, table, key, columns, "do update set " + set);
    }

    /** Rows whose key is there change nothing; how many were new. */
    static long insertNew(Connection connection, BinaryCopy.Source rows, String table, String key, List<String> columns)
            throws SQLException {
        return insert(connection, rows, table, key, columns, "do nothing");
    }

    /** Rows whose key is there add to the number that is there. */
    static void add(Connection connection, BinaryCopy.Source rows, String table, String key, String number)
            throws SQLException {
        String sum = "do update set " + number + " = " + table + "." + number + " + excluded." + number;
        insert(connection, rows, table, key, List.of(number), sum);
    }

    private static long insert(
            Connection connection,
            BinaryCopy.Source rows,
            String table,
            String key,
            List<String> columns,
            String onConflict)
            throws SQLException {
        String staged = "staged_" + table;
        String names = key + ", " + String.join(", ", columns);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table if not exists " + staged + " on commit delete rows as select "
                    + names + " from " + table + " with no data");
            BinaryCopy.stream(connection, "copy " + staged + " (" + names + ") from stdin (format binary)", rows);
            // In the key's order, so that two of these cannot wait for each other.
            return statement.executeLargeUpdate("insert into " + table + " (" + names + ") select " + names + " from "
                    + staged + " order by " + key + " on conflict (" + key + ") " + onConflict);
        }
    }
}

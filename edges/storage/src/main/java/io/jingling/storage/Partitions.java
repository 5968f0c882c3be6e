package io.jingling.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The days of decisions, UTC: each is a table of its own, made ahead and dropped whole. */
final class Partitions {
    private static final String PORT = "decisions";
    private static final List<String> TABLES = List.of("decision_blocks", "decision_index");
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final int DAYS_AHEAD = 2;

    private final Database database;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    Partitions(Database database) {
        this.database = database;
    }

    /** Makes the day's tables where they are missing. */
    void ensure(LocalDate day) {
        if (!known.contains(day)) {
            database.upkeep(PORT, connection -> {
                for (String table : TABLES) {
                    make(connection, table, day);
                }
                return day;
            });
            known.add(day);
        }
    }

    /** Makes today's and the next days' tables. */
    void prepare(LocalDate today) {
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            ensure(today.plusDays(ahead));
        }
    }

    /** How many decisions are of days before that one; at least one for each such day that has tables. */
    long due(LocalDate firstKept) {
        long days = days().stream().filter(day -> day.isBefore(firstKept)).count();
        long decisions = database.upkeep(PORT, connection -> {
            String sql = "select coalesce(sum(count), 0)::bigint from tallies where minute < ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, firstKept.atStartOfDay().atOffset(ZoneOffset.UTC));
                ResultSet row = statement.executeQuery();
                row.next();
                return row.getLong(1);
            }
        });
        return Math.max(days, decisions);
    }

    /** Drops all days before that one, with what they hold. */
    void drop(LocalDate firstKept) {
        for (LocalDate day : days()) {
            if (day.isBefore(firstKept)) {
                dropDay(day);
                // Only now: who made it known again in between would go on believing in a table that is gone.
                known.remove(day);
            }
        }
        database.upkeep(PORT, connection -> {
            try (var statement = connection.prepareStatement("delete from tallies where minute < ?")) {
                statement.setObject(1, firstKept.atStartOfDay().atOffset(ZoneOffset.UTC));
                return statement.executeLargeUpdate();
            }
        });
    }

    /** The days that have tables. */
    List<LocalDate> days() {
        return database.transaction(PORT, connection -> {
            String sql = "select substring(relname from '[0-9]{8}$') from pg_inherits join pg_class on oid = inhrelid"
                    + " where inhparent = 'decision_blocks'::regclass order by 1";
            List<LocalDate> days = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    days.add(LocalDate.parse(rows.getString(1), NAME));
                }
            }
            return days;
        });
    }

    private static void make(Connection connection, String table, LocalDate day) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            limitWait(statement);
            statement.execute("create table if not exists " + name(table, day) + " partition of " + table
                    + " for values from ('" + day + "') to ('" + day.plusDays(1) + "')"
                    // Rows are only added, and the table is dropped long before they need freezing.
                    + " with (autovacuum_vacuum_insert_threshold = -1)");
        }
    }

    private void dropDay(LocalDate day) {
        database.upkeep(PORT, connection -> {
            try (Statement statement = connection.createStatement()) {
                limitWait(statement);
                for (String table : TABLES) {
                    statement.execute("drop table if exists " + name(table, day));
                }
            }
            return day;
        });
    }

    /** Who waits for a lock on all decisions makes everybody else wait behind. */
    private static void limitWait(Statement statement) throws SQLException {
        statement.execute("set local lock_timeout = '5s'");
    }

    private static String name(String table, LocalDate day) {
        return table + "_" + NAME.format(day);
    }
}

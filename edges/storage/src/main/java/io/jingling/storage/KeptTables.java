package io.jingling.storage;

import io.jingling.custody.Kept;
import io.jingling.platform.KeptStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What is kept for a time: rows by their age, decisions by whole days. */
record KeptTables(Database database, Partitions partitions, OpeningTable openings) implements KeptStore {
    private static final String PORT = "retention";

    /** A withdrawn case has no reports left; that it was, is told by when it was opened. */
    private static final String CASES =
            "with old as (select number from cases where coalesce(told_at, case stage when 'withdrawn' then opened end) < ?"
                    + " limit ?)";

    private static final String DELETE_CASES =
            ", reports_gone as (delete from reports where case_number in (select number from old)), gone as (delete from cases"
                    + " where number in (select number from old) returning 1) select count(*) from gone";

    private static final String REPORTERS =
            "with old as (select id from reporters p where not exists (select from reports r join cases c on"
                    + " c.number = r.case_number where r.reporter = p.id and coalesce(c.told_at, 'infinity') >= ?) limit ?)";

    private static final String DELETE_REPORTERS =
            ", gone as (delete from reporters where id in (select id from old) returning 1) select count(*) from gone";

    /** Where a class's rows are, and what says how old they are. */
    private record Rows(String table, String key, String time) {}

    @Override
    public long due(Kept kept, Instant before, int most) {
        return switch (kept) {
            case DECISIONS -> partitions.due(before.atOffset(ZoneOffset.UTC).toLocalDate());
            case OPENINGS -> openings.due(before, most);
            case CASES -> count(CASES + " select count(*) from old", before, most);
            case REPORTERS -> count(REPORTERS + " select count(*) from old", before, most);
            case CALL_RECORDS, LABELS, RELEASES, ACCESSES, APPEALS -> due(rows(kept), before, most);
        };
    }

    @Override
    public void delete(Kept kept, Instant before, int most) {
        switch (kept) {
            case DECISIONS -> partitions.drop(before.atOffset(ZoneOffset.UTC).toLocalDate());
            case OPENINGS -> openings.delete(before, most);
            case CASES -> count(CASES + DELETE_CASES, before, most);
            case REPORTERS -> count(REPORTERS + DELETE_REPORTERS, before, most);
            case CALL_RECORDS, LABELS, RELEASES, ACCESSES, APPEALS -> delete(rows(kept), before, most);
        }
    }

    private static Rows rows(Kept kept) {
        return switch (kept) {
            case CALL_RECORDS -> new Rows("call_records", "id", "start_time");
            case LABELS -> new Rows("labels", "id", "said_at");
            case RELEASES -> new Rows("releases", "id", "asked_at");
            case ACCESSES -> new Rows("accesses", "id", "at");
            case APPEALS -> new Rows("appeals", "number", "decided_at");
            case DECISIONS, OPENINGS, CASES, REPORTERS ->
                throw new IllegalArgumentException("rows: got " + kept + ", want plain rows");
        };
    }

    private long due(Rows rows, Instant before, int most) {
        return count(
                "select count(*) from (select 1 from " + rows.table + " where " + rows.time + " < ? limit ?) old",
                before,
                most);
    }

    private void delete(Rows rows, Instant before, int most) {
        count(
                "with old as (delete from " + rows.table + " where " + rows.key + " in (select " + rows.key + " from "
                        + rows.table + " where " + rows.time + " < ? order by " + rows.time
                        + " limit ?) returning 1) select count(*) from old",
                before,
                most);
    }

    private long count(String sql, Instant before, int most) {
        return database.upkeep(PORT, connection -> run(connection, sql, before, most));
    }

    private static long run(Connection connection, String sql, Instant before, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            statement.setInt(2, most);
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}

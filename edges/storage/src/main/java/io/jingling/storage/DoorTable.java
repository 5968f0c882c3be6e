package io.jingling.storage;

import io.jingling.domain.PhoneNumber;
import io.jingling.platform.DoorStore;
import io.jingling.storage.NumberVault.Label;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Sessions, codes and tallies in three tables. Their keys are look-up values, so no row says whose it is. */
final class DoorTable implements DoorStore {
    private static final String PORT = "doors";
    private static final String OPEN =
            "insert into sessions (id, ends, sealed) values (?, ?, ?) on conflict (id) do nothing";
    private static final String FIND = "select ends, sealed from sessions where id = ?";
    private static final String CLOSE = "delete from sessions where id = ?";
    private static final String CODE = "select salt, digest, since, wrong from one_time_codes where id = ?";
    private static final String KEEP_CODE =
            "insert into one_time_codes (id, salt, digest, since, wrong) values (?, ?, ?, ?, ?) on conflict (id) do update"
                    + " set salt = excluded.salt, digest = excluded.digest, since = excluded.since, wrong = excluded.wrong";
    private static final String TALLY = "select since, count from door_tallies where id = ?";
    private static final String KEEP_TALLY =
            "insert into door_tallies (id, since, count) values (?, ?, ?) on conflict (id) do update"
                    + " set since = excluded.since, count = excluded.count";

    private final Database database;
    private final NumberVault vault;
    private final Sealing sealing;

    DoorTable(Database database, NumberVault vault) {
        this.database = database;
        this.vault = vault;
        this.sealing = new Sealing(vault, Label.DOOR, PORT);
    }

    private UUID key(String what) {
        return vault.mac(Label.DOOR, what.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void open(String digest, Visitor visitor) {
        UUID id = key(digest);
        change(OPEN, row -> {
            row.setObject(1, id);
            row.setObject(2, visitor.ends().atOffset(ZoneOffset.UTC));
            row.setBytes(
                    3, sealing.sealed(id, out -> out.writeLong(visitor.number().key())));
        });
    }

    @Override
    public Optional<Visitor> find(String digest) {
        UUID id = key(digest);
        return find(
                FIND,
                id,
                row -> new Visitor(
                        sealing.opened(id, row.getBytes(2), in -> new PhoneNumber(in.readLong())), time(row, 1)));
    }

    @Override
    public void close(String digest) {
        change(CLOSE, row -> row.setObject(1, key(digest)));
    }

    @Override
    public Optional<Code> code(String purpose) {
        return find(
                CODE, key(purpose), row -> new Code(row.getString(1), row.getString(2), time(row, 3), row.getInt(4)));
    }

    @Override
    public void keep(String purpose, Code code) {
        change(KEEP_CODE, row -> {
            row.setObject(1, key(purpose));
            row.setString(2, code.salt());
            row.setString(3, code.digest());
            row.setObject(4, code.since().atOffset(ZoneOffset.UTC));
            row.setInt(5, code.wrong());
        });
    }

    @Override
    public Optional<Tally> tally(String what) {
        return find(TALLY, key(what), row -> new Tally(time(row, 1), row.getInt(2)));
    }

    @Override
    public void keep(String what, Tally tally) {
        change(KEEP_TALLY, row -> {
            row.setObject(1, key(what));
            row.setObject(2, tally.since().atOffset(ZoneOffset.UTC));
            row.setInt(3, tally.count());
        });
    }

    @Override
    public void forget(Instant now, int most) {
        forget("sessions", "ends", now, most);
        forget("one_time_codes", "since", now.minus(MATTERS), most);
        forget("door_tallies", "since", now.minus(MATTERS), most);
    }

    private void forget(String table, String time, Instant before, int most) {
        database.upkeep(PORT, connection -> {
            try (PreparedStatement old =
                            connection.prepareStatement("delete from " + table + " where " + time + " <= ?");
                    PreparedStatement beyond = connection.prepareStatement("delete from " + table
                            + " where id in (select id from " + table + " order by " + time + " desc offset ?)")) {
                old.setObject(1, before.atOffset(ZoneOffset.UTC));
                old.executeUpdate();
                beyond.setInt(1, most);
                return beyond.executeUpdate();
            }
        });
    }

    private interface Filling {
        void of(PreparedStatement row) throws SQLException;
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private void change(String sql, Filling filling) {
        database.transaction(PORT, connection -> {
            try (PreparedStatement row = connection.prepareStatement(sql)) {
                filling.of(row);
                return row.executeUpdate();
            }
        });
    }

    private <T> Optional<T> find(String sql, UUID id, Reading<T> reading) {
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, id);
                ResultSet row = statement.executeQuery();
                return row.next() ? Optional.of(reading.of(row)) : Optional.empty();
            }
        });
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

package io.jingling.storage;

import io.jingling.domain.PhoneNumber;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.Hash;
import io.jingling.platform.EvidenceKeeper.Opened;
import io.jingling.platform.StoreFailure;
import io.jingling.storage.NumberVault.Label;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What opens the evidence log's entries, in two tables: sealed by the entry's hash, and whose data is in which of them.
 *
 * @param log the log's name
 */
record OpeningTable(Database database, NumberVault vault, String log) {
    private static final String PORT = "evidence";
    /** Some openings are megabytes. */
    private static final int FORGOTTEN_AT_ONCE = 16;
    /** So much goes into one statement; more is streamed. */
    private static final int LITTLE_BYTES = 1 << 16;

    private static final int DELETED_AT_ONCE = 64;

    /** An entry's opening on its way into the table. */
    record Row(Hash leaf, EntryKind kind, SealedOpening opening) {}

    /** Whose data is in which opening. */
    private record Subject(UUID who, byte[] leaf) {
        static Stream<Subject> of(Row row) {
            byte[] leaf = row.leaf().bytes();
            return row.opening().subjects().stream().map(who -> new Subject(who, leaf));
        }
    }

    /** What a table row says of where it belongs. */
    private record Found(byte[] leaf, EntryKind kind, SealedOpening opening) {}

    /** What one step of forgetting came upon. */
    private record Forgotten(int openings, long parts) {}

    UUID subject(PhoneNumber number) {
        return vault.mac(Label.EVIDENCE, number);
    }

    /** Durable on return. */
    void save(Collection<Row> rows) {
        long bytes = rows.stream().mapToLong(row -> row.opening().length()).sum();
        if (bytes <= LITTLE_BYTES) {
            database.statement(PORT, connection -> insert(rows, connection));
        } else {
            database.bulk(PORT, connection -> copy(rows, connection));
        }
    }

    /** In one round trip, each of which may take long where others have the processors. */
    private int insert(Collection<Row> rows, Connection connection) throws SQLException {
        List<Subject> subjects = rows.stream().flatMap(Subject::of).toList();
        byte[][] leaves = rows.stream().map(row -> row.leaf().bytes()).toArray(byte[][]::new);
        String[] kinds = rows.stream().map(row -> row.kind().word()).toArray(String[]::new);
        byte[][] sealed = rows.stream().map(this::sealed).toArray(byte[][]::new);
        String sql = "with kept as (insert into evidence_openings (leaf, log, kind, sealed)"
                + " select leaf, ?, kind, sealed from unnest(?, ?, ?) as told (leaf, kind, sealed))"
                + " insert into evidence_subjects (subject, leaf) select * from unnest(?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, log);
            statement.setArray(2, connection.createArrayOf("bytea", leaves));
            statement.setArray(3, connection.createArrayOf("text", kinds));
            statement.setArray(4, connection.createArrayOf("bytea", sealed));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "uuid", subjects.stream().map(Subject::who).toArray()));
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "bytea", subjects.stream().map(Subject::leaf).toArray(byte[][]::new)));
            return statement.executeUpdate();
        }
    }

    private Collection<Row> copy(Collection<Row> rows, Connection connection) throws SQLException {
        BinaryCopy.stream(
                connection,
                "copy evidence_openings (leaf, log, kind, sealed) from stdin (format binary)",
                copy -> openings(rows, copy));
        BinaryCopy.stream(
                connection,
                "copy evidence_subjects (subject, leaf) from stdin (format binary)",
                copy -> subjects(rows, copy));
        return rows;
    }

    private byte[] sealed(Row row) {
        return vault.seal(owner(row.leaf().bytes()), row.opening().plain());
    }

    private void openings(Collection<Row> rows, BinaryCopy copy) throws SQLException {
        for (Row row : rows) {
            copy.row(4)
                    .bytea(row.leaf().bytes())
                    .text(log)
                    .text(row.kind().word())
                    .bytea(sealed(row));
            copy.sendFull();
        }
    }

    private static void subjects(Collection<Row> rows, BinaryCopy copy) throws SQLException {
        for (Row row : rows) {
            for (UUID subject : row.opening().subjects()) {
                copy.row(2).uuid(subject).bytea(row.leaf().bytes());
            }
            copy.sendFull();
        }
    }

    /** Says where the entries are in the log. What a crash takes back of this is said again by {@link #placed}. */
    void place(List<Hash> leaves, List<Long> places) {
        String sql = "with quick as (select set_config('synchronous_commit', 'off', true))"
                + " update evidence_openings set place = told.place from unnest(?, ?) as told (leaf, place), quick"
                + " where evidence_openings.leaf = told.leaf";
        database.statement(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                byte[][] hashes = leaves.stream().map(Hash::bytes).toArray(byte[][]::new);
                statement.setArray(1, connection.createArrayOf("bytea", hashes));
                statement.setArray(2, connection.createArrayOf("bigint", places.toArray()));
                return statement.executeUpdate();
            }
        });
    }

    /** The last entry of which it is said where it is; -1 where there is none. */
    long placed() {
        return database.transaction(PORT, connection -> {
            String sql = "select coalesce(max(place), -1) from evidence_openings where log = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, log);
                ResultSet row = statement.executeQuery();
                row.next();
                return row.getLong(1);
            }
        });
    }

    Optional<Opened> open(Hash leaf) {
        return database.transaction(PORT, connection -> {
            String sql = "select leaf, kind, sealed from evidence_openings where leaf = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setBytes(1, leaf.bytes());
                return found(statement).stream()
                        .map(one -> one.opening().opened(one.kind()))
                        .findFirst();
            }
        });
    }

    /** Some openings at a time, each of these durable: what breaks off goes on when it is asked for again. */
    long forget(UUID subject) {
        long parts = 0;
        Forgotten some = forgetSome(subject);
        while (some.openings() > 0) {
            parts += some.parts();
            some = forgetSome(subject);
        }
        return parts;
    }

    /** How many are older, counted up to {@code most}. */
    long due(Instant before, int most) {
        return database.upkeep(PORT, connection -> {
            String sql = "select count(*) from (select 1 from evidence_openings where kept_at < ? limit ?) old";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, before.atOffset(ZoneOffset.UTC));
                statement.setInt(2, most);
                ResultSet row = statement.executeQuery();
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Deletes those that are older, at most {@code most}, with what says whose data they were; the log stays whole. */
    void delete(Instant before, int most) {
        for (int deleted = 0, some = 1; deleted < most && some > 0; deleted += some) {
            some = deleteSome(before, Math.min(DELETED_AT_ONCE, most - deleted));
        }
    }

    private int deleteSome(Instant before, int most) {
        return database.bulk(PORT, connection -> {
            List<Found> found = olderThan(connection, before, most);
            String sql = "delete from evidence_openings where leaf = any (?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Found one : found) {
                    for (UUID subject : one.opening().subjects()) {
                        strike(connection, subject, one.leaf());
                    }
                }
                byte[][] leaves = found.stream().map(Found::leaf).toArray(byte[][]::new);
                statement.setArray(1, connection.createArrayOf("bytea", leaves));
                return statement.executeUpdate();
            }
        });
    }

    private List<Found> olderThan(Connection connection, Instant before, int most) throws SQLException {
        String sql = "select leaf, kind, sealed from evidence_openings where leaf in"
                + " (select leaf from evidence_openings where kept_at < ? limit ?) order by leaf for update";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            statement.setInt(2, most);
            return found(statement);
        }
    }

    private Forgotten forgetSome(UUID subject) {
        return database.bulk(PORT, connection -> {
            List<Found> found = heldOf(connection, subject);
            long parts = 0;
            for (Found one : found) {
                parts += one.opening().countOf(subject);
                replace(connection, one.leaf(), one.opening().without(subject));
                strike(connection, subject, one.leaf());
            }
            return new Forgotten(found.size(), parts);
        });
    }

    private List<Found> heldOf(Connection connection, UUID subject) throws SQLException {
        String sql = "select leaf, kind, sealed from evidence_openings where leaf in"
                + " (select leaf from evidence_subjects where subject = ? limit ?) order by leaf for update";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, subject);
            statement.setInt(2, FORGOTTEN_AT_ONCE);
            return found(statement);
        }
    }

    private void replace(Connection connection, byte[] leaf, SealedOpening by) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update evidence_openings set sealed = ? where leaf = ?")) {
            statement.setBytes(1, vault.seal(owner(leaf), by.plain()));
            statement.setBytes(2, leaf);
            statement.executeUpdate();
        }
    }

    private static void strike(Connection connection, UUID subject, byte[] leaf) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from evidence_subjects where subject = ? and leaf = ?")) {
            statement.setObject(1, subject);
            statement.setBytes(2, leaf);
            statement.executeUpdate();
        }
    }

    private List<Found> found(PreparedStatement statement) throws SQLException {
        List<Found> found = new ArrayList<>();
        ResultSet rows = statement.executeQuery();
        while (rows.next()) {
            byte[] leaf = rows.getBytes(1);
            try {
                byte[] plain = vault.open(owner(leaf), rows.getBytes(3));
                found.add(new Found(leaf, EntryKind.of(rows.getString(2)), SealedOpening.read(plain)));
            } catch (GeneralSecurityException changed) {
                throw new StoreFailure(PORT, changed);
            }
        }
        return found;
    }

    /** Sealed for this entry: moved to another row it does not open. */
    private static byte[] owner(byte[] leaf) {
        ByteBuffer beginning = ByteBuffer.wrap(leaf);
        return NumberVault.owner(Label.EVIDENCE, new UUID(beginning.getLong(), beginning.getLong()));
    }
}

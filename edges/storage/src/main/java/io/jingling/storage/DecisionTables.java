package io.jingling.storage;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes decisions to their tables, and how far it got in the same transaction. One process at a time: the
 * one that claimed them last.
 */
final class DecisionTables {
    private static final String PORT = "decisions";

    private final Database database;
    private final NumberVault vault;
    private final Partitions partitions;
    private final JournalOwner owner;
    private final AtomicLong unreadable = new AtomicLong();

    DecisionTables(Database database, NumberVault vault, Partitions partitions, JournalOwner owner) {
        this.database = database;
        this.owner = owner;
        this.vault = vault;
        this.partitions = partitions;
    }

    /** From now on only this process writes here; the number of the last block that is there. */
    long claim() {
        return database.transaction(PORT, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("select owner, block from journal where singleton for update")) {
                row.next();
                owner.follow(row.getObject(1, UUID.class));
                claim(connection);
                return row.getLong(2);
            }
        });
    }

    private void claim(Connection connection) throws SQLException {
        String sql = "update journal set owner = ? where singleton";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, owner.id());
            statement.executeUpdate();
        }
    }

    /** How many blocks could not be opened: changed on the disk, or of a key that is gone. */
    long unreadable() {
        return unreadable.get();
    }

    DecisionBatch batch(List<byte[]> frames) {
        DecisionBatch batch = new DecisionBatch(vault);
        for (byte[] frame : frames) {
            try {
                batch.add(DecisionBlock.open(vault, frame), frame);
            } catch (GeneralSecurityException changed) {
                unreadable.incrementAndGet();
                batch.passOver(DecisionBlock.numberAt(ByteBuffer.wrap(frame), 0));
            }
        }
        return batch;
    }

    /** False where another process has claimed the tables; what is there already is not written again. */
    boolean write(DecisionBatch batch) {
        for (LocalDate day : batch.days()) {
            partitions.ensure(day);
        }
        return database.bulk(PORT, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("select owner, block from journal where singleton for update")) {
                row.next();
                if (!owner.id().equals(row.getObject(1, UUID.class))) {
                    return false;
                }
                if (row.getLong(2) < batch.lastBlock()) {
                    write(connection, batch);
                }
                return true;
            }
        });
    }

    private static void write(Connection connection, DecisionBatch batch) throws SQLException {
        batch.blocks().into(connection, "copy decision_blocks (day, block, last_at, frame) from stdin (format binary)");
        batch.decisions()
                .into(connection, "copy decisions (day, id, at, caller, callee, verdict) from stdin (format binary)");
        Staging.add(connection, batch.tallies(), "tallies", "minute, action, rule, category", "count");
        try (PreparedStatement statement =
                connection.prepareStatement("update journal set block = ? where singleton")) {
            statement.setLong(1, batch.lastBlock());
            statement.executeUpdate();
        }
    }
}

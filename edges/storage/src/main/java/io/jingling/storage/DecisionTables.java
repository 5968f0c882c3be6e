package io.jingling.storage;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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
    private final UUID owner = UUID.randomUUID();
    private final AtomicLong unreadable = new AtomicLong();

    DecisionTables(Database database, NumberVault vault, Partitions partitions) {
        this.database = database;
        this.vault = vault;
        this.partitions = partitions;
    }

    /** From now on only this process writes here; the number of the last block that is there. */
    long claim() {
        return database.transaction(PORT, connection -> {
            String sql = "update journal set owner = ? where singleton returning block";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, owner);
                ResultSet row = statement.executeQuery();
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** How many blocks could not be opened: changed on the disk, or of a key that is gone. */
    long unreadable() {
        return unreadable.get();
    }

    /** Opens frames; a block that cannot be opened is counted and passed over. */
    List<DecisionBatch> batches(List<byte[]> frames) {
        List<DecisionBatch> batches = new ArrayList<>();
        for (byte[] frame : frames) {
            try {
                DecisionBlock block = DecisionBlock.open(vault, frame);
                if (batches.isEmpty() || !batches.getLast().day().equals(block.day())) {
                    batches.add(new DecisionBatch(vault, block.day()));
                }
                batches.getLast().add(block, frame);
            } catch (GeneralSecurityException changed) {
                unreadable.incrementAndGet();
            }
        }
        return batches;
    }

    /** False where another process has claimed the tables; what is there already is not written again. */
    boolean write(DecisionBatch batch) {
        partitions.ensure(batch.day());
        return database.bulk(PORT, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("select owner, block from journal where singleton for update")) {
                row.next();
                if (!owner.equals(row.getObject(1, UUID.class))) {
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
        batch.index()
                .into(connection, "copy decision_index (day, bucket, hour, batch, places) from stdin (format binary)");
        Staging.add(connection, batch::writeTallies, "tallies", "minute, action, rule, category", "count");
        try (PreparedStatement statement =
                connection.prepareStatement("update journal set block = ? where singleton")) {
            statement.setLong(1, batch.lastBlock());
            statement.executeUpdate();
        }
    }
}

package io.jingling.storage;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Decisions as sealed blocks: opens them, and writes them to their tables with how far it got, in one transaction. */
final class DecisionTables {
    private static final String PORT = "decisions";

    private final Database database;
    private final NumberVault vault;
    private final Partitions partitions;
    private final AtomicLong unreadable = new AtomicLong();

    DecisionTables(Database database, NumberVault vault, Partitions partitions) {
        this.database = database;
        this.vault = vault;
        this.partitions = partitions;
    }

    /**
     * Begins a term for this process.
     *
     * @param lastInJournal the newest term in the journal, which a restored database may not know
     */
    JournalTerms begin(long lastInJournal) {
        return database.transaction(PORT, connection -> {
            Map<Long, Long> written = new HashMap<>();
            try (Statement statement = connection.createStatement()) {
                // Behind whoever begins too, and behind what a killed process may still be committing.
                statement.execute("lock table journal_terms in share row exclusive mode");
                ResultSet rows = statement.executeQuery("select term, block from journal_terms");
                while (rows.next()) {
                    written.put(rows.getLong(1), rows.getLong(2));
                }
            }
            long last = written.keySet().stream().reduce(lastInJournal, Math::max);
            String sql = "insert into journal_terms (term, block) values (?, 0)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, last + 1);
                statement.executeUpdate();
            }
            return new JournalTerms(last + 1, written);
        });
    }

    /** How many blocks could not be opened: changed on the disk, or of a key that is gone. */
    long unreadable() {
        return unreadable.get();
    }

    /** Opens a block, of the journal or of the table; none where it cannot be opened, which is counted. */
    Optional<DecisionBlock> open(byte[] frame) {
        try {
            return Optional.of(DecisionBlock.open(vault, frame));
        } catch (GeneralSecurityException changed) {
            unreadable.incrementAndGet();
            return Optional.empty();
        }
    }

    /** An empty batch for {@link #write}. */
    DecisionBatch batch() {
        return new DecisionBatch(vault);
    }

    /** What is there already is not written again. */
    void write(DecisionBatch batch) {
        partitions.ensure(batch.day());
        database.bulk(PORT, connection -> {
            String sql = "insert into journal_terms (term, block) values (?, ?) on conflict (term)"
                    + " do update set block = excluded.block where journal_terms.block < excluded.block";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, batch.term());
                statement.setLong(2, batch.lastBlock());
                if (statement.executeUpdate() == 1) {
                    write(connection, batch);
                }
                return batch;
            }
        });
    }

    private static void write(Connection connection, DecisionBatch batch) throws SQLException {
        String blocks = "copy decision_blocks (day, block, last_at, frame) from stdin (format binary)";
        batch.blocks().into(connection, blocks);
        String index = "copy decision_index (day, bucket, hour, batch, places) from stdin (format binary)";
        batch.index().into(connection, index);
        Staging.add(connection, batch::writeTallies, "tallies", "minute, action, rule, category", "count");
    }
}

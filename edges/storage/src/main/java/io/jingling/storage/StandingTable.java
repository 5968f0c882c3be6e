package io.jingling.storage;

import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.platform.StandingStore;
import io.jingling.platform.StoreFailure;
import io.jingling.storage.NumberVault.Label;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Standings in one table: the caller sealed, what is thought of it in the clear. */
final class StandingTable implements StandingStore {
    private static final String PORT = "standings";
    private static final String STANDING = "category, score, evidence, evidence_value, expires";

    private final Database database;
    private final NumberVault vault;

    StandingTable(Database database, NumberVault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    public void awaitChanges() {
        database.awaitWriters(PORT, "standings");
    }

    @Override
    public void saveAll(List<Listed> standings) {
        // Where a number comes twice the last holds.
        Map<PhoneNumber, Standing> distinct = new LinkedHashMap<>();
        standings.forEach(one -> distinct.put(one.caller(), one.standing()));
        database.bulk(PORT, connection -> {
            List<String> columns = List.of("sealed", "category", "score", "evidence", "evidence_value", "expires");
            Staging.upsert(connection, rows -> write(distinct, rows), "standings", "caller", columns);
            return distinct;
        });
    }

    @Override
    public void remove(PhoneNumber caller) {
        database.transaction(PORT, connection -> {
            String sql = "delete from standings where caller = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, vault.mac(Label.NUMBER, caller));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public Optional<Standing> standingOf(PhoneNumber caller) {
        return database.transaction(PORT, connection -> {
            String sql = "select " + STANDING + " from standings where caller = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, vault.mac(Label.NUMBER, caller));
                ResultSet rows = statement.executeQuery();
                return rows.next() ? Optional.of(standing(rows)) : Optional.empty();
            }
        });
    }

    @Override
    public void readAll(BiConsumer<PhoneNumber, Standing> reader) {
        new ParallelScan<>(
                        database,
                        PORT,
                        "copy standings (caller, sealed, " + STANDING + ") to stdout (format binary)",
                        this::opened)
                .forEach(listed -> reader.accept(listed.caller(), listed.standing()));
    }

    private void write(Map<PhoneNumber, Standing> standings, BinaryCopy rows) throws SQLException {
        for (Map.Entry<PhoneNumber, Standing> one : standings.entrySet()) {
            add(rows, one.getKey(), one.getValue());
            rows.sendFull();
        }
    }

    private void add(BinaryCopy rows, PhoneNumber caller, Standing standing) {
        UUID row = vault.mac(Label.NUMBER, caller);
        byte[] number = ByteBuffer.allocate(8).putLong(caller.key()).array();
        rows.row(7).uuid(row).bytea(vault.seal(NumberVault.owner(Label.NUMBER, row), number));
        switch (standing) {
            case Standing.Protected safe ->
                rows.text(Standing.PROTECTED_CODE)
                        .int4(0)
                        .text(Evidence.LISTED.kind().word())
                        .int4(0);
            case Standing.Suspected suspected ->
                rows.text(suspected.category().code())
                        .int4(suspected.score())
                        .text(suspected.evidence().kind().word())
                        .int4(suspected.evidence().value());
        }
        rows.time(standing.expires());
    }

    private Listed opened(ParallelScan.Fields fields) {
        UUID row = fields.uuid();
        try {
            byte[] number = vault.open(NumberVault.owner(Label.NUMBER, row), fields.bytea());
            PhoneNumber caller = new PhoneNumber(ByteBuffer.wrap(number).getLong());
            Standing standing = standing(fields.text(), fields.int4(), fields.text(), fields.int4(), fields.time());
            return new Listed(caller, standing);
        } catch (GeneralSecurityException changed) {
            throw new StoreFailure(PORT, changed);
        }
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Instant expires = row.getObject(5, OffsetDateTime.class).toInstant();
        return standing(row.getString(1), row.getInt(2), row.getString(3), row.getInt(4), expires);
    }

    private static Standing standing(String category, int score, String evidence, int value, Instant expires) {
        return category.equals(Standing.PROTECTED_CODE)
                ? new Standing.Protected(expires)
                : new Standing.Suspected(
                        Category.of(category), score, new Evidence(Evidence.Kind.of(evidence), value), expires);
    }
}

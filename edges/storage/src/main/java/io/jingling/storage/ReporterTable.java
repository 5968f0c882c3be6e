package io.jingling.storage;

import io.jingling.complaints.ReporterId;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.ReporterStore;
import io.jingling.storage.NumberVault.Label;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reporters in one table, apart from their reports: the look-up value as id, and the number, sealed. */
final class ReporterTable implements ReporterStore {
    private static final String PORT = "reporters";

    private final Database database;
    private final NumberVault vault;
    private final Sealing sealing;

    ReporterTable(Database database, NumberVault vault) {
        this.database = database;
        this.vault = vault;
        this.sealing = new Sealing(vault, Label.REPORTER, PORT);
    }

    @Override
    public ReporterId idOf(PhoneNumber number) {
        return new ReporterId(vault.mac(Label.REPORTER, number).toString());
    }

    @Override
    public Optional<PhoneNumber> numberOf(ReporterId id) {
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select sealed from reporters where id = ?")) {
                UUID row = UUID.fromString(id.id());
                statement.setObject(1, row);
                ResultSet found = statement.executeQuery();
                return found.next()
                        ? Optional.of(sealing.opened(row, found.getBytes(1), in -> new PhoneNumber(in.readLong())))
                        : Optional.empty();
            }
        });
    }

    /** Those that are not there yet. */
    void keep(Connection connection, Collection<PhoneNumber> numbers) throws SQLException {
        Map<UUID, PhoneNumber> distinct = new LinkedHashMap<>();
        numbers.forEach(number -> distinct.put(vault.mac(Label.REPORTER, number), number));
        String sql = "insert into reporters (id, sealed) values (?, ?) on conflict (id) do nothing";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Map.Entry<UUID, PhoneNumber> one : distinct.entrySet()) {
                statement.setObject(1, one.getKey());
                statement.setBytes(
                        2,
                        sealing.sealed(
                                one.getKey(),
                                out -> out.writeLong(one.getValue().key())));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** One who reported nothing that is left is not kept. */
    static void forgetUnlessReporting(Connection connection, UUID reporter) throws SQLException {
        String sql = "delete from reporters where id = ? and not exists (select 1 from reports where reporter = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, reporter);
            statement.setObject(2, reporter);
            statement.executeUpdate();
        }
    }
}

package io.jingling.storage;

import io.jingling.domain.Guard;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.GuardStore;
import io.jingling.storage.NumberVault.Label;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who guards whom, in one table: both numbers sealed together, found by their look-up values. */
final class GuardTable implements GuardStore {
    private static final String PORT = "guards";
    private static final String ADD = "insert into guards (id, guardian, ward, since, sealed) values (?, ?, ?, ?, ?)"
            + " on conflict (guardian, ward) do nothing";
    private static final String FIND = "select id, since, sealed from guards where ";
    private static final String IN_TIME = " = ? order by since, id";

    private final Database database;
    private final NumberVault vault;
    private final Sealing sealing;

    GuardTable(Database database, NumberVault vault) {
        this.database = database;
        this.vault = vault;
        this.sealing = new Sealing(vault, Label.GUARD, PORT);
    }

    @Override
    public void add(Guard guard) {
        database.transaction(PORT, connection -> {
            try (PreparedStatement row = connection.prepareStatement(ADD)) {
                row.setObject(1, guard.id());
                row.setObject(2, vault.mac(Label.GUARD, guard.guardian()));
                row.setObject(3, vault.mac(Label.GUARD, guard.ward()));
                row.setObject(4, guard.since().atOffset(ZoneOffset.UTC));
                row.setBytes(5, sealing.sealed(guard.id(), out -> {
                    out.writeLong(guard.guardian().key());
                    out.writeLong(guard.ward().key());
                }));
                return row.executeUpdate();
            }
        });
    }

    @Override
    public boolean remove(UUID id) {
        return database.transaction(PORT, connection -> {
            try (PreparedStatement row = connection.prepareStatement("delete from guards where id = ?")) {
                row.setObject(1, id);
                return row.executeUpdate() == 1;
            }
        });
    }

    @Override
    public Optional<Guard> find(UUID id) {
        return find("id", id).stream().findFirst();
    }

    @Override
    public List<Guard> ofGuardian(PhoneNumber guardian) {
        return find("guardian", vault.mac(Label.GUARD, guardian));
    }

    @Override
    public List<Guard> ofWard(PhoneNumber ward) {
        return find("ward", vault.mac(Label.GUARD, ward));
    }

    private List<Guard> find(String column, UUID value) {
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND + column + IN_TIME)) {
                statement.setObject(1, value);
                List<Guard> found = new ArrayList<>();
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    found.add(guard(row));
                }
                return found;
            }
        });
    }

    private Guard guard(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        OffsetDateTime since = row.getObject(2, OffsetDateTime.class);
        return sealing.opened(
                id,
                row.getBytes(3),
                in -> new Guard(id, new PhoneNumber(in.readLong()), new PhoneNumber(in.readLong()), since.toInstant()));
    }
}

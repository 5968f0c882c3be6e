package io.jingling.storage;

import io.jingling.storage.NumberVault.Label;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;

/** Sees to it that a database is opened only with the keys that it was made with. */
final class KeyProbe {
    private static final byte[] PLAIN = "jingling".getBytes(StandardCharsets.UTF_8);

    private KeyProbe() {}

    private record Probe(UUID lookedUp, byte[] sealed) {}

    /**
     * The vault for the database: of the keys in the folder or, where it holds nothing yet, of new ones.
     *
     * @throws StorageUnusable where the keys are missing or others
     */
    static NumberVault vault(Database database, Path keyFolder) {
        Optional<Probe> probe = find(database);
        if (probe.isEmpty()) {
            NumberVault vault = new NumberVault(NumberKeys.readOrMake(keyFolder));
            save(database, vault);
            return vault;
        }
        NumberVault vault = new NumberVault(NumberKeys.read(keyFolder));
        UUID lookedUp = vault.mac(Label.PROBE, PLAIN);
        try {
            vault.open(NumberVault.owner(Label.PROBE, lookedUp), probe.get().sealed());
            if (lookedUp.equals(probe.get().lookedUp())) {
                return vault;
            }
        } catch (GeneralSecurityException otherKey) {
            throw otherKeys(keyFolder);
        }
        throw otherKeys(keyFolder);
    }

    private static StorageUnusable otherKeys(Path keyFolder) {
        return new StorageUnusable(
                "keys in " + keyFolder + ": got ones that do not open this database, want those it was made with");
    }

    private static Optional<Probe> find(Database database) {
        return database.transaction("keys", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select looked_up, sealed from key_probe where singleton")) {
                ResultSet row = statement.executeQuery();
                return row.next()
                        ? Optional.of(new Probe(row.getObject(1, UUID.class), row.getBytes(2)))
                        : Optional.empty();
            }
        });
    }

    private static void save(Database database, NumberVault vault) {
        UUID lookedUp = vault.mac(Label.PROBE, PLAIN);
        byte[] sealed = vault.seal(NumberVault.owner(Label.PROBE, lookedUp), PLAIN);
        database.transaction("keys", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("insert into key_probe (looked_up, sealed) values (?, ?)")) {
                statement.setObject(1, lookedUp);
                statement.setBytes(2, sealed);
                return statement.executeUpdate();
            }
        });
    }
}

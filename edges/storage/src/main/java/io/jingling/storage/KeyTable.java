package io.jingling.storage;

import io.jingling.platform.ApiKey;
import io.jingling.platform.KeyStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** API keys in one table, by their SHA-256; a revoked one stays, and opens nothing. */
final class KeyTable implements KeyStore {
    private static final String PORT = "keys";
    private static final String VALID = "select id, name, role, subscriber_id, created from api_keys where not revoked";

    private final Database database;

    KeyTable(Database database) {
        this.database = database;
    }

    @Override
    public void save(ApiKey key, byte[] sha256) {
        database.transaction(PORT, connection -> {
            String sql = "insert into api_keys (id, sha256, name, role, subscriber_id, created)"
                    + " values (?, ?, ?, ?, ?, ?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, key.id());
                statement.setBytes(2, sha256);
                statement.setString(3, key.name());
                statement.setString(4, key.role().name());
                statement.setString(5, key.subscriberId());
                statement.setObject(6, key.created().atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public Optional<ApiKey> find(byte[] sha256) {
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(VALID + " and sha256 = ?")) {
                statement.setBytes(1, sha256);
                return keys(statement).stream().findFirst();
            }
        });
    }

    @Override
    public List<ApiKey> all() {
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(VALID + " order by created, id")) {
                return keys(statement);
            }
        });
    }

    @Override
    public boolean revoke(String id) {
        return database.transaction(PORT, connection -> {
            String sql = "update api_keys set revoked = true where id = ? and not revoked";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, id);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static List<ApiKey> keys(PreparedStatement statement) throws SQLException {
        List<ApiKey> keys = new ArrayList<>();
        ResultSet rows = statement.executeQuery();
        while (rows.next()) {
            keys.add(new ApiKey(
                    rows.getString(1),
                    rows.getString(2),
                    ApiKey.Role.valueOf(rows.getString(3)),
                    rows.getString(4),
                    rows.getObject(5, OffsetDateTime.class).toInstant()));
        }
        return keys;
    }
}

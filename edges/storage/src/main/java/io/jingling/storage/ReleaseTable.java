package io.jingling.storage;

import io.jingling.custody.Release;
import io.jingling.custody.Release.State;
import io.jingling.platform.ReleaseStore;
import io.jingling.platform.StoreFailure;
import io.jingling.storage.NumberVault.Label;
import java.security.GeneralSecurityException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Wishes to see full numbers in one table, sealed but for who asked when and how far it is. */
record ReleaseTable(Database database, NumberVault vault) implements ReleaseStore {
    private static final String PORT = "releases";
    private static final String ASKED = "asked";

    @Override
    public void add(Release release) {
        database.transaction(PORT, connection -> {
            String sql =
                    "insert into releases (id, asked_at, asker, stage, open_until, sealed) values (?, ?, ?, ?, ?, ?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, release.id());
                statement.setObject(2, release.asked().atOffset(ZoneOffset.UTC));
                statement.setString(3, release.asker().key());
                statement.setString(4, stage(release.state()));
                statement.setObject(5, openUntil(release.state()).atOffset(ZoneOffset.UTC));
                statement.setBytes(6, sealed(release));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public boolean answer(Release answered) {
        return database.transaction(PORT, connection -> {
            String sql = "update releases set stage = ?, sealed = ? where id = ? and stage = '" + ASKED + "'";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, stage(answered.state()));
                statement.setBytes(2, sealed(answered));
                statement.setObject(3, answered.id());
                return statement.executeUpdate() == 1;
            }
        });
    }

    @Override
    public Optional<Release> find(UUID id) {
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select id, sealed from releases where id = ?")) {
                statement.setObject(1, id);
                return releases(statement.executeQuery()).stream().findFirst();
            }
        });
    }

    @Override
    public List<Release> latest(int limit) {
        return database.transaction(PORT, connection -> {
            String sql = "select id, sealed from releases order by asked_at desc, id limit ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, limit);
                return releases(statement.executeQuery());
            }
        });
    }

    @Override
    public int waiting(String key, Instant now) {
        return database.transaction(PORT, connection -> {
            String sql = "select count(*) from releases where asker = ? and stage = '" + ASKED + "' and open_until > ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, key);
                statement.setObject(2, now.atOffset(ZoneOffset.UTC));
                ResultSet row = statement.executeQuery();
                row.next();
                return row.getInt(1);
            }
        });
    }

    private List<Release> releases(ResultSet rows) throws SQLException {
        List<Release> releases = new ArrayList<>();
        while (rows.next()) {
            UUID id = rows.getObject(1, UUID.class);
            try {
                releases.add(
                        CustodyCodec.release(id, vault.open(NumberVault.owner(Label.RELEASE, id), rows.getBytes(2))));
            } catch (GeneralSecurityException changed) {
                throw new StoreFailure(PORT, changed);
            }
        }
        return releases;
    }

    private byte[] sealed(Release release) {
        return vault.seal(NumberVault.owner(Label.RELEASE, release.id()), CustodyCodec.write(release));
    }

    private static String stage(State state) {
        return state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Instant openUntil(State state) {
        return switch (state) {
            case State.Asked(Instant until) -> until;
            case State.Released released -> released.at();
            case State.Refused refused -> refused.at();
        };
    }
}

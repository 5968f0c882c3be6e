package io.jingling.storage;

import io.jingling.custody.Access;
import io.jingling.platform.AccessLog;
import io.jingling.platform.StoreFailure;
import io.jingling.storage.NumberVault.Label;
import java.security.GeneralSecurityException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The access log in one table, sealed but for the times. */
record AccessTable(Database database, NumberVault vault) implements AccessLog {
    private static final String PORT = "access log";

    @Override
    public void add(Access access) {
        UUID id = UUID.randomUUID();
        byte[] sealed = vault.seal(NumberVault.owner(Label.ACCESS, id), CustodyCodec.write(access));
        database.transaction(PORT, connection -> {
            String sql = "insert into accesses (id, at, sealed) values (?, ?, ?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, id);
                statement.setObject(2, access.at().atOffset(ZoneOffset.UTC));
                statement.setBytes(3, sealed);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public List<Access> latest(int limit) {
        return database.transaction(PORT, connection -> {
            String sql = "select id, sealed from accesses order by at desc, place desc limit ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, limit);
                List<Access> found = new ArrayList<>();
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    byte[] owner = NumberVault.owner(Label.ACCESS, rows.getObject(1, UUID.class));
                    found.add(CustodyCodec.access(vault.open(owner, rows.getBytes(2))));
                }
                return found;
            } catch (GeneralSecurityException changed) {
                throw new StoreFailure(PORT, changed);
            }
        });
    }
}

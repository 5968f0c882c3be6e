package io.jingling.storage;

import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Exhibit;
import io.jingling.platform.StoreFailure;
import io.jingling.storage.NumberVault.Label;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files of reports in two tables: what they are, and their contents in pieces, each sealed to its place. */
final class ExhibitTable {
    private static final String PORT = "exhibits";
    private static final int PIECE = 1 << 18;

    private final Database database;
    private final NumberVault vault;

    ExhibitTable(Database database, NumberVault vault) {
        this.database = database;
        this.vault = vault;
    }

    void add(CaseNumber number, Exhibit exhibit, byte[] content) {
        String sql = "insert into exhibits (id, report, case_number, type, bytes, sha256, entry, at, sealed_name)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        UUID id = ReportCodec.uuid(exhibit.id());
        database.bulk(PORT, connection -> {
            try (PreparedStatement row = connection.prepareStatement(sql)) {
                row.setObject(1, id);
                row.setObject(2, ReportCodec.uuid(exhibit.report()));
                row.setString(3, number.digits());
                row.setString(4, exhibit.type().name());
                row.setLong(5, exhibit.bytes());
                row.setString(6, exhibit.sha256());
                row.setLong(7, exhibit.entry());
                CaseRows.time(row, 8, Optional.of(exhibit.at()));
                row.setBytes(9, vault.seal(owner(id, -1), exhibit.name().getBytes(StandardCharsets.UTF_8)));
                row.executeUpdate();
            }
            return addPieces(connection, id, content);
        });
    }

    private boolean addPieces(Connection connection, UUID id, byte[] content) throws SQLException {
        String sql = "insert into exhibit_pieces (exhibit, place, sealed) values (?, ?, ?)";
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            for (int place = 0; place * PIECE < content.length; place++) {
                int length = Math.min(PIECE, content.length - place * PIECE);
                ByteBuffer sealed = ByteBuffer.allocate(length + NumberVault.OVERHEAD);
                vault.seal(owner(id, place), ByteBuffer.wrap(content, place * PIECE, length), sealed);
                row.setObject(1, id);
                row.setInt(2, place);
                row.setBytes(3, sealed.array());
                row.executeUpdate();
            }
            return true;
        }
    }

    List<Exhibit> of(CaseNumber number) {
        String sql =
                "select id, report, type, bytes, sha256, entry, at, sealed_name from exhibits where case_number = ? order by at, id";
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, number.digits());
                List<Exhibit> found = new ArrayList<>();
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    found.add(exhibit(row));
                }
                return found;
            }
        });
    }

    private Exhibit exhibit(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Exhibit(
                ReportCodec.id(id),
                ReportCodec.id(row.getObject("report", UUID.class)),
                Exhibit.Type.valueOf(row.getString("type")),
                new String(opened(owner(id, -1), row.getBytes("sealed_name")), StandardCharsets.UTF_8),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getLong("entry"),
                ReportCodec.time(row, "at"));
    }

    /** Empty where there is none. */
    Optional<byte[]> content(CaseNumber number, String exhibit) {
        String sql = "select p.place, p.sealed, e.bytes from exhibits e join exhibit_pieces p on p.exhibit = e.id"
                + " where e.id = ? and e.case_number = ? order by p.place";
        UUID id = ReportCodec.uuid(exhibit);
        return database.bulk(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, id);
                statement.setString(2, number.digits());
                ResultSet row = statement.executeQuery();
                Optional<ByteBuffer> content = Optional.empty();
                while (row.next()) {
                    ByteBuffer into = content.orElse(ByteBuffer.allocate(row.getInt(3)));
                    into.put(opened(owner(id, row.getInt(1)), row.getBytes(2)));
                    content = Optional.of(into);
                }
                return content.map(ByteBuffer::array);
            }
        });
    }

    private byte[] opened(byte[] owner, byte[] sealed) {
        try {
            return vault.open(owner, sealed);
        } catch (GeneralSecurityException changed) {
            throw new StoreFailure(PORT, changed);
        }
    }

    private static byte[] owner(UUID id, int place) {
        byte[] row = NumberVault.owner(Label.EXHIBIT, id);
        return ByteBuffer.allocate(row.length + Integer.BYTES)
                .put(row)
                .putInt(place)
                .array();
    }
}

package io.jingling.storage;

import io.jingling.complaints.Appeal;
import io.jingling.complaints.AppealStep;
import io.jingling.complaints.CaseNumber;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.AppealStore;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Appeals in one table: times and outcomes in the clear, to be counted; the rest sealed. */
final class AppealTable implements AppealStore {
    private static final String PORT = "appeals";
    private static final String COLUMNS = "select number, ground, at, sealed from appeals ";

    private final Database database;
    private final NumberVault vault;
    private final LabelTable labels;
    private final Sealing sealing;

    AppealTable(Database database, NumberVault vault) {
        this.database = database;
        this.vault = vault;
        this.labels = new LabelTable(database, vault);
        this.sealing = new Sealing(vault, NumberVault.Label.APPEAL, PORT);
    }

    @Override
    public void save(Appeal appeal, List<Label> learned) {
        String sql =
                "insert into appeals (number, caller, ground, at, relieved_at, answered_at, decided_at, upheld, sealed)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (number) do update set"
                        + " answered_at = excluded.answered_at, decided_at = excluded.decided_at, upheld = excluded.upheld,"
                        + " sealed = excluded.sealed";
        database.transaction(PORT, connection -> {
            try (PreparedStatement row = connection.prepareStatement(sql)) {
                row.setString(1, appeal.number().digits());
                row.setObject(2, caller(appeal.about()));
                row.setString(3, appeal.ground().word());
                CaseRows.time(row, 4, Optional.of(appeal.at()));
                CaseRows.time(row, 5, first(appeal, AppealStep.Relieved.class));
                CaseRows.time(row, 6, first(appeal, AppealStep.Answered.class));
                CaseRows.time(row, 7, first(appeal, AppealStep.Decided.class));
                row.setObject(
                        8, appeal.decision().map(AppealStep.Decided::isUpheld).orElse(null), Types.BOOLEAN);
                row.setBytes(9, sealing.sealed(row(appeal.number()), out -> {
                    out.writeLong(appeal.about().key());
                    CaseCodec.write(out, appeal);
                }));
                row.executeUpdate();
            }
            return labels.append(connection, learned);
        });
    }

    private static Optional<Instant> first(Appeal appeal, Class<? extends AppealStep> kind) {
        return appeal.steps().stream()
                .filter(kind::isInstance)
                .map(AppealStep::at)
                .findFirst();
    }

    @Override
    public Optional<Appeal> find(CaseNumber number) {
        return read(COLUMNS + "where number = ?", row -> row.setString(1, number.digits())).stream()
                .findFirst();
    }

    @Override
    public List<Appeal> about(PhoneNumber number) {
        return read(COLUMNS + "where caller = ? order by at desc, number", row -> row.setObject(1, caller(number)));
    }

    @Override
    public List<Appeal> list(boolean isOpen, int limit) {
        return read(COLUMNS + "where not ? or decided_at is null order by at, number limit ?", row -> {
            row.setBoolean(1, isOpen);
            row.setInt(2, limit);
        });
    }

    private interface Setting {
        void in(PreparedStatement statement) throws SQLException;
    }

    private List<Appeal> read(String sql, Setting setting) {
        return database.bulk(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                setting.in(statement);
                List<Appeal> found = new ArrayList<>();
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    found.add(appeal(row));
                }
                return found;
            }
        });
    }

    private Appeal appeal(ResultSet row) throws SQLException {
        CaseNumber number = new CaseNumber(row.getString("number"));
        Appeal.Ground ground = Appeal.Ground.of(row.getString("ground"));
        Instant at = ReportCodec.time(row, "at");
        return sealing.opened(
                row(number),
                row.getBytes("sealed"),
                in -> new Appeal(
                        number, new PhoneNumber(in.readLong()), ground, in.readUTF(), at, CaseCodec.appealSteps(in)));
    }

    private UUID caller(PhoneNumber number) {
        return vault.mac(NumberVault.Label.CASE, number);
    }

    private static UUID row(CaseNumber number) {
        return UUID.nameUUIDFromBytes(number.digits().getBytes(StandardCharsets.US_ASCII));
    }
}

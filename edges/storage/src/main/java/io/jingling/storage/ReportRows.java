package io.jingling.storage;

import io.jingling.complaints.Carrier;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReporterId;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.CaseStore.Taken;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reports as rows. */
final class ReportRows {
    private static final String INSERT =
            "insert into reports (id, case_number, reporter, caller, sender_key, received, called_at, call_precision,"
                    + " category, mode, asked_to_stop, entrance, may_be_forwarded, region, contact, sealed, entry,"
                    + " carrier, number_kind)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final NumberVault vault;
    private final CaseRows cases;
    private final Sealing sealing;

    ReportRows(NumberVault vault, CaseRows cases, String port) {
        this.vault = vault;
        this.cases = cases;
        this.sealing = new Sealing(vault, NumberVault.Label.REPORT, port);
    }

    void insert(Connection connection, List<Taken> reports) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Taken taken : reports) {
                set(statement, taken);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    Report read(ResultSet row) throws SQLException {
        return ReportCodec.read(row, sealing);
    }

    private void set(PreparedStatement row, Taken taken) throws SQLException {
        Report report = taken.report();
        PhoneNumber about = report.about().number();
        UUID id = ReportCodec.id(report);
        row.setObject(1, id);
        row.setString(2, taken.number().digits());
        row.setObject(3, UUID.fromString(report.by().id()));
        row.setObject(4, about.isKnown() ? cases.caller(about) : null, Types.OTHER);
        row.setObject(
                5, report.intake().key().map(key -> senderKey(report.by(), key)).orElse(null), Types.OTHER);
        CaseRows.time(row, 6, Optional.of(report.intake().at()));
        CaseRows.time(row, 7, Optional.of(report.when().at()));
        row.setString(8, report.when().precision().word());
        row.setString(9, report.said().category().map(Category::code).orElse(""));
        row.setString(10, report.said().mode().word());
        row.setBoolean(11, report.said().askedToStop().asked());
        row.setString(12, report.intake().entrance().word());
        row.setBoolean(13, report.intake().mayBeForwarded());
        row.setString(14, report.said().region());
        row.setString(15, taken.contact().name().toLowerCase(Locale.ROOT));
        row.setBytes(16, sealing.sealed(id, out -> ReportCodec.write(out, report)));
        row.setObject(17, taken.entry() == Taken.NOWHERE ? null : taken.entry(), Types.BIGINT);
        row.setString(18, Carrier.of(about).map(Carrier::word).orElse(""));
        row.setString(19, about.kind().name().toLowerCase(Locale.ROOT));
    }

    /** The look-up value of who sends it and what that one calls it. */
    UUID senderKey(ReporterId by, String key) {
        return vault.mac(NumberVault.Label.REPORT, (by.id() + " " + key).getBytes(StandardCharsets.UTF_8));
    }
}

package io.jingling.storage;

import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Exhibit;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.Stage;
import io.jingling.complaints.Vote.Contact;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.CaseStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/** Cases, reports and who made them, in three tables; a batch of reports in one transaction. */
final class CaseTable implements CaseStore {
    private static final String PORT = "cases";
    private static final int READ_AT_ONCE = 5_000;
    private final Database database;
    private final LabelTable labelTable;
    private final ReporterTable reporterTable;
    private final ExhibitTable exhibitTable;
    private final CaseRows rows;
    private final ReportRows reportRows;

    /** @param deadlines say what is due next, which lists are ordered by */
    CaseTable(Database database, NumberVault vault, Deadlines deadlines) {
        this.database = database;
        this.labelTable = new LabelTable(database, vault);
        this.reporterTable = new ReporterTable(database, vault);
        this.exhibitTable = new ExhibitTable(database, vault);
        this.rows = new CaseRows(vault, PORT, deadlines);
        this.reportRows = new ReportRows(vault, rows, PORT);
    }

    @Override
    public Map<Key, Filed> known(Collection<Key> keys) {
        Map<UUID, Key> wanted = new HashMap<>();
        keys.forEach(key -> wanted.put(reportRows.senderKey(key.by(), key.key()), key));
        String sql = "select sender_key, case_number, id from reports where sender_key = any (?)";
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(
                        1, connection.createArrayOf("uuid", wanted.keySet().toArray()));
                Map<Key, Filed> found = new HashMap<>();
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    found.put(wanted.get(row.getObject(1, UUID.class)), filed(row.getString(2), row, 3));
                }
                return found;
            }
        });
    }

    private static Filed filed(String number, ResultSet row, int id) throws SQLException {
        return new Filed(new CaseNumber(number), ReportCodec.id(row.getObject(id, UUID.class)));
    }

    @Override
    public void take(List<Taken> reports, Collection<Case> cases, List<Label> labels) {
        database.bulk(PORT, connection -> {
            reporterTable.keep(connection, reports.stream().map(Taken::reporter).toList());
            rows.save(connection, cases);
            reportRows.insert(connection, reports);
            return labelTable.append(connection, labels);
        });
    }

    @Override
    public OptionalLong entryOf(String report) {
        String sql = "select entry from reports where id = ? and entry is not null";
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, ReportCodec.uuid(report));
                ResultSet row = statement.executeQuery();
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        });
    }

    @Override
    public void remove(CaseNumber number, String report, Case then, List<Label> labels) {
        database.transaction(PORT, connection -> {
            rows.save(connection, List.of(then));
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from reports where id = ? returning reporter")) {
                statement.setObject(1, ReportCodec.uuid(report));
                ResultSet gone = statement.executeQuery();
                if (gone.next()) {
                    ReporterTable.forgetUnlessReporting(connection, gone.getObject(1, UUID.class));
                }
            }
            return labelTable.append(connection, labels);
        });
    }

    @Override
    public void save(Case changed, List<Label> labels) {
        database.transaction(PORT, connection -> {
            rows.save(connection, List.of(changed));
            return labelTable.append(connection, labels);
        });
    }

    @Override
    public Map<CaseNumber, Case> find(Collection<CaseNumber> numbers) {
        String sql = "select " + CaseRows.COLUMNS + " from cases c where c.number = any (?)";
        Map<CaseNumber, Case> found = new HashMap<>();
        Object[] wanted = numbers.stream().map(CaseNumber::digits).toArray();
        cases(sql, statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", wanted)))
                .forEach(one -> found.put(one.number(), one));
        return found;
    }

    @Override
    public List<Report> reports(CaseNumber number, int limit) {
        String sql = "select " + ReportCodec.COLUMNS
                + " from reports r where r.case_number = ? order by r.received, r.id limit ?";
        return reports(sql, statement -> {
            statement.setString(1, number.digits());
            statement.setInt(2, limit);
        });
    }

    @Override
    public List<Report> reports(CaseNumber number, ReporterId by) {
        String sql = "select " + ReportCodec.COLUMNS
                + " from reports r where r.case_number = ? and r.reporter = ? order by r.received, r.id";
        return reports(sql, statement -> {
            statement.setString(1, number.digits());
            statement.setObject(2, UUID.fromString(by.id()));
        });
    }

    @Override
    public List<Report> reports(ReporterId by, PhoneNumber about) {
        if (!about.isKnown()) {
            return List.of();
        }
        String sql = "select " + ReportCodec.COLUMNS
                + " from reports r where r.reporter = ? and r.caller = ? order by r.received, r.id";
        return reports(sql, statement -> {
            statement.setObject(1, UUID.fromString(by.id()));
            statement.setObject(2, rows.caller(about));
        });
    }

    @Override
    public List<Filed> of(ReporterId reporter, int limit) {
        String sql = "select case_number, id from reports where reporter = ? order by received desc, id limit ?";
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, UUID.fromString(reporter.id()));
                statement.setInt(2, limit);
                List<Filed> found = new ArrayList<>();
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    found.add(filed(row.getString(1), row, 2));
                }
                return found;
            }
        });
    }

    @Override
    public List<Case> list(Which which, int limit) {
        CaseListing listing = new CaseListing(which, rows);
        return cases(listing.sql(), statement -> listing.set(statement, limit));
    }

    @Override
    public void reckonDue() {
        Map<CaseNumber, Instant> changed = new HashMap<>();
        String sql = "select " + CaseRows.COLUMNS + ", c.next_due from cases c where c.opened >= ? and c.stage not in"
                + " ('told', 'withdrawn')";
        read(sql, Instant.EPOCH, row -> {
            Case one = rows.read(row);
            Instant due = rows.due(one).orElseThrow();
            if (row.getObject("next_due") == null
                    || !ReportCodec.time(row, "next_due").equals(due)) {
                changed.put(one.number(), due);
            }
        });
        database.upkeep(PORT, connection -> rows.saveDue(connection, changed));
    }

    @Override
    public Optional<String> lastVerifier(PhoneNumber about) {
        String sql =
                "select verified_by from cases where caller = ? and verified_at is not null order by verified_at desc"
                        + " limit 1";
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, rows.caller(about));
                ResultSet row = statement.executeQuery();
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        });
    }

    @Override
    public void readReports(Instant since, Consumer<Remembered> reader) {
        String sql = "select " + ReportCodec.COLUMNS + ", r.case_number, r.contact, c.stage from reports r join cases c"
                + " on c.number = r.case_number where r.received >= ? order by r.received, r.id";
        read(sql, since, row -> {
            boolean isOpen = !Stage.of(row.getString("stage")).isClosed();
            Contact contact = Contact.valueOf(row.getString("contact").toUpperCase(Locale.ROOT));
            CaseNumber number = new CaseNumber(row.getString("case_number"));
            reader.accept(new Remembered(number, reportRows.read(row), contact, isOpen));
        });
    }

    @Override
    public void readVerified(Instant since, Consumer<Case> reader) {
        String sql = "select " + CaseRows.COLUMNS
                + " from cases c where c.verified_at >= ? order by c.verified_at, c.number";
        read(sql, since, row -> reader.accept(rows.read(row)));
    }

    private interface EachRow {
        void read(ResultSet row) throws SQLException;
    }

    /** In pages of a cursor: they do not all fit. */
    private void read(String sql, Instant since, EachRow each) {
        database.upkeep(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(READ_AT_ONCE);
                statement.setObject(1, since.atOffset(ZoneOffset.UTC));
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    each.read(row);
                }
                return true;
            }
        });
    }

    @Override
    public void addExhibit(CaseNumber number, Exhibit exhibit, byte[] content) {
        exhibitTable.add(number, exhibit, content);
    }

    @Override
    public List<Exhibit> exhibits(CaseNumber number) {
        return exhibitTable.of(number);
    }

    @Override
    public Optional<byte[]> content(CaseNumber number, String exhibit) {
        return exhibitTable.content(number, exhibit);
    }

    private interface Setting {
        void in(PreparedStatement statement) throws SQLException;
    }

    private List<Report> reports(String sql, Setting setting) {
        return database.transaction(PORT, connection -> all(connection, sql, setting, reportRows::read));
    }

    private List<Case> cases(String sql, Setting setting) {
        return database.transaction(PORT, connection -> all(connection, sql, setting, rows::read));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> all(Connection connection, String sql, Setting setting, Reading<T> reading)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            setting.in(statement);
            List<T> found = new ArrayList<>();
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                found.add(reading.of(row));
            }
            return found;
        }
    }
}

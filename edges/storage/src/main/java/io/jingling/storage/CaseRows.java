package io.jingling.storage;

import io.jingling.complaints.Carrier;
import io.jingling.complaints.Case;
import io.jingling.complaints.Case.Topic;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Deadline;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Measure;
import io.jingling.complaints.Mode;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.Step;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import io.jingling.storage.NumberVault.Label;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Cases as rows. What is in columns beside the sealed steps follows from these, and is there to be counted. */
final class CaseRows {
    static final String COLUMNS = "c.number, c.category, c.mode, c.opened, c.reports, c.sealed";

    private static final String SAVE =
            "insert into cases (number, caller, number_kind, carrier, category, mode, opened, reports, stage, desk,"
                    + " desk_name, routed_by, handed_over_at, verified_at, verified_by, acted_at, told_at, outcome, measure,"
                    + " sealed, next_due) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (number) do update set category = excluded.category, mode = excluded.mode,"
                    + " reports = excluded.reports, stage = excluded.stage, desk = excluded.desk,"
                    + " desk_name = excluded.desk_name, routed_by = excluded.routed_by,"
                    + " handed_over_at = excluded.handed_over_at, verified_at = excluded.verified_at,"
                    + " verified_by = excluded.verified_by, acted_at = excluded.acted_at, told_at = excluded.told_at,"
                    + " outcome = excluded.outcome, measure = excluded.measure, sealed = excluded.sealed,"
                    + " next_due = excluded.next_due";

    private final NumberVault vault;
    private final Sealing sealing;

    private final Deadlines deadlines;

    CaseRows(NumberVault vault, String port, Deadlines deadlines) {
        this.vault = vault;
        this.deadlines = deadlines;
        this.sealing = new Sealing(vault, Label.CASE, port);
    }

    void save(Connection connection, Collection<Case> cases) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
            // In the order of their numbers, so that two of these cannot wait for each other.
            for (Case one : cases.stream()
                    .sorted((a, b) -> a.number().compareTo(b.number()))
                    .toList()) {
                set(statement, one);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void set(PreparedStatement row, Case one) throws SQLException {
        Optional<Step.HandedOver> over = one.first(Step.HandedOver.class);
        Optional<Step.Verified> verified = one.last(Step.Verified.class);
        Optional<Step.Acted> acted = one.last(Step.Acted.class);
        row.setString(1, one.number().digits());
        row.setObject(2, one.about().isKnown() ? caller(one.about()) : null, Types.OTHER);
        row.setString(3, one.about().kind().name().toLowerCase(Locale.ROOT));
        row.setString(4, Carrier.of(one.about()).map(Carrier::word).orElse(""));
        row.setString(5, one.topic().category().map(Category::code).orElse(""));
        row.setString(6, one.topic().mode().word());
        time(row, 7, Optional.of(one.opened()));
        row.setInt(8, one.reports());
        row.setString(9, one.stage().word());
        row.setString(10, one.responsible().kind().word());
        row.setString(11, one.responsible().name());
        row.setString(12, over.map(Step.HandedOver::rule).orElse(""));
        time(row, 13, over.map(Step::at));
        time(row, 14, verified.map(Step::at));
        row.setString(15, verified.map(Step::by).orElse(""));
        // How soon it was acted on is told by the first time, as its deadline is.
        time(row, 16, one.first(Step.Acted.class).map(Step::at));
        time(row, 17, one.toldAt());
        row.setString(18, one.outcome().map(Outcome::word).orElse(""));
        row.setString(19, acted.map(Step.Acted::measure).map(Measure::word).orElse(""));
        row.setBytes(20, sealing.sealed(row(one.number()), out -> {
            out.writeLong(one.about().key());
            CaseCodec.write(out, one.steps());
        }));
        time(row, 21, due(one));
    }

    /** What is due next; empty once it is closed. */
    Optional<Instant> due(Case one) {
        return deadlines.next(one).map(Deadline::due);
    }

    /** How many. */
    int saveDue(Connection connection, Map<CaseNumber, Instant> all) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update cases set next_due = ? where number = ?")) {
            for (CaseNumber number : all.keySet().stream().sorted().toList()) {
                time(statement, 1, Optional.of(all.get(number)));
                statement.setString(2, number.digits());
                statement.addBatch();
            }
            return statement.executeBatch().length;
        }
    }

    Case read(ResultSet row) throws SQLException {
        CaseNumber number = new CaseNumber(row.getString("number"));
        Topic topic = new Topic(ReportCodec.category(row.getString("category")), Mode.of(row.getString("mode")));
        Instant opened = ReportCodec.time(row, "opened");
        int reports = row.getInt("reports");
        return sealing.opened(
                row(number),
                row.getBytes("sealed"),
                in -> new Case(number, new PhoneNumber(in.readLong()), topic, opened, reports, CaseCodec.steps(in)));
    }

    /** The look-up value of whom a case, a report or an appeal is about. */
    UUID caller(PhoneNumber number) {
        return vault.mac(Label.CASE, number);
    }

    private static UUID row(CaseNumber number) {
        return UUID.nameUUIDFromBytes(number.digits().getBytes(StandardCharsets.US_ASCII));
    }

    static void time(PreparedStatement row, int place, Optional<Instant> at) throws SQLException {
        row.setObject(place, at.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
    }
}

package io.jingling.storage;

import io.jingling.domain.Category;
import io.jingling.domain.NumberRange;
import io.jingling.domain.RangeRule;
import io.jingling.platform.RangeStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Range rules in one table, by their ranges as they are written. */
final class RangeTable implements RangeStore {
    private static final String PORT = "ranges";

    private final Database database;

    RangeTable(Database database) {
        this.database = database;
    }

    @Override
    public void save(RangeRule rule) {
        database.transaction(PORT, connection -> {
            String sql = "insert into range_rules (range, category, score, expires) values (?, ?, ?, ?)"
                    + " on conflict (range) do update set category = excluded.category, score = excluded.score,"
                    + " expires = excluded.expires";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, rule.range().toString());
                statement.setString(2, rule.category().code());
                statement.setInt(3, rule.score());
                statement.setObject(4, rule.expires().atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public boolean remove(NumberRange range) {
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("delete from range_rules where range = ?")) {
                statement.setString(1, range.toString());
                return statement.executeUpdate() == 1;
            }
        });
    }

    @Override
    public void awaitChanges() {
        database.awaitWriters(PORT, "range_rules");
    }

    @Override
    public List<RangeRule> all() {
        return database.transaction(PORT, connection -> {
            String sql = "select range, category, score, expires from range_rules";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                List<RangeRule> rules = new ArrayList<>();
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    rules.add(rule(rows));
                }
                return rules;
            }
        });
    }

    private static RangeRule rule(ResultSet row) throws SQLException {
        return new RangeRule(
                NumberRange.parse(row.getString(1)),
                Category.of(row.getString(2)),
                row.getInt(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}

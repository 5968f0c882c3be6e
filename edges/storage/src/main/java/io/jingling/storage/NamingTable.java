package io.jingling.storage;

import io.jingling.platform.StatisticsStore;
import io.jingling.statistics.Naming;
import io.jingling.statistics.Naming.Act;
import io.jingling.statistics.Naming.Step;
import io.jingling.statistics.Period;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What reports are made of beside counts: companies that are to be named, reports and open data that were made. Steps are only added. */
abstract class NamingTable implements StatisticsStore {
    private static final String PORT = "namings";
    private static final String ADD =
            "insert into namings (id, company, period, people, proposed) values (?, ?, ?, ?, ?) on conflict do nothing";
    private static final String ADD_STEP =
            "insert into naming_steps (naming, place, act, at, taken_by, said) values (?, ?, ?, ?, ?, ?) on conflict do nothing";
    private static final String FIND =
            "select n.id, n.company, n.period, n.people, s.act, s.at, s.taken_by, s.said from namings n join naming_steps s"
                    + " on s.naming = n.id where n.id = any (?) order by n.proposed desc, n.id, s.place";
    private static final String LATEST = "select id from namings order by proposed desc, id limit ?";

    /** What is there stays, and comes back. */
    private static final String KEEP_OPEN_DATA = "insert into open_data (month, made, csv) values (?, ?, ?)"
            + " on conflict (month) do update set month = excluded.month returning csv";

    private final Database database;

    NamingTable(Database database) {
        this.database = database;
    }

    @Override
    public boolean save(Naming naming) {
        return database.transaction(PORT, connection -> {
            Step last = naming.steps().getLast();
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                statement.setObject(1, naming.id());
                statement.setString(2, naming.company());
                statement.setString(3, naming.period().word());
                statement.setLong(4, naming.people());
                statement.setObject(5, naming.steps().getFirst().at().atOffset(ZoneOffset.UTC));
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement(ADD_STEP)) {
                statement.setObject(1, naming.id());
                statement.setInt(2, naming.steps().size() - 1);
                statement.setString(3, last.act().word());
                statement.setObject(4, last.at().atOffset(ZoneOffset.UTC));
                statement.setString(5, last.by());
                statement.setString(6, last.text());
                return statement.executeUpdate() == 1;
            }
        });
    }

    @Override
    public Optional<Naming> naming(UUID id) {
        return database.transaction(PORT, connection -> find(connection, List.of(id))).stream()
                .findFirst();
    }

    @Override
    public List<Naming> namings(int limit) {
        return database.transaction(PORT, connection -> {
            List<UUID> ids = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
                statement.setInt(1, limit);
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return find(connection, ids);
        });
    }

    private static List<Naming> find(Connection connection, List<UUID> ids) throws SQLException {
        List<Naming> found = new ArrayList<>();
        Array wanted = connection.createArrayOf("uuid", ids.toArray());
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, wanted);
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                UUID id = row.getObject(1, UUID.class);
                boolean isSame = !found.isEmpty() && found.getLast().id().equals(id);
                List<Step> steps = new ArrayList<>(isSame ? found.removeLast().steps() : List.of());
                steps.add(new Step(
                        Act.of(row.getString(5)),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7),
                        row.getString(8)));
                found.add(new Naming(id, row.getString(2), Period.parse(row.getString(3)), row.getLong(4), steps));
            }
        }
        return found;
    }

    @Override
    public void keep(Made made) {
        database.transaction(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into made_reports (period, made, csv) values (?, ?, ?) on conflict do nothing")) {
                statement.setString(1, made.period().word());
                statement.setObject(2, made.at().atOffset(ZoneOffset.UTC));
                statement.setString(3, made.csv());
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public List<Made> made(int limit) {
        return made("select period, made, '' from made_reports order by made desc, period desc limit ?", limit);
    }

    @Override
    public Optional<Made> made(Period period) {
        return made("select period, made, csv from made_reports where period = ?", period.word()).stream()
                .findFirst();
    }

    @Override
    public String keepOpenData(Period month, String csv, Instant at) {
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(KEEP_OPEN_DATA)) {
                statement.setString(1, month.word());
                statement.setObject(2, at.atOffset(ZoneOffset.UTC));
                statement.setString(3, csv);
                ResultSet kept = statement.executeQuery();
                kept.next();
                return kept.getString(1);
            }
        });
    }

    @Override
    public Optional<String> openData(Period month) {
        return database.transaction(PORT, connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select csv from open_data where month = ?")) {
                statement.setString(1, month.word());
                ResultSet kept = statement.executeQuery();
                return kept.next() ? Optional.of(kept.getString(1)) : Optional.empty();
            }
        });
    }

    private List<Made> made(String sql, Object value) {
        return database.transaction(PORT, connection -> {
            List<Made> found = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, value);
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    found.add(new Made(
                            Period.parse(row.getString(1)),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getString(3)));
                }
            }
            return found;
        });
    }
}

package io.jingling.storage;

import io.jingling.complaints.Deadlines;
import io.jingling.platform.StatisticsStore;
import io.jingling.statistics.Counts;
import io.jingling.statistics.Definition;
import io.jingling.statistics.Dimension;
import io.jingling.statistics.Period;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Counts by PostgreSQL, in one snapshot. What one person says of one number on one day is one complaint; each grouping is
 * counted by itself, so that the sums of all are a check.
 */
final class StatisticsTable extends NamingTable implements StatisticsStore {
    private static final String PORT = "statistics";
    private static final String SOURCE = "静铃平台举报与案件数据库";
    private static final int MONTHS_BACK = 26;
    private static final int READ_AT_ONCE = 5_000;

    private static final String COUNTED =
            "create temporary table counted on commit drop as select distinct on (r.reporter, coalesce(r.caller, r.id), day)"
                    + " (r.received at time zone 'Asia/Shanghai')::date as day, r.reporter, r.category, r.mode, r.region, r.carrier,"
                    + " r.number_kind as segment from reports r"
                    + " where r.received >= ? and r.received < ?"
                    + " order by r.reporter, coalesce(r.caller, r.id), day, r.received, r.id";
    private static final String GROUPED =
            "select grouping(carrier, segment, category, mode, region), coalesce(carrier, segment, category, mode, region, ''),"
                    + " count(*) from counted group by grouping sets ((), (carrier), (segment), (category), (mode), (region))";
    private static final int ALL = 31;
    private static final Map<Integer, Dimension> GROUPINGS = Map.of(
            15,
            Dimension.CARRIER,
            23,
            Dimension.SEGMENT,
            27,
            Dimension.CATEGORY,
            29,
            Dimension.MODE,
            30,
            Dimension.REGION);

    private static final String MONTHS =
            "select to_char(day, 'YYYY-MM'), count(*) from (select distinct reporter, coalesce(caller, id),"
                    + " (received at time zone 'Asia/Shanghai')::date as day from reports where received >= ? and received < ?) as one"
                    + " group by 1";
    private static final String FIRST_REPORT = "select min(received) from reports";
    private static final String BY_DAY = "select day::text, category, reporter, count(*) from counted group by 1, 2, 3";

    /** How soon a case must be acted on: as {@code Deadlines} has it. */
    private static final String DUE = "opened + case when category = 'F1' then interval '30 minutes'"
            + " when mode = 'bombing' then interval '2 hours' else interval '48 hours' end";

    private static final String CASES =
            "select grouping(desk || '/' || desk_name, measure, outcome), coalesce(desk || '/' || desk_name, measure, outcome, ''),"
                    + " count(*), count(*) filter (where verified_at is not null or told_at is not null) from cases"
                    + " where opened >= ? and opened < ? and stage <> 'withdrawn'"
                    + " group by grouping sets ((), (desk || '/' || desk_name), (measure), (outcome))";
    private static final int ALL_CASES = 7;
    private static final int BY_DESK = 3;
    private static final int BY_MEASURE = 5;

    private static final String QUALITY = "select count(*) filter (where due <= ?), count(*) filter (where due <= ? and"
            + " coalesce(acted_at, told_at) <= due), count(*) filter (where verified_at is not null or told_at is not null),"
            + " count(*) filter (where told_at is not null),"
            + median("verified_at") + ", " + median("acted_at") + ", " + median("told_at")
            + " from (select *, " + DUE
            + " as due from cases where opened >= ? and opened < ? and stage <> 'withdrawn') as one";
    private static final String APPEALS =
            "select count(*), count(*) filter (where upheld), percentile_cont(0.5) within group (order by extract(epoch from"
                    + " decided_at - at)) from appeals where decided_at >= ? and decided_at < ?";
    private static final String SEALED_REPORTS =
            "select " + ReportCodec.COLUMNS + " from reports r where r.received >= ? and r.received < ?";

    private final Database database;
    private final ReportRows reports;

    StatisticsTable(Database database, NumberVault vault) {
        super(database);
        this.database = database;
        this.reports = new ReportRows(vault, new CaseRows(vault, PORT, Deadlines.STANDARD), PORT);
    }

    private static String median(String column) {
        return "percentile_cont(0.5) within group (order by extract(epoch from " + column + " - opened)) filter (where "
                + column + " is not null)";
    }

    @Override
    public Counts count(Period period, Instant asOf) {
        return inSnapshot(connection -> {
            counted(connection, period);
            Map<Dimension, Map<String, Long>> by = new EnumMap<>(Dimension.class);
            long[] total = new long[1];
            each(connection, GROUPED, row -> {
                if (row.getInt(1) == ALL) {
                    total[0] = row.getLong(3);
                } else {
                    by.computeIfAbsent(GROUPINGS.get(row.getInt(1)), one -> new TreeMap<>())
                            .put(row.getString(2), row.getLong(3));
                }
            });
            return new Counts(
                    period, SOURCE, asOf, total[0], by, months(connection, period), handling(connection, period, asOf));
        });
    }

    private void counted(Connection connection, Period period) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNTED)) {
            between(statement, 1, period.start(), period.end());
            statement.executeUpdate();
        }
    }

    /** From the first month with a whole record on: earlier ones are not nothing, but unknown. */
    private Map<YearMonth, Long> months(Connection connection, Period period) throws SQLException {
        Map<YearMonth, Long> months = new TreeMap<>();
        each(connection, FIRST_REPORT, row -> {
            Instant first = Optional.ofNullable(row.getObject(1, java.time.OffsetDateTime.class))
                    .map(java.time.OffsetDateTime::toInstant)
                    .orElse(period.end());
            var day = first.atZone(Period.CHINA).toLocalDate();
            YearMonth since = YearMonth.from(day.getDayOfMonth() == 1 ? day : day.plusMonths(1));
            YearMonth last = period.all().getLast();
            for (int back = 0; back < MONTHS_BACK && !last.minusMonths(back).isBefore(since); back++) {
                months.put(last.minusMonths(back), 0L);
            }
            period.all().forEach(month -> months.putIfAbsent(month, 0L));
        });
        try (PreparedStatement statement = connection.prepareStatement(MONTHS)) {
            YearMonth from = months.keySet().iterator().next();
            between(statement, 1, from.atDay(1).atStartOfDay(Period.CHINA).toInstant(), period.end());
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                months.put(YearMonth.parse(row.getString(1)), row.getLong(2));
            }
        }
        return months;
    }

    private Counts.Handling handling(Connection connection, Period period, Instant asOf) throws SQLException {
        Map<String, Long> desks = new TreeMap<>();
        Map<String, Long> handled = new TreeMap<>();
        Map<String, Long> measures = new TreeMap<>();
        Map<String, Long> outcomes = new TreeMap<>();
        long cases = 0;
        try (PreparedStatement statement = connection.prepareStatement(CASES)) {
            between(statement, 1, period.start(), period.end());
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                switch (row.getInt(1)) {
                    case ALL_CASES -> cases = row.getLong(3);
                    case BY_DESK -> {
                        desks.put(row.getString(2), row.getLong(3));
                        handled.put(row.getString(2), row.getLong(4));
                    }
                    case BY_MEASURE -> measures.put(row.getString(2), row.getLong(3));
                    default -> outcomes.put(row.getString(2), row.getLong(3));
                }
            }
        }
        Map<Definition, Counts.Ratio> ratios = new EnumMap<>(Definition.class);
        Map<String, Long> medians = new TreeMap<>();
        quality(connection, period, asOf, ratios, medians);
        appeals(connection, period, ratios, medians);
        return new Counts.Handling(cases, desks, handled, measures, outcomes, ratios, medians);
    }

    private void quality(
            Connection connection,
            Period period,
            Instant asOf,
            Map<Definition, Counts.Ratio> ratios,
            Map<String, Long> medians)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUALITY)) {
            between(statement, 1, asOf, asOf);
            between(statement, 3, period.start(), period.end());
            ResultSet row = statement.executeQuery();
            row.next();
            ratios.put(Definition.TIMELY, new Counts.Ratio(row.getLong(2), row.getLong(1)));
            ratios.put(Definition.TOLD, new Counts.Ratio(row.getLong(4), row.getLong(3)));
            median(row, 5, "立案到核实", medians);
            median(row, 6, "立案到处置", medians);
            median(row, 7, "立案到告知", medians);
        }
    }

    private void appeals(
            Connection connection, Period period, Map<Definition, Counts.Ratio> ratios, Map<String, Long> medians)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEALS)) {
            between(statement, 1, period.start(), period.end());
            ResultSet row = statement.executeQuery();
            row.next();
            ratios.put(Definition.OVERTURNED, new Counts.Ratio(row.getLong(2), row.getLong(1)));
            median(row, 3, "申诉到决定", medians);
        }
    }

    private static void median(ResultSet row, int column, String name, Map<String, Long> medians) throws SQLException {
        double seconds = row.getDouble(column);
        if (!row.wasNull()) {
            medians.put(name, Math.round(seconds));
        }
    }

    @Override
    public Map<String, Map<String, Map<UUID, Long>>> byDay(Period period) {
        return inSnapshot(connection -> {
            counted(connection, period);
            Map<String, Map<String, Map<UUID, Long>>> days = new TreeMap<>();
            each(connection, BY_DAY, row -> days.computeIfAbsent(row.getString(1), one -> new TreeMap<>())
                    .computeIfAbsent(row.getString(2).isEmpty() ? "unclear" : row.getString(2), one -> new HashMap<>())
                    .put(row.getObject(3, UUID.class), row.getLong(4)));
            return days;
        });
    }

    @Override
    public long peopleWhoNamed(String company, Period period) {
        return database.upkeep(PORT, connection -> {
            Set<UUID> people = new HashSet<>();
            try (PreparedStatement statement = connection.prepareStatement(SEALED_REPORTS)) {
                statement.setFetchSize(READ_AT_ONCE);
                between(statement, 1, period.start(), period.end());
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    if (reports.read(row).said().heard().brand().equals(company)) {
                        people.add(row.getObject("reporter", UUID.class));
                    }
                }
            }
            return (long) people.size();
        });
    }

    private <T> T inSnapshot(Database.Work<T> work) {
        return database.bulk(PORT, connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return work.in(connection);
        });
    }

    private interface EachRow {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, EachRow each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                each.read(row);
            }
        }
    }

    private static void between(PreparedStatement statement, int place, Instant from, Instant to) throws SQLException {
        statement.setObject(place, from.atOffset(ZoneOffset.UTC));
        statement.setObject(place + 1, to.atOffset(ZoneOffset.UTC));
    }
}

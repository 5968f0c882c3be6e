package io.jingling.storage;

import io.jingling.domain.PhoneNumber;
import io.jingling.platform.DecisionHistory;
import io.jingling.storage.NumberVault.Label;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.Collectors;

/** Past decisions out of the database, and the newest out of memory where the database has not got them yet. */
final class DecisionQueries implements DecisionHistory {
    private static final String PORT = "decisions";
    private static final int TALLIES_MAX = 100_000;
    private static final String LIMIT_EXCEEDED = "54000";
    private static final Duration BY_MINUTE_MAX = Duration.ofHours(6);
    private static final Duration BY_HOUR_MAX = Duration.ofDays(7);
    private static final int BLOCKS_AT_ONCE = 16;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private static final Comparator<PastDecision> NEWEST_FIRST = Comparator.comparing(PastDecision::at)
            .thenComparing(PastDecision::id)
            .reversed();

    private final Database database;
    private final NumberVault vault;
    private final DecisionTables tables;
    private final NewestDecisions newest;

    DecisionQueries(Database database, NumberVault vault, DecisionTables tables, NewestDecisions newest) {
        this.database = database;
        this.vault = vault;
        this.tables = tables;
        this.newest = newest;
    }

    @Override
    public List<PastDecision> ofCallee(PhoneNumber callee, Instant from, Instant to, int limit) {
        List<PastDecision> inMemory = newest.having(DecisionRows.CALLEE, callee.key());
        return merged(inMemory, of(Label.CALLEE, callee, from, to, limit), from, to, limit);
    }

    @Override
    public List<PastDecision> ofCaller(PhoneNumber caller, Instant from, Instant to, int limit) {
        List<PastDecision> inMemory = newest.having(DecisionRows.CALLER, caller.key());
        return merged(inMemory, of(Label.CALLER, caller, from, to, limit), from, to, limit);
    }

    @Override
    public List<PastDecision> between(Instant from, Instant to, int limit) {
        List<PastDecision> inMemory = newest.within(from, to);
        return merged(inMemory, inBlocks(from, to, limit), from, to, limit);
    }

    @Override
    public List<PastDecision> latest(int limit) {
        Map<Long, PastDecision> found = new LinkedHashMap<>();
        newest.latest(limit).forEach(one -> found.put(one.id(), one));
        if (found.size() < limit && database.isUp()) {
            lastInBlocks(limit).forEach(one -> found.putIfAbsent(one.id(), one));
        }
        return found.values().stream().sorted(NEWEST_FIRST).limit(limit).toList();
    }

    @Override
    public Optional<PastDecision> find(long id) {
        return newest.find(id).or(() -> inBlock(id));
    }

    private Optional<PastDecision> inBlock(long id) {
        return database.transaction(PORT, connection -> {
            String sql = "select frame from decision_blocks where block = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, DecisionBlock.numberOf(id));
                ResultSet row = statement.executeQuery();
                return row.next()
                        ? tables.open(row.getBytes(1))
                                .filter(block -> DecisionBlock.placeOf(id) < block.count())
                                .map(block -> block.decision(DecisionBlock.placeOf(id)))
                        : Optional.empty();
            }
        });
    }

    @Override
    public List<Tally> tallies(Instant from, Instant to) {
        return database.transaction(PORT, connection -> {
            String sql = "select date_trunc('" + binOf(Duration.between(from, to)) + "', minute, 'UTC') as bin, action,"
                    + " rule, category, sum(count)::bigint from tallies where minute >= ? and minute < ?"
                    + " group by bin, action, rule, category order by bin, action, rule, category limit "
                    + (TALLIES_MAX + 1);
            List<Tally> tallies = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, time(from));
                statement.setObject(2, time(to));
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    tallies.add(new Tally(
                            rows.getObject(1, OffsetDateTime.class).toInstant(),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getLong(5)));
                }
            }
            if (tallies.size() > TALLIES_MAX) {
                throw new SQLException(
                        "tallies: got more than " + TALLIES_MAX + ", want fewer; ask for a shorter time",
                        LIMIT_EXCEEDED);
            }
            return tallies;
        });
    }

    private static String binOf(Duration span) {
        if (span.compareTo(BY_MINUTE_MAX) <= 0) {
            return "minute";
        }
        return span.compareTo(BY_HOUR_MAX) <= 0 ? "hour" : "day";
    }

    private static List<PastDecision> merged(
            List<PastDecision> inMemory, List<PastDecision> inDatabase, Instant from, Instant to, int limit) {
        Map<Long, PastDecision> found = new HashMap<>();
        inDatabase.stream().filter(one -> isWithin(one, from, to)).forEach(one -> found.put(one.id(), one));
        inMemory.stream().filter(one -> isWithin(one, from, to)).forEach(one -> found.put(one.id(), one));
        return found.values().stream().sorted(NEWEST_FIRST).limit(limit).toList();
    }

    /** By the index, hour by hour back in time, until there are enough. */
    private List<PastDecision> of(Label label, PhoneNumber number, Instant from, Instant to, int limit) {
        UUID lookUp = vault.mac(label, number);
        return database.transaction(PORT, connection -> {
            String sql = "select hour, places from decision_index where bucket = ? and hour >= ? and hour <= ?"
                    + " order by hour desc";
            // The oldest of those that are to be looked at is on top.
            PriorityQueue<Place> found = new PriorityQueue<>(Comparator.reverseOrder());
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(ROWS_AT_ONCE);
                statement.setInt(1, DecisionIndex.bucket(lookUp));
                statement.setInt(2, DecisionIndex.hour(millis(from)));
                statement.setInt(3, DecisionIndex.hour(millis(to)));
                ResultSet rows = statement.executeQuery();
                int hour = Integer.MAX_VALUE;
                while (rows.next() && (found.size() < limit || rows.getInt(1) == hour)) {
                    hour = rows.getInt(1);
                    DecisionIndex.search(rows.getBytes(2), hour, lookUp, (at, id) -> {
                        if (at >= millis(from) && at < millis(to)) {
                            found.add(new Place(at, id));
                            if (found.size() > limit) {
                                found.remove();
                            }
                        }
                    });
                }
            }
            return opened(connection, List.copyOf(found), label, number);
        });
    }

    /** Where a decision is, newest first. */
    private record Place(long at, long id) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return at == other.at ? Long.compare(other.id, id) : Long.compare(other.at, at);
        }
    }

    private List<PastDecision> opened(Connection connection, List<Place> places, Label label, PhoneNumber number)
            throws SQLException {
        Map<Long, List<Long>> idsOfBlock =
                places.stream().map(Place::id).collect(Collectors.groupingBy(DecisionBlock::numberOf));
        List<PastDecision> found = new ArrayList<>();
        String sql = "select frame from decision_blocks where block = any (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(BLOCKS_AT_ONCE);
            statement.setArray(
                    1, connection.createArrayOf("bigint", idsOfBlock.keySet().toArray()));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                tables.open(rows.getBytes(1)).ifPresent(block -> idsOfBlock.get(block.number()).stream()
                        .map(id -> block.decision(DecisionBlock.placeOf(id)))
                        .filter(one -> number.equals(label == Label.CALLER ? one.caller() : one.callee()))
                        .forEach(found::add));
            }
        }
        return found;
    }

    /** Reads blocks from the one that ends last, until no other can hold anything newer than what was found. */
    private List<PastDecision> inBlocks(Instant from, Instant to, int limit) {
        return database.transaction(PORT, connection -> {
            String sql = "select frame from decision_blocks where last_at >= ? and last_at < ? order by last_at desc";
            // The oldest of those that are to be returned is on top.
            PriorityQueue<PastDecision> found = new PriorityQueue<>(NEWEST_FIRST.reversed());
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(BLOCKS_AT_ONCE);
                statement.setObject(1, time(from));
                statement.setObject(2, time(to.isAfter(FAR) ? to : to.plusMillis(DecisionBlock.SPAN_MILLIS)));
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    Optional<DecisionBlock> block = tables.open(rows.getBytes(1));
                    long lastAt = block.map(DecisionBlock::lastAt).orElse(Long.MAX_VALUE);
                    if (found.size() == limit && found.peek().at().toEpochMilli() > lastAt) {
                        break;
                    }
                    block.stream()
                            .flatMap(one -> decisions(one).stream())
                            .filter(one -> isWithin(one, from, to))
                            .forEach(one -> keep(found, one, limit));
                }
            }
            return List.copyOf(found);
        });
    }

    private static void keep(PriorityQueue<PastDecision> found, PastDecision one, int limit) {
        found.add(one);
        if (found.size() > limit) {
            found.remove();
        }
    }

    private static boolean isWithin(PastDecision one, Instant from, Instant to) {
        return !one.at().isBefore(from) && one.at().isBefore(to);
    }

    private List<PastDecision> lastInBlocks(int limit) {
        return database.transaction(PORT, connection -> {
            List<PastDecision> found = new ArrayList<>();
            String sql = "select frame from decision_blocks order by last_at desc";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(BLOCKS_AT_ONCE);
                ResultSet rows = statement.executeQuery();
                while (found.size() < limit && rows.next()) {
                    tables.open(rows.getBytes(1))
                            .map(DecisionQueries::decisions)
                            .ifPresent(found::addAll);
                }
            }
            return found;
        });
    }

    private static Collection<PastDecision> decisions(DecisionBlock block) {
        List<PastDecision> decisions = new ArrayList<>(block.count());
        for (int place = 0; place < block.count(); place++) {
            decisions.add(block.decision(place));
        }
        return decisions;
    }

    private static long millis(Instant time) {
        return BinaryCopy.micros(time) / 1000;
    }

    private static OffsetDateTime time(Instant time) {
        long micros = BinaryCopy.micros(time);
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L)
                .atOffset(ZoneOffset.UTC);
    }
}

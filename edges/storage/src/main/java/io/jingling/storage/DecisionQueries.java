package io.jingling.storage;

import io.jingling.domain.PhoneNumber;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.StoreFailure;
import io.jingling.storage.NumberVault.Label;
import java.security.GeneralSecurityException;
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
import java.util.function.Predicate;

/** Past decisions out of the database, and the newest out of memory where the database has not got them yet. */
final class DecisionQueries implements DecisionHistory {
    private static final String PORT = "decisions";
    private static final int TALLIES_MAX = 100_000;
    private static final String LIMIT_EXCEEDED = "54000";
    private static final Duration BY_MINUTE_MAX = Duration.ofHours(6);
    private static final Duration BY_HOUR_MAX = Duration.ofDays(7);
    private static final int BLOCKS_AT_ONCE = 16;
    private static final Comparator<PastDecision> NEWEST_FIRST = Comparator.comparing(PastDecision::at)
            .thenComparing(PastDecision::id)
            .reversed();

    private final Database database;
    private final NumberVault vault;
    private final NewestDecisions newest;

    DecisionQueries(Database database, NumberVault vault, NewestDecisions newest) {
        this.database = database;
        this.vault = vault;
        this.newest = newest;
    }

    @Override
    public List<PastDecision> ofCallee(PhoneNumber callee, Instant from, Instant to, int limit) {
        List<PastDecision> inMemory = newest.having(DecisionRows.CALLEE, callee.key());
        return merged(inMemory, of("callee", callee, from, to, limit), from, to, limit);
    }

    @Override
    public List<PastDecision> ofCaller(PhoneNumber caller, Instant from, Instant to, int limit) {
        List<PastDecision> inMemory = newest.having(DecisionRows.CALLER, caller.key());
        return merged(inMemory, of("caller", caller, from, to, limit), from, to, limit);
    }

    @Override
    public List<PastDecision> between(Instant from, Instant to, int limit) {
        List<PastDecision> inMemory = newest.latest(Integer.MAX_VALUE);
        return merged(inMemory, inBlocks(from, to, limit), from, to, limit);
    }

    @Override
    public List<PastDecision> latest(int limit) {
        Map<Long, PastDecision> found = new LinkedHashMap<>();
        newest.latest(limit).forEach(one -> found.put(one.id(), one));
        if (found.size() < limit && database.isUp()) {
            lastInBlocks(limit).forEach(one -> found.putIfAbsent(one.id(), one));
        }
        return found.values().stream()
                .sorted(Comparator.comparingLong(PastDecision::id).reversed())
                .limit(limit)
                .toList();
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
        Predicate<PastDecision> within =
                one -> !one.at().isBefore(from) && one.at().isBefore(to);
        Map<Long, PastDecision> found = new HashMap<>();
        inDatabase.stream().filter(within).forEach(one -> found.put(one.id(), one));
        inMemory.stream().filter(within).forEach(one -> found.put(one.id(), one));
        return found.values().stream().sorted(NEWEST_FIRST).limit(limit).toList();
    }

    private List<PastDecision> of(String column, PhoneNumber number, Instant from, Instant to, int limit) {
        return database.transaction(PORT, connection -> {
            String sql = "select id from decisions where " + column + " = ? and at >= ? and at < ?"
                    + " order by at desc limit ?";
            List<Long> ids = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, vault.mac(Label.NUMBER, number));
                statement.setObject(2, time(from));
                statement.setObject(3, time(to));
                statement.setInt(4, limit);
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return byId(connection, ids);
        });
    }

    private List<PastDecision> byId(Connection connection, List<Long> ids) throws SQLException {
        Map<Long, DecisionBlock> blocks = new HashMap<>();
        Object[] numbers = ids.stream().map(DecisionBlock::numberOf).distinct().toArray();
        String sql = "select frame from decision_blocks where block = any (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(BLOCKS_AT_ONCE);
            statement.setArray(1, connection.createArrayOf("bigint", numbers));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                opened(rows.getBytes(1)).ifPresent(block -> blocks.put(block.number(), block));
            }
        }
        return ids.stream()
                .filter(id -> blocks.containsKey(DecisionBlock.numberOf(id)))
                .map(id -> blocks.get(DecisionBlock.numberOf(id)).decision(DecisionBlock.placeOf(id)))
                .toList();
    }

    /** Reads blocks from the one that ends last, until no other can hold anything newer than what was found. */
    private List<PastDecision> inBlocks(Instant from, Instant to, int limit) {
        return database.transaction(PORT, connection -> {
            String sql = "select frame from decision_blocks where last_at >= ? and last_at < ? order by last_at desc";
            List<PastDecision> found = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(BLOCKS_AT_ONCE);
                statement.setObject(1, time(from));
                statement.setObject(2, time(to.isAfter(FAR) ? to : to.plusMillis(DecisionBlock.SPAN_MILLIS)));
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    Optional<DecisionBlock> block = opened(rows.getBytes(1));
                    if (block.isEmpty()) {
                        continue;
                    }
                    if (found.size() >= limit
                            && found.get(limit - 1).at().toEpochMilli()
                                    > block.get().lastAt()) {
                        return found;
                    }
                    found.addAll(decisions(block.get()));
                    found = new ArrayList<>(merged(List.of(), found, from, to, limit));
                }
            }
            return found;
        });
    }

    private List<PastDecision> lastInBlocks(int limit) {
        return database.transaction(PORT, connection -> {
            List<PastDecision> found = new ArrayList<>();
            String sql = "select frame from decision_blocks order by block desc";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(BLOCKS_AT_ONCE);
                ResultSet rows = statement.executeQuery();
                while (found.size() < limit && rows.next()) {
                    opened(rows.getBytes(1)).ifPresent(block -> found.addAll(decisions(block)));
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

    private Optional<DecisionBlock> opened(byte[] frame) {
        try {
            return Optional.of(DecisionBlock.open(vault, frame));
        } catch (GeneralSecurityException changed) {
            throw new StoreFailure(PORT, changed);
        }
    }

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private static OffsetDateTime time(Instant time) {
        long micros = BinaryCopy.micros(time);
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L)
                .atOffset(ZoneOffset.UTC);
    }
}

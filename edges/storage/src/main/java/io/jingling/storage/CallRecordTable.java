package io.jingling.storage;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.StoreFailure;
import io.jingling.storage.NumberVault.Label;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Call records in one table: what may name a person sealed together, the rest in the clear. */
final class CallRecordTable implements CallRecordStore {
    private static final String PORT = "call records";
    private static final int SOURCE_MAX = 100;
    private static final List<String> COLUMNS = List.of(
            "source",
            "start_time",
            "caller",
            "callee",
            "direction",
            "answered",
            "ring_millis",
            "duration_millis",
            "released_by",
            "cause",
            "trunk",
            "tenant",
            "sealed");

    private static final String READ =
            "sealed, start_time, direction, answered, ring_millis, duration_millis, released_by,"
                    + " cause, trunk, tenant";

    private final Database database;
    private final NumberVault vault;

    CallRecordTable(Database database, NumberVault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    public Appended append(String source, List<CallRecord> records) {
        if (source.isBlank() || source.length() > SOURCE_MAX) {
            throw new IllegalArgumentException(
                    "source: got " + source.length() + " characters, want 1 to " + SOURCE_MAX);
        }
        Map<UUID, CallRecord> distinct = new LinkedHashMap<>();
        records.forEach(record -> distinct.putIfAbsent(id(source, record), record));
        long added = database.bulk(
                PORT,
                connection -> Staging.insertNew(
                        connection, rows -> write(source, distinct, rows), "call_records", "id", COLUMNS));
        return new Appended(added, records.size() - added);
    }

    @Override
    public Page after(Place place, int limit) {
        return database.bulk(PORT, connection -> {
            String sql = "select id, " + READ + " from call_records where (start_time, id) > (?, ?)"
                    + " order by start_time, id limit ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, place.start().atOffset(ZoneOffset.UTC));
                statement.setObject(2, place.id());
                statement.setInt(3, limit);
                return page(place, statement.executeQuery());
            }
        });
    }

    @Override
    public List<CallRecord> ofCallers(Collection<PhoneNumber> callers, Instant from, Instant to, int limit) {
        return database.upkeep(PORT, connection -> {
            String sql = "select id, " + READ + " from call_records where caller = any (?) and start_time >= ?"
                    + " and start_time < ? order by start_time, id limit ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Object[] known = callers.stream()
                        .filter(PhoneNumber::isKnown)
                        .map(number -> vault.mac(Label.NUMBER, number))
                        .toArray();
                statement.setArray(1, connection.createArrayOf("uuid", known));
                statement.setObject(2, from.atOffset(ZoneOffset.UTC));
                statement.setObject(3, to.atOffset(ZoneOffset.UTC));
                statement.setInt(4, limit);
                return page(Place.before(from), statement.executeQuery()).records();
            }
        });
    }

    private Page page(Place before, ResultSet rows) throws SQLException {
        List<CallRecord> records = new ArrayList<>();
        Place last = before;
        while (rows.next()) {
            CallRecord record = record(rows);
            records.add(record);
            last = new Place(record.start(), rows.getObject(1, UUID.class));
        }
        return new Page(records, last);
    }

    private CallRecord record(ResultSet row) throws SQLException {
        CallRecordCodec.Personal personal = opened(row.getObject(1, UUID.class), row.getBytes(2));
        return new CallRecord(
                personal.callId(),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                personal.caller(),
                personal.callee(),
                Direction.valueOf(row.getString(4)),
                row.getBoolean(5),
                Duration.ofMillis(row.getLong(6)),
                Duration.ofMillis(row.getLong(7)),
                ReleasedBy.valueOf(row.getString(8)),
                row.getString(9),
                new Origin(
                        row.getString(10),
                        row.getString(11),
                        personal.userAgent(),
                        personal.mediaHash(),
                        personal.transcript()));
    }

    private CallRecordCodec.Personal opened(UUID id, byte[] sealed) {
        try {
            return CallRecordCodec.read(vault.open(NumberVault.owner(Label.CALL_RECORD, id), sealed));
        } catch (GeneralSecurityException changed) {
            throw new StoreFailure(PORT, changed);
        }
    }

    @Override
    public Optional<Instant> latestStart() {
        return database.transaction(PORT, connection -> {
            String sql = "select start_time from call_records order by start_time desc limit 1";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                ResultSet row = statement.executeQuery();
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        });
    }

    private void write(String source, Map<UUID, CallRecord> records, BinaryCopy rows) throws SQLException {
        for (Map.Entry<UUID, CallRecord> one : records.entrySet()) {
            add(rows, one.getKey(), source, one.getValue());
            rows.sendFull();
        }
    }

    private void add(BinaryCopy rows, UUID id, String source, CallRecord record) {
        rows.row(1 + COLUMNS.size()).uuid(id).text(source).time(record.start());
        number(rows, record.caller());
        number(rows, record.callee());
        rows.text(record.direction().name())
                .bool(record.answered())
                .int8(record.ring().toMillis())
                .int8(record.duration().toMillis())
                .text(record.releasedBy().name())
                .text(record.cause())
                .text(record.origin().trunk())
                .text(record.origin().tenant())
                .bytea(vault.seal(NumberVault.owner(Label.CALL_RECORD, id), CallRecordCodec.write(record)));
    }

    private void number(BinaryCopy rows, PhoneNumber number) {
        if (number.isKnown()) {
            rows.uuid(vault.mac(Label.NUMBER, number));
        } else {
            rows.nothing();
        }
    }

    private UUID id(String source, CallRecord record) {
        // The length keeps where one ends and the other begins.
        String whole = source.length() + ":" + source + record.callId();
        return vault.mac(Label.CALL_RECORD, whole.getBytes(StandardCharsets.UTF_8));
    }
}

package io.jingling.storage;

import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.CallRecordStore;
import io.jingling.storage.NumberVault.Label;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

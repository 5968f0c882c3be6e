package io.jingling.storage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in the binary form of PostgreSQL's COPY, in one growing array. */
final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final byte[] END = {-1, -1};
    private static final int HEADER = SIGNATURE.length + 8;
    private static final int SENT_AT_ONCE = 1 << 18;
    private static final long EPOCH_MICROS = 946_684_800_000_000L;
    private static final int EPOCH_DAY = 10_957;
    private static final long MICROS_A_SECOND = 1_000_000;
    /** The years 4713 before to 9999 after: what everybody's tools can show. */
    private static final long SECONDS_MIN = -200_000_000_000L;

    private static final long SECONDS_MAX = 253_402_300_799L;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[1 << 16];
    private int length;
    private Optional<CopyIn> sink = Optional.empty();

    BinaryCopy() {
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        length = HEADER;
    }

    /** Forgets all rows, and keeps the memory that they took. */
    void clear() {
        length = HEADER;
    }

    BinaryCopy row(int fields) {
        room(2);
        bytes[length++] = (byte) (fields >>> 8);
        bytes[length++] = (byte) fields;
        return this;
    }

    BinaryCopy uuid(UUID value) {
        room(20);
        raw4(16);
        raw8(value.getMostSignificantBits());
        raw8(value.getLeastSignificantBits());
        return this;
    }

    BinaryCopy int8(long value) {
        room(12);
        raw4(8);
        raw8(value);
        return this;
    }

    BinaryCopy int4(int value) {
        room(8);
        raw4(4);
        raw4(value);
        return this;
    }

    BinaryCopy bool(boolean value) {
        room(5);
        raw4(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    BinaryCopy nothing() {
        room(4);
        raw4(-1);
        return this;
    }

    BinaryCopy day(LocalDate value) {
        return int4((int) value.toEpochDay() - EPOCH_DAY);
    }

    /** Held within what PostgreSQL knows. */
    BinaryCopy millis(long epochMillis) {
        return int8(representable(epochMillis) * 1000 - EPOCH_MICROS);
    }

    /** Held within what PostgreSQL knows; microseconds are kept. */
    BinaryCopy time(Instant value) {
        return int8(micros(value) - EPOCH_MICROS);
    }

    /** Without NUL characters, which PostgreSQL's text cannot hold. */
    BinaryCopy text(String value) {
        return bytea(value.replace("\0", "").getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy bytea(byte[] value) {
        return bytea(value, 0, value.length);
    }

    BinaryCopy bytea(byte[] value, int from, int count) {
        return byteaOf(count).raw(value, from, count);
    }

    /** Begins a field of so many bytes, to be followed by them. */
    BinaryCopy byteaOf(int count) {
        room(4 + count);
        raw4(count);
        return this;
    }

    /** Bytes of the field that was begun. */
    BinaryCopy raw(byte[] value, int from, int count) {
        System.arraycopy(value, from, bytes, length, count);
        length += count;
        return this;
    }

    /** Writes rows, and calls {@link #sendFull} after some. */
    interface Source {
        void writeTo(BinaryCopy rows) throws SQLException;
    }

    /** Sends the source's rows as they come, however many; how many there were. */
    static long stream(Connection connection, String copyStatement, Source source) throws SQLException {
        BinaryCopy rows = new BinaryCopy();
        return rows.copied(connection, copyStatement, () -> {
            source.writeTo(rows);
            rows.send();
        });
    }

    /** Sends all rows gathered; how many there were. They may be sent again. */
    long into(Connection connection, String copyStatement) throws SQLException {
        return copied(connection, copyStatement, this::send);
    }

    /** While streaming: sends what has gathered, once that is much. */
    void sendFull() throws SQLException {
        if (length >= SENT_AT_ONCE && sink.isPresent()) {
            send();
            length = 0;
        }
    }

    private interface Gathering {
        void run() throws SQLException;
    }

    private long copied(Connection connection, String copyStatement, Gathering gathering) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copyStatement);
        sink = Optional.of(copy);
        try {
            gathering.run();
            copy.writeToCopy(END, 0, END.length);
            return copy.endCopy();
        } finally {
            sink = Optional.empty();
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void send() throws SQLException {
        CopyIn copy = sink.orElseThrow();
        for (int from = 0; from < length; from += SENT_AT_ONCE) {
            copy.writeToCopy(bytes, from, Math.min(SENT_AT_ONCE, length - from));
        }
    }

    /** The nearest time that everybody's tools can show. */
    static long representable(long epochMillis) {
        return Math.clamp(epochMillis, SECONDS_MIN * 1000, SECONDS_MAX * 1000);
    }

    static long micros(Instant value) {
        long seconds = Math.clamp(value.getEpochSecond(), SECONDS_MIN, SECONDS_MAX);
        long part = seconds == value.getEpochSecond() ? value.getNano() / 1000 : 0;
        return seconds * MICROS_A_SECOND + part;
    }

    /** The time behind a field of eight bytes. */
    static Instant timeOf(long postgresMicros) {
        long micros = postgresMicros + EPOCH_MICROS;
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_A_SECOND), Math.floorMod(micros, MICROS_A_SECOND) * 1000);
    }

    private void room(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
    }

    private void raw4(int value) {
        INTS.set(bytes, length, value);
        length += 4;
    }

    private void raw8(long value) {
        LONGS.set(bytes, length, value);
        length += 8;
    }
}

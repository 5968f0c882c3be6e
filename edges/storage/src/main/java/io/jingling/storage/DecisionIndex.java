package io.jingling.storage;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Where a batch's decisions on a number are: rows for the table {@code decision_index}.
 *
 * <p>The first bits of the number's look-up value and the hour of the call choose the row. In it, 20 bytes
 * a place, big endian: the look-up value's last 8 bytes, the milliseconds since the hour (4), the decision's id (8).
 */
final class DecisionIndex {
    static final long HOUR_MILLIS = 3_600_000;

    private static final int BUCKET_BITS = 12;
    private static final int PLACE = 8 + 4 + 8;
    private static final long HOURS_BEFORE_1970 = 1L << 30;

    // By bucket, then by hour: the order of the table's key, in which it takes rows fastest.
    private final TreeMap<Long, Places> rows = new TreeMap<>();

    /** Places in a growing array. */
    private static final class Places {
        private byte[] bytes = new byte[4 * PLACE];
        private int length;

        void add(long tag, int millis, long id) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            ByteBuffer.wrap(bytes, length, PLACE).putLong(tag).putInt(millis).putLong(id);
            length += PLACE;
        }
    }

    static int bucket(UUID lookUp) {
        return (int) (lookUp.getMostSignificantBits() >>> Long.SIZE - BUCKET_BITS);
    }

    static int hour(long atMillis) {
        return (int) Math.floorDiv(BinaryCopy.representable(atMillis), HOUR_MILLIS);
    }

    void add(UUID lookUp, long atMillis, long id) {
        long row = (long) bucket(lookUp) << 32 | hour(atMillis) + HOURS_BEFORE_1970;
        int millis = (int) Math.floorMod(BinaryCopy.representable(atMillis), HOUR_MILLIS);
        rows.computeIfAbsent(row, key -> new Places()).add(lookUp.getLeastSignificantBits(), millis, id);
    }

    /** All rows, for COPY: day, bucket, hour, batch, places. */
    BinaryCopy rows(LocalDate day, long batch) {
        BinaryCopy copy = new BinaryCopy();
        rows.forEach((row, places) -> copy.row(5)
                .day(day)
                .int4((int) (row >>> 32))
                .int4((int) ((row & 0xFFFFFFFFL) - HOURS_BEFORE_1970))
                .int8(batch)
                .bytea(places.bytes, 0, places.length));
        return copy;
    }

    /** Takes the time and the id of a decision. */
    interface Found {
        void decision(long atMillis, long id);
    }

    /** Calls for each place in a row that is of the number. */
    static void search(byte[] places, int hour, UUID lookUp, Found found) {
        ByteBuffer in = ByteBuffer.wrap(places);
        while (in.remaining() >= PLACE) {
            long tag = in.getLong();
            long at = hour * HOUR_MILLIS + in.getInt();
            long id = in.getLong();
            if (tag == lookUp.getLeastSignificantBits()) {
                found.decision(at, id);
            }
        }
    }
}

package io.jingling.storage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Arrays;
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

    /*
     * A place's key: its row, by bucket and then by hour, and which place it is. Sorted, keys give rows in the
     * order of the table's index, in which it takes them fastest.
     */
    private static final int HOUR_BITS = 28;
    private static final int NUMBER_BITS = 21;
    private static final long HOURS_BEFORE_1970 = 1L << HOUR_BITS - 1;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private long[] keys = new long[1 << 10];
    private long[] sorted = {};
    private byte[] places = new byte[keys.length * PLACE];
    private int count;
    private final BinaryCopy copy = new BinaryCopy();

    /** Forgets all places. */
    void clear() {
        count = 0;
    }

    static int bucket(UUID lookUp) {
        return (int) (lookUp.getMostSignificantBits() >>> Long.SIZE - BUCKET_BITS);
    }

    static int hour(long atMillis) {
        return (int) Math.floorDiv(BinaryCopy.representable(atMillis), HOUR_MILLIS);
    }

    /** Whether so many places more can be taken. */
    boolean hasRoom(int more) {
        return count + more <= 1 << NUMBER_BITS;
    }

    void add(UUID lookUp, long atMillis, long id) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            places = Arrays.copyOf(places, 2 * count * PLACE);
        }
        long row = (long) bucket(lookUp) << HOUR_BITS | hour(atMillis) + HOURS_BEFORE_1970;
        keys[count] = row << NUMBER_BITS | count;
        int place = count * PLACE;
        LONGS.set(places, place, lookUp.getLeastSignificantBits());
        INTS.set(places, place + 8, (int) Math.floorMod(BinaryCopy.representable(atMillis), HOUR_MILLIS));
        LONGS.set(places, place + 12, id);
        count++;
    }

    /** All rows, for COPY: day, bucket, hour, batch, places. */
    BinaryCopy rows(LocalDate day, long batch) {
        if (sorted.length < count) {
            sorted = new long[keys.length];
        }
        System.arraycopy(keys, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        copy.clear();
        for (int from = 0, to; from < count; from = to) {
            to = endOfRow(from);
            copy.row(5)
                    .day(day)
                    .int4((int) (sorted[from] >>> HOUR_BITS + NUMBER_BITS))
                    .int4((int) ((sorted[from] >>> NUMBER_BITS & (1 << HOUR_BITS) - 1) - HOURS_BEFORE_1970))
                    .int8(batch);
            copyPlaces(from, to);
        }
        return copy;
    }

    private int endOfRow(int from) {
        int to = from + 1;
        while (to < count && sorted[to] >>> NUMBER_BITS == sorted[from] >>> NUMBER_BITS) {
            to++;
        }
        return to;
    }

    private void copyPlaces(int from, int to) {
        copy.byteaOf((to - from) * PLACE);
        for (int i = from; i < to; i++) {
            int number = (int) sorted[i] & (1 << NUMBER_BITS) - 1;
            copy.raw(places, number * PLACE, PLACE);
        }
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

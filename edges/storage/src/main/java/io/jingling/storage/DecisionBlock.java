package io.jingling.storage;

import io.jingling.platform.DecisionHistory.PastDecision;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Some decisions, sealed together: what the journal holds and the database keeps.
 *
 * <p>A frame, big endian: magic (4), length of the whole frame (4), block number (8), when it was written in
 * milliseconds (8), count (4); then sealed with those 28 bytes as associated data, 56 bytes a decision (see
 * {@link DecisionRows}); then CRC-32C over all before it (4).
 *
 * @param number counts up; its high bits are the term, see {@link JournalTerms}
 * @param writtenMillis when it was put in the journal; its day is where it is kept
 * @param rows the decisions, none of them over {@link #SPAN_MILLIS} after another
 */
record DecisionBlock(long number, long writtenMillis, long[] rows) {
    static final int DECISIONS_MAX = 1 << 10;
    /** So that a block can be found by the time of its last. */
    static final long SPAN_MILLIS = 10_000;

    static final int MAGIC = 0x4A4C4A31;
    static final int HEADER = 28;
    static final int FRAME_MIN = HEADER + NumberVault.OVERHEAD + 4;
    static final int FRAME_MAX = FRAME_MIN + DECISIONS_MAX * DecisionRows.WIDTH * Long.BYTES;

    /** Four thousand million blocks a term, two million terms. */
    static final int TERM_SHIFT = 32;

    private static final int PLACE_BITS = 10;

    int count() {
        return rows.length / DecisionRows.WIDTH;
    }

    LocalDate day() {
        return Instant.ofEpochMilli(writtenMillis).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    long term() {
        return number >>> TERM_SHIFT;
    }

    /** The log's own number of the decision at a place: its block is found by it. */
    long id(int place) {
        return number << PLACE_BITS | place;
    }

    static long numberOf(long id) {
        return id >>> PLACE_BITS;
    }

    static int placeOf(long id) {
        return (int) id & DECISIONS_MAX - 1;
    }

    PastDecision decision(int place) {
        return DecisionRows.decision(id(place), rows, place * DecisionRows.WIDTH);
    }

    long at(int place) {
        return rows[place * DecisionRows.WIDTH + DecisionRows.AT];
    }

    long lastAt() {
        long last = Long.MIN_VALUE;
        for (int place = 0; place < count(); place++) {
            last = Math.max(last, at(place));
        }
        return last;
    }

    /** Appends the frame. */
    void seal(NumberVault vault, ByteBuffer frames) {
        int start = frames.position();
        int length = FRAME_MIN + rows.length * Long.BYTES;
        frames.putInt(MAGIC)
                .putInt(length)
                .putLong(number)
                .putLong(writtenMillis)
                .putInt(count());
        ByteBuffer plain = ByteBuffer.allocate(rows.length * Long.BYTES);
        plain.asLongBuffer().put(rows);
        vault.seal(Arrays.copyOfRange(frames.array(), start, start + HEADER), plain, frames);
        frames.putInt(crc(frames.array(), start, length - 4));
    }

    /** The length of the whole and undamaged frame that begins there, or 0. */
    static int frameLength(ByteBuffer bytes, int from) {
        if (bytes.limit() - from < FRAME_MIN || bytes.getInt(from) != MAGIC) {
            return 0;
        }
        int length = bytes.getInt(from + 4);
        boolean possible = length >= FRAME_MIN && length <= FRAME_MAX && length <= bytes.limit() - from;
        return possible && crc(bytes.array(), from, length - 4) == bytes.getInt(from + length - 4) ? length : 0;
    }

    static long numberAt(ByteBuffer bytes, int from) {
        return bytes.getLong(from + 8);
    }

    /**
     * Opens a frame whose length is known.
     *
     * @throws GeneralSecurityException where it was changed or sealed with another key
     */
    static DecisionBlock open(NumberVault vault, byte[] frame) throws GeneralSecurityException {
        ByteBuffer header = ByteBuffer.wrap(frame);
        byte[] owner = Arrays.copyOf(frame, HEADER);
        byte[] plain = vault.open(owner, frame, HEADER, frame.length - HEADER - 4);
        long[] rows = new long[plain.length / Long.BYTES];
        ByteBuffer.wrap(plain).asLongBuffer().get(rows);
        return new DecisionBlock(header.getLong(8), header.getLong(16), rows);
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}

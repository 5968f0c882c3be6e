package io.jingling.storage;

import io.jingling.evidence.EntryBundle;
import io.jingling.evidence.SignedCheckpoint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A batch in the evidence log's journal: entries, and the checkpoint that they come to.
 *
 * @param first the index of the first entry; the tree's size where there is none
 * @param entries may be none, in the first frame of a journal
 * @param checkpoint of the tree with these entries
 */
record LogFrame(long first, List<byte[]> entries, SignedCheckpoint checkpoint) {
    /*
     * "JLF1", length of the body, CRC-32C over length and body; the body is the first index, how many entries, each
     * entry behind its 16-bit length, and the checkpoint's note up to the end. Numbers are big-endian.
     */
    private static final byte[] MAGIC = "JLF1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 12;
    private static final int BODY_START = 12;
    private static final int LENGTH_AT = 4;
    private static final int CHECKSUM_AT = 8;
    private static final int ENTRIES_MAX = 1 << 16;

    LogFrame {
        if (checkpoint.head().size() != first + entries.size()) {
            throw new IllegalArgumentException("journal frame: got a checkpoint of size "
                    + checkpoint.head().size() + ", want " + (first + entries.size()));
        }
    }

    /** All frames of a journal, and whether something came after them. */
    record Found(List<LogFrame> frames, boolean torn) {}

    byte[] bytes() {
        byte[] bundle = EntryBundle.write(entries);
        byte[] note = checkpoint.note().bytes();
        ByteBuffer frame = ByteBuffer.allocate(HEADER + BODY_START + bundle.length + note.length);
        frame.put(MAGIC).putInt(frame.capacity() - HEADER).putInt(0);
        frame.putLong(first).putInt(entries.size()).put(bundle).put(note);
        frame.putInt(CHECKSUM_AT, checksum(frame.array(), 0, frame.capacity()));
        return frame.array();
    }

    /**
     * Reads a journal up to where a crash cut it.
     *
     * @throws IllegalArgumentException where a broken frame has a whole one behind it, which no crash leaves
     */
    static Found read(byte[] journal) {
        List<LogFrame> frames = new ArrayList<>();
        int at = 0;
        Optional<LogFrame> next = at(journal, at);
        while (next.isPresent()) {
            frames.add(next.get());
            at += HEADER + ByteBuffer.wrap(journal).getInt(at + LENGTH_AT);
            next = at(journal, at);
        }
        for (int later = at + 1; later < journal.length; later++) {
            if (at(journal, later).isPresent()) {
                throw new IllegalArgumentException("journal: got a broken frame at byte " + at + " and a whole one at "
                        + later + ", want whole ones up to the end");
            }
        }
        return new Found(List.copyOf(frames), at < journal.length);
    }

    private static Optional<LogFrame> at(byte[] journal, int at) {
        if (journal.length - at < HEADER + BODY_START) {
            return Optional.empty();
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (journal[at + i] != MAGIC[i]) {
                return Optional.empty();
            }
        }
        ByteBuffer header = ByteBuffer.wrap(journal, at, HEADER).slice();
        int length = header.getInt(LENGTH_AT);
        if (length < BODY_START || length > journal.length - at - HEADER) {
            return Optional.empty();
        }
        return checksum(journal, at, HEADER + length) == header.getInt(CHECKSUM_AT)
                ? Optional.of(body(ByteBuffer.wrap(journal, at + HEADER, length).slice()))
                : Optional.empty();
    }

    private static LogFrame body(ByteBuffer body) {
        long first = body.getLong();
        int count = body.getInt();
        if (count < 0 || count > ENTRIES_MAX) {
            throw new IllegalArgumentException("journal frame: got " + count + " entries, want 0 to " + ENTRIES_MAX);
        }
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] entry = new byte[Short.toUnsignedInt(body.getShort())];
            body.get(entry);
            entries.add(entry);
        }
        byte[] note = new byte[body.remaining()];
        body.get(note);
        return new LogFrame(first, entries, SignedCheckpoint.read(note));
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from + LENGTH_AT, LENGTH_AT);
        checksum.update(bytes, from + HEADER, length - HEADER);
        return (int) checksum.getValue();
    }
}

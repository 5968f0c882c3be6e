package io.jingling.evidence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Up to 256 entries in one file, each behind its length as an unsigned 16-bit big-endian number (C2SP tlog-tiles). */
public final class EntryBundle {
    public static final int ENTRY_BYTES_MAX = 0xFFFF;
    private static final int LENGTH_BYTES = 2;

    private EntryBundle() {}

    /** @throws IllegalArgumentException where one is longer than 65,535 bytes */
    public static byte[] write(List<byte[]> entries) {
        int length = 0;
        for (byte[] entry : entries) {
            if (entry.length > ENTRY_BYTES_MAX) {
                throw new IllegalArgumentException(
                        "entry: got " + entry.length + " bytes, want at most " + ENTRY_BYTES_MAX);
            }
            length += LENGTH_BYTES + entry.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        entries.forEach(entry -> bytes.putShort((short) entry.length).put(entry));
        return bytes.array();
    }

    /**
     * Reads a bundle of exactly {@code width} entries.
     *
     * @throws IllegalArgumentException where it has fewer, or bytes after them
     */
    public static List<byte[]> read(byte[] bundle, int width) {
        ByteBuffer bytes = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        while (entries.size() < width && bytes.remaining() >= LENGTH_BYTES) {
            int length = Short.toUnsignedInt(bytes.getShort());
            if (length > bytes.remaining()) {
                throw new IllegalArgumentException("entry " + entries.size() + " of the bundle: got "
                        + bytes.remaining() + " bytes, want " + length);
            }
            byte[] entry = new byte[length];
            bytes.get(entry);
            entries.add(entry);
        }
        if (entries.size() < width || bytes.hasRemaining()) {
            throw new IllegalArgumentException("entry bundle: got " + entries.size() + " entries and then "
                    + bytes.remaining() + " bytes, want " + width + " entries and nothing more");
        }
        return entries;
    }
}

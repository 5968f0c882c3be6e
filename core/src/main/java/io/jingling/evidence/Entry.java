package io.jingling.evidence;

import java.nio.ByteBuffer;

/**
 * One entry of the log: a kind and a commitment, nothing of the content.
 *
 * @param kind what it is about
 * @param commitment to the content
 */
public record Entry(EntryKind kind, Commitment commitment) {
    public static final int BYTES = 2 + Hash.BYTES;
    private static final byte VERSION = 1;

    /**
     * Reads what {@link #bytes} writes, and nothing else.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Entry read(byte[] entry) {
        if (entry.length != BYTES || entry[0] != VERSION) {
            throw new IllegalArgumentException("entry: got " + entry.length + " bytes"
                    + (entry.length > 0 ? " of version " + entry[0] : "") + ", want " + BYTES + " of version "
                    + VERSION);
        }
        return new Entry(EntryKind.of(entry[1]), new Commitment(Hash.at(entry, 2)));
    }

    /** 0x01, the kind's code, the commitment: 34 bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .put(kind.code())
                .put(commitment.hash().bytes())
                .array();
    }

    /** Its hash as a leaf of the tree. */
    public Hash leaf() {
        return Hash.leaf(bytes());
    }
}

package io.jingling.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A SHA-256 value; in bundles an SM3 value too, where it says so.
 *
 * @param bytes 32 of them
 */
public record Hash(byte[] bytes) {
    public static final int BYTES = 32;
    /** The root of a tree without leaves: SHA-256 of nothing (RFC 9162 §2.1.1). */
    public static final Hash EMPTY = sha256();

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    public Hash {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("hash: got " + bytes.length + " bytes, want " + BYTES);
        }
        bytes = bytes.clone();
    }

    /** The hash that begins there. */
    static Hash at(byte[] from, int offset) {
        return new Hash(Arrays.copyOfRange(from, offset, offset + BYTES));
    }

    /** The hash of the parts, one after the other. */
    public static Hash sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return new Hash(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The hash of a leaf: SHA-256(0x00 ‖ entry), RFC 9162 §2.1.1. */
    public static Hash leaf(byte[] entry) {
        return sha256(LEAF, entry);
    }

    /** The hash of two subtrees: SHA-256(0x01 ‖ left ‖ right), RFC 9162 §2.1.1. */
    public static Hash node(Hash left, Hash right) {
        return sha256(NODE, left.bytes, right.bytes);
    }

    /** @throws IllegalArgumentException where it is not the one way to write 32 bytes in Base64 (RFC 4648 §4) */
    public static Hash ofBase64(String text) {
        return new Hash(Base64Text.decode("hash", text));
    }

    /** @throws IllegalArgumentException where it is not 64 lower-case hexadecimal digits */
    static Hash ofHex(String text) {
        Hash hash = new Hash(HexFormat.of().parseHex(text));
        if (!hash.toString().equals(text)) {
            throw new IllegalArgumentException("hash: got " + Shown.of(text) + ", want lower-case digits");
        }
        return hash;
    }

    public String base64() {
        return Base64Text.encode(bytes);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] into, int offset) {
        System.arraycopy(bytes, 0, into, offset, BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Sixty-four hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}

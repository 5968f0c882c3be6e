package io.jingling.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A witness's signature: that at that time the checkpoint was the largest it had seen of the log, and continued all before
 * (C2SP tlog-cosignature, Ed25519).
 *
 * @param seconds since 1970-01-01T00:00Z, 0 to 2^63 - 1
 * @param signature 64 bytes over {@link #message}
 */
public record Cosignature(long seconds, byte[] signature) {
    private static final int TIME_BYTES = 8;

    public Cosignature {
        if (seconds < 0 || signature.length != Ed25519.SIGNATURE_BYTES) {
            throw new IllegalArgumentException("cosignature: got second " + seconds + " and " + signature.length
                    + " bytes, want 0 or later and " + Ed25519.SIGNATURE_BYTES);
        }
        signature = signature.clone();
    }

    /** Reads a note's signature: the time as 8 bytes, big-endian, and then the signature. */
    public static Cosignature of(byte[] bytes) {
        if (bytes.length != TIME_BYTES + Ed25519.SIGNATURE_BYTES) {
            throw new IllegalArgumentException(
                    "cosignature: got " + bytes.length + " bytes, want " + (TIME_BYTES + Ed25519.SIGNATURE_BYTES));
        }
        return new Cosignature(ByteBuffer.wrap(bytes).getLong(), Arrays.copyOfRange(bytes, TIME_BYTES, bytes.length));
    }

    /** What is signed: two lines, and the checkpoint's text. */
    public static byte[] message(long seconds, byte[] checkpointText) {
        byte[] start = ("cosignature/v1\ntime " + seconds + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(start.length + checkpointText.length)
                .put(start)
                .put(checkpointText)
                .array();
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(TIME_BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cosignature cosignature && Arrays.equals(bytes(), cosignature.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }
}

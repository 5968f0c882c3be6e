package io.jingling.evidence;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One line of signature under a note.
 *
 * @param name whose key it says it is
 * @param keyId which key of that name it says it is
 * @param bytes the signature itself, at least one byte
 */
public record NoteSignature(String name, int keyId, byte[] bytes) {
    private static final int ID_BYTES = 4;
    private static final String START = "— ";

    public NoteSignature {
        NoteKey.wantName(name);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("signature of " + Shown.of(name) + ": got no bytes, want some");
        }
        bytes = bytes.clone();
    }

    static NoteSignature of(String line) {
        int space = line.indexOf(' ', START.length());
        if (!line.startsWith(START) || space < 0) {
            throw new IllegalArgumentException(
                    "signature line: got " + Shown.of(line) + ", want \"— NAME BASE64\" with an em dash");
        }
        byte[] encoded = Base64Text.decode("signature", line.substring(space + 1));
        if (encoded.length <= ID_BYTES) {
            throw new IllegalArgumentException("signature: got " + encoded.length + " bytes, want the four of the key's"
                    + " id and then a signature");
        }
        return new NoteSignature(
                line.substring(START.length(), space),
                ByteBuffer.wrap(encoded).getInt(),
                Arrays.copyOfRange(encoded, ID_BYTES, encoded.length));
    }

    String line() {
        byte[] encoded = ByteBuffer.allocate(ID_BYTES + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return START + name + " " + Base64Text.encode(encoded);
    }

    public boolean isOf(NoteKey key) {
        return keyId == key.id() && name.equals(key.name());
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature signature && line().equals(signature.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }

    @Override
    public String toString() {
        return line();
    }
}

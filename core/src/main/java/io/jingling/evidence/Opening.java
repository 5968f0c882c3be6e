package io.jingling.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a commitment binds to: kept apart from the log, shown where something is to be proved, deleted where a person asks.
 *
 * <p>Without it nobody can tell what the commitment was to, not even by trying all telephone numbers: the salt is as long as
 * the hash. The log stays whole.
 *
 * @param kind what the content is about
 * @param salt 32 random bytes, used once
 * @param content in the one writing that its kind has
 */
public record Opening(EntryKind kind, byte[] salt, byte[] content) {
    public static final int SALT_BYTES = 32;
    private static final byte[] DOMAIN = "jingling/commitment/v1\0".getBytes(StandardCharsets.US_ASCII);

    public Opening {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("salt: got " + salt.length + " bytes, want " + SALT_BYTES);
        }
        salt = salt.clone();
        content = content.clone();
    }

    /** SHA-256("jingling/commitment/v1" ‖ 0x00 ‖ kind's code ‖ salt ‖ content). */
    public Commitment commitment() {
        return new Commitment(Hash.sha256(DOMAIN, new byte[] {kind.code()}, salt, content));
    }

    /** What goes into the log. */
    public Entry entry() {
        return new Entry(kind, commitment());
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Opening opening
                && kind == opening.kind
                && Arrays.equals(salt, opening.salt)
                && Arrays.equals(content, opening.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }

    /** Neither salt nor content. */
    @Override
    public String toString() {
        return "opening of a " + kind.word() + " entry";
    }
}

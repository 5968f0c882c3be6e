package io.jingling.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A part of a content that is about somebody else than the other parts: it can be deleted alone.
 *
 * <p>The content itself has only {@link #commitment}s ({@link Parts}), so what becomes of one part changes nothing of the others.
 */
public sealed interface Part {
    /** What the content has of it, deleted or not. */
    Commitment commitment();

    /**
     * Still there.
     *
     * @param salt 32 random bytes, used once
     * @param content in the one writing that its kind has
     */
    record Kept(byte[] salt, byte[] content) implements Part {
        private static final byte[] DOMAIN = "jingling/part/v1\0".getBytes(StandardCharsets.US_ASCII);

        public Kept {
            if (salt.length != Opening.SALT_BYTES) {
                throw new IllegalArgumentException("salt: got " + salt.length + " bytes, want " + Opening.SALT_BYTES);
            }
            salt = salt.clone();
            content = content.clone();
        }

        /** SHA-256("jingling/part/v1" ‖ 0x00 ‖ salt ‖ content). */
        @Override
        public Commitment commitment() {
            return new Commitment(Hash.sha256(DOMAIN, salt, content));
        }

        public Deleted deleted() {
            return new Deleted(commitment());
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
            return other instanceof Kept kept && Arrays.equals(salt, kept.salt) && Arrays.equals(content, kept.content);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(salt);
        }

        /** Neither salt nor content. */
        @Override
        public String toString() {
            return "a part";
        }
    }

    /** Somebody asked that it be deleted: nobody can tell any more what it was. */
    record Deleted(Commitment commitment) implements Part {}
}

package io.jingling.records;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Who vouches for a model: an Ed25519 public key (RFC 8032), as RFC 8410 writes it.
 *
 * @param encoded 44 bytes
 */
public record Signer(byte[] encoded) {
    static final int BYTES = 44;
    static final int SIGNATURE_BYTES = 64;
    static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 8;

    /** @throws IllegalArgumentException where the bytes are no such key */
    public Signer {
        encoded = encoded.clone();
        key(encoded);
    }

    /** As {@link #text} wrote it. */
    public static Signer of(String text) {
        try {
            return new Signer(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException(
                    "key: got something else, want an Ed25519 public key in Base64, as models key prints it", bad);
        }
    }

    @Override
    public byte[] encoded() {
        return encoded.clone();
    }

    /** Sixteen hexadecimal digits of its SHA-256, to compare by eye. */
    public String id() {
        return HexFormat.of().formatHex(sha256(encoded), 0, ID_BYTES);
    }

    /** The whole key in one word, for {@code trusted.keys}. */
    public String text() {
        return Base64.getEncoder().encodeToString(encoded);
    }

    boolean signed(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key(encoded));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PublicKey key(byte[] encoded) {
        if (encoded.length != BYTES) {
            throw new IllegalArgumentException(
                    "key: got " + encoded.length + " bytes, want the " + BYTES + " of an Ed25519 public key");
        }
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException other) {
            throw new IllegalArgumentException("key: got one of another kind, want Ed25519", other);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signer signer && Arrays.equals(encoded, signer.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return id();
    }
}

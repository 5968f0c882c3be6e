package io.jingling.evidence;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Signs and verifies notes by Ed25519 (RFC 8032), with the JDK's own. The key is given; nothing here is random. */
public final class Ed25519 {
    public static final int SEED_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private static final String NAME = "Ed25519";
    private static final int KEY_BYTES = 32;
    /* RFC 8410: what stands before the 32 bytes of either half. */
    private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] SECRET = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519() {}

    /** @throws IllegalArgumentException where the key is of another type, or no key */
    public static NoteVerifier verifier(NoteKey key) {
        PublicKey open = publicKey(key);
        return switch (key.type()) {
            case NoteKey.ED25519 -> new Plain(key, open);
            case NoteKey.COSIGNATURE -> new Timed(key, open);
            default -> throw ofOtherType(key);
        };
    }

    /**
     * A log's signer, of type {@link NoteKey#ED25519}.
     *
     * @throws IllegalArgumentException where the seed is not that of the key
     */
    public static NoteSigner signer(NoteKey key, byte[] seed) {
        if (key.type() != NoteKey.ED25519) {
            throw ofOtherType(key);
        }
        PrivateKey secret = privateKey(seed);
        NoteVerifier verifier = verifier(key);
        byte[] proof = key.material();
        if (!verifier.verifies(proof, sign(secret, proof))) {
            throw new IllegalArgumentException("secret key: got that of another, want that of " + key);
        }
        return new Signing(verifier, secret);
    }

    /** A witness's signer, of type {@link NoteKey#COSIGNATURE}, for one moment. */
    public static NoteSigner cosigner(NoteKey key, byte[] seed, long seconds) {
        if (key.type() != NoteKey.COSIGNATURE) {
            throw ofOtherType(key);
        }
        return new Cosigning(verifier(key), privateKey(seed), seconds);
    }

    private static IllegalArgumentException ofOtherType(NoteKey key) {
        return new IllegalArgumentException("key " + key + ": got type " + Byte.toUnsignedInt(key.type())
                + ", want 1 (Ed25519) or 4 (Ed25519 cosignature), as what it is for");
    }

    private static PublicKey publicKey(NoteKey key) {
        byte[] material = key.material();
        if (material.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "key of " + key.name() + ": got " + material.length + " bytes, want " + KEY_BYTES);
        }
        try {
            return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(joined(PUBLIC, material)));
        } catch (GeneralSecurityException malformed) {
            throw new IllegalArgumentException(
                    "key of " + key.name() + ": got no point, want an Ed25519 key", malformed);
        }
    }

    private static PrivateKey privateKey(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("secret key: got " + seed.length + " bytes, want " + SEED_BYTES);
        }
        try {
            return KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(joined(SECRET, seed)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] joined(byte[] start, byte[] end) {
        return ByteBuffer.allocate(start.length + end.length)
                .put(start)
                .put(end)
                .array();
    }

    private static byte[] sign(PrivateKey secret, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean verifies(PublicKey open, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(NAME);
            check.initVerify(open);
            check.update(message);
            return signature.length == SIGNATURE_BYTES && check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private record Plain(NoteKey key, PublicKey open) implements NoteVerifier {
        @Override
        public boolean verifies(byte[] text, byte[] signature) {
            return Ed25519.verifies(open, text, signature);
        }
    }

    private record Timed(NoteKey key, PublicKey open) implements NoteVerifier {
        @Override
        public boolean verifies(byte[] text, byte[] signature) {
            try {
                Cosignature read = Cosignature.of(signature);
                return Ed25519.verifies(open, Cosignature.message(read.seconds(), text), read.signature());
            } catch (IllegalArgumentException malformed) {
                return false;
            }
        }
    }

    private record Signing(NoteVerifier verifier, PrivateKey secret) implements NoteSigner {
        @Override
        public byte[] sign(byte[] text) {
            return Ed25519.sign(secret, text);
        }

        @Override
        public String toString() {
            return "signer of " + verifier.key();
        }
    }

    private record Cosigning(NoteVerifier verifier, PrivateKey secret, long seconds) implements NoteSigner {
        @Override
        public byte[] sign(byte[] text) {
            byte[] message = Cosignature.message(seconds, text);
            return new Cosignature(seconds, Ed25519.sign(secret, message)).bytes();
        }

        @Override
        public String toString() {
            return "cosigner of " + verifier.key();
        }
    }
}

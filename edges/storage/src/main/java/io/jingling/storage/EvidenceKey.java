package io.jingling.storage;

import io.jingling.evidence.Ed25519;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;

/**
 * The file of an evidence log's Ed25519 key: {@code evidence.key}, its owner's alone to read, and beside it {@code
 * evidence.pub}, one word to be handed to everybody who verifies.
 */
public final class EvidenceKey {
    private static final String SECRET = "evidence.key";
    private static final String OPEN = "evidence.pub";

    private static final String MADE_UP = "jingling.invalid/";
    private static final int ORIGIN_BYTES = 8;

    private EvidenceKey() {}

    /**
     * The key in the folder; a new one where there is none and the log has not begun.
     *
     * @param keys a folder that only its owner may enter
     * @param log the log's folder
     * @param origin the log's name, and so the key's
     * @throws StorageUnusable where it is missing, another's, or can be read by others
     */
    public static NoteSigner readOrMake(Path keys, Path log, String origin) {
        boolean begun = Files.exists(log.resolve(LogWriter.JOURNAL)) || Files.exists(log.resolve(LogWriter.CHECKPOINT));
        if (!begun && !Files.exists(keys.resolve(SECRET))) {
            make(keys, origin);
        }
        Pair pair = read(keys, origin);
        return new QuickSigner(pair.key(), pair.seed());
    }

    /** A key and the secret that it was made of. */
    record Pair(NoteKey key, byte[] seed) {}

    /** The pair in the folder; a new one where there is neither half. */
    static Pair pair(Path keys, String name) {
        if (!Files.exists(keys.resolve(SECRET)) && !Files.exists(keys.resolve(OPEN))) {
            make(keys, name);
        }
        return read(keys, name);
    }

    /** The name of the log that the key in the folder is of; a new one that no other log has where there is none. */
    public static String origin(Path keys) {
        if (!Files.exists(keys.resolve(OPEN))) {
            return MADE_UP + NumberKeys.random(ORIGIN_BYTES);
        }
        try {
            return NoteKey.of(Files.readString(keys.resolve(OPEN)).strip()).name();
        } catch (IOException | IllegalArgumentException failure) {
            throw new StorageUnusable(
                    "key file " + keys.resolve(OPEN) + ": got no key (" + failure.getMessage() + "), want one",
                    failure);
        }
    }

    private static Pair read(Path keys, String origin) {
        for (String name : new String[] {SECRET, OPEN}) {
            if (!Files.exists(keys.resolve(name))) {
                throw new StorageUnusable("keys: got no " + name + " in " + keys
                        + ", want the key that the evidence log was begun with; another cannot continue it");
            }
        }
        try {
            NoteKey key = NoteKey.of(Files.readString(keys.resolve(OPEN)).strip());
            if (!key.name().equals(origin)) {
                throw new StorageUnusable(
                        "key file " + keys.resolve(OPEN) + ": got the key of " + key.name() + ", want " + origin);
            }
            return new Pair(key, key.seedOf(SecretFile.read(keys.resolve(SECRET))));
        } catch (IOException | IllegalArgumentException failure) {
            throw new StorageUnusable(
                    "key files in " + keys + ": got no pair (" + failure.getMessage() + "), want one", failure);
        }
    }

    private static void make(Path keys, String origin) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            NoteKey key =
                    new NoteKey(origin, NoteKey.ED25519, last32(pair.getPublic().getEncoded()));
            byte[] seed = last32(pair.getPrivate().getEncoded());
            Files.createDirectories(keys);
            Files.writeString(keys.resolve(OPEN), key.text() + "\n");
            SecretFile.write(keys.resolve(SECRET), key.secretText(seed));
        } catch (IOException failure) {
            throw new StorageUnusable("keys: got a folder that cannot be written, want " + keys, failure);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /* RFC 8410: either half ends in its 32 bytes. */
    private static byte[] last32(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - Ed25519.SEED_BYTES, encoded.length);
    }
}

package io.jingling.seals;

import io.jingling.evidence.Ed25519;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** The files of an Ed25519 key, as {@link Sm2Key} keeps those of an SM2 key: {@code NAME.key} and {@code NAME.pub}. */
public final class Ed25519Key {
    private Ed25519Key() {}

    /**
     * The key in the folder; a new one where there is none.
     *
     * @param keys a folder that only its owner may enter
     * @param file how its files are named, without ending
     * @param name whose key it is
     * @throws SealFailure where the files cannot be read or written, are no pair or another's, or others can read the secret
     */
    public static NoteSigner readOrMake(Path keys, String file, String name) {
        Path secretFile = keys.resolve(file + ".key");
        Path openFile = keys.resolve(file + ".pub");
        try {
            if (!Files.exists(secretFile) && !Files.exists(openFile)) {
                make(keys, secretFile, openFile, name);
            }
            NoteKey key = NoteKey.of(Files.readString(openFile).strip());
            if (!key.name().equals(name)) {
                throw new IllegalArgumentException("got the key of " + key.name() + ", want that of " + name);
            }
            return Ed25519.signer(key, key.seedOf(SecretKey.read(secretFile).strip()));
        } catch (IOException | IllegalArgumentException failure) {
            throw new SealFailure(
                    SealFailure.Category.KEY_FILE,
                    "key files " + secretFile + " and " + openFile + ": got no pair (" + failure.getMessage()
                            + "), want one",
                    failure);
        }
    }

    private static void make(Path keys, Path secretFile, Path openFile, String name) throws IOException {
        Ed25519PrivateKeyParameters secret = new Ed25519PrivateKeyParameters(new SecureRandom());
        NoteKey key =
                new NoteKey(name, NoteKey.ED25519, secret.generatePublicKey().getEncoded());
        Files.createDirectories(keys);
        SecretKey.write(secretFile, key.secretText(secret.getEncoded()) + "\n");
        Files.writeString(openFile, key.text() + "\n");
    }
}

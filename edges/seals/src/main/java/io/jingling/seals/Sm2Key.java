package io.jingling.seals;

import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.bouncycastle.util.BigIntegers;

/**
 * The files of an SM2 key: {@code NAME.key}, its owner's alone to read, and beside it {@code NAME.pub}, one word to be handed to
 * everybody who verifies.
 */
public final class Sm2Key {
    private Sm2Key() {}

    /**
     * The key in the folder; a new one where there is none.
     *
     * @param keys a folder that only its owner may enter
     * @param file how its files are named, without ending
     * @param name whose key it is
     * @throws SealFailure where the files cannot be read or written, are no pair, or others can read the secret
     */
    public static NoteSigner readOrMake(Path keys, String file, String name) {
        Path secretFile = keys.resolve(file + ".key");
        Path openFile = keys.resolve(file + ".pub");
        SecureRandom random = new SecureRandom();
        try {
            if (!Files.exists(secretFile) && !Files.exists(openFile)) {
                make(keys, secretFile, openFile, name, random);
            }
            NoteKey key = NoteKey.of(Files.readString(openFile).strip());
            NoteSigner signer =
                    Sm2.signer(name, key.seedOf(SecretKey.read(secretFile).strip()), random);
            if (!signer.verifier().key().equals(key)) {
                throw new IllegalArgumentException("got the secret of another key, want that of " + key);
            }
            return signer;
        } catch (IOException | IllegalArgumentException failure) {
            throw new SealFailure(
                    SealFailure.Category.KEY_FILE,
                    "key files " + secretFile + " and " + openFile + ": got no pair (" + failure.getMessage()
                            + "), want one",
                    failure);
        }
    }

    private static void make(Path keys, Path secretFile, Path openFile, String name, SecureRandom random)
            throws IOException {
        BigInteger most = Sm2.CURVE.getN().subtract(BigInteger.TWO);
        BigInteger number = BigIntegers.createRandomInRange(BigInteger.ONE, most, random);
        byte[] secret = BigIntegers.asUnsignedByteArray(Sm2.SECRET_BYTES, number);
        NoteKey key = Sm2.signer(name, secret, random).verifier().key();
        Files.createDirectories(keys);
        SecretKey.write(secretFile, key.secretText(secret) + "\n");
        Files.writeString(openFile, key.text() + "\n");
    }
}

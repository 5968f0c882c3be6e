package io.jingling.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What models are signed with: an Ed25519 key pair. Its file has both keys as PEM and is its owner's alone to read. */
public final class SigningKey {
    private static final String SECRET = "PRIVATE KEY";
    private static final String OPEN = "PUBLIC KEY";
    private static final int FILE_MAX = 1 << 14;

    private final PrivateKey secret;
    private final Signer signer;

    private SigningKey(PrivateKey secret, Signer signer) {
        this.secret = secret;
        this.signer = signer;
    }

    /** A new one, from the system's own randomness. */
    public static SigningKey make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(Signer.ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), new Signer(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalArgumentException where the file holds none */
    public static SigningKey read(Path file) throws IOException {
        String text = Files.size(file) > FILE_MAX ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        SigningKey read = new SigningKey(secret(file, text), new Signer(part(file, text, OPEN)));
        byte[] proof = file.toString().getBytes(StandardCharsets.UTF_8);
        if (!read.signer.signed(proof, read.sign(proof))) {
            throw new IllegalArgumentException(
                    file + ": got a public key that is not the private one's, want the two of one pair");
        }
        return read;
    }

    private static PrivateKey secret(Path file, String text) {
        try {
            return KeyFactory.getInstance(Signer.ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(part(file, text, SECRET)));
        } catch (GeneralSecurityException other) {
            throw noKey(file, other);
        }
    }

    private static byte[] part(Path file, String text, String name) {
        Matcher found = Pattern.compile("-----BEGIN " + name + "-----([A-Za-z0-9+/=\\s]*)-----END " + name + "-----")
                .matcher(text);
        try {
            return Base64.getMimeDecoder().decode(found.find() ? found.group(1) : "");
        } catch (IllegalArgumentException broken) {
            throw noKey(file, broken);
        }
    }

    private static IllegalArgumentException noKey(Path file, Exception why) {
        return new IllegalArgumentException(
                file + ": got something else, want an Ed25519 key pair; ./jingling models key FILE makes one", why);
    }

    /**
     * A new file, readable by its owner alone.
     *
     * @throws java.nio.file.FileAlreadyExistsException where there is one: a key is never overwritten
     */
    public void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        String text = pem(SECRET, secret.getEncoded()) + pem(OPEN, signer.encoded());
        try (FileChannel out = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    private static String pem(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + name + "-----\n";
    }

    /** The half that may be shown. */
    public Signer signer() {
        return signer;
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(Signer.ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A number that only who has the key can tell; another for each purpose. */
    long secretFor(String purpose) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] whole = ByteBuffer.allocate(name.length + secret.getEncoded().length)
                .put(name)
                .put(secret.getEncoded())
                .array();
        return ByteBuffer.wrap(Signer.sha256(whole)).getLong();
    }

    @Override
    public String toString() {
        return "key of " + signer;
    }
}

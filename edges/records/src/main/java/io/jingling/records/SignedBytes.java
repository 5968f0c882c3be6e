package io.jingling.records;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody vouches for: a first line that says so, the signer's public key (44 bytes), the signature (64) and what is
 * signed. The signature is over all but itself. What begins otherwise has no signer. What is signed begins with a line of
 * its own, so that a model of one sort is never taken for another.
 *
 * @param content what is signed, or not
 * @param signer empty where nobody does
 * @param file the whole
 */
record SignedBytes(byte[] content, Optional<Signer> signer, byte[] file) {
    private static final byte[] FIRST_LINE = "JINGLING SIGNED MODEL 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANY_VERSION = "JINGLING SIGNED MODEL ".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = FIRST_LINE.length + Signer.BYTES + Signer.SIGNATURE_BYTES;

    static SignedBytes unsigned(byte[] content) {
        return new SignedBytes(content, Optional.empty(), content);
    }

    static SignedBytes of(byte[] content, SigningKey key) {
        byte[] signature = key.sign(message(key.signer(), content));
        byte[] file = ByteBuffer.allocate(HEAD + content.length)
                .put(FIRST_LINE)
                .put(key.signer().encoded())
                .put(signature)
                .put(content)
                .array();
        return new SignedBytes(content, Optional.of(key.signer()), file);
    }

    /** @throws IllegalArgumentException where its signature is not of it */
    static SignedBytes read(byte[] file) {
        if (!beginsWith(file, ANY_VERSION)) {
            return unsigned(file);
        }
        if (!beginsWith(file, FIRST_LINE)) {
            throw new IllegalArgumentException("model: got \"" + firstLine(file) + "\", want \"" + firstLine(FIRST_LINE)
                    + "\", the only signed form that this version reads");
        }
        if (file.length < HEAD) {
            throw new IllegalArgumentException(
                    "model: got " + file.length + " bytes of a signed one, want at least " + HEAD + "; it is cut off");
        }
        int afterKey = FIRST_LINE.length + Signer.BYTES;
        Signer signer = new Signer(Arrays.copyOfRange(file, FIRST_LINE.length, afterKey));
        byte[] signature = Arrays.copyOfRange(file, afterKey, HEAD);
        byte[] content = Arrays.copyOfRange(file, HEAD, file.length);
        if (!signer.signed(message(signer, content), signature)) {
            throw new IllegalArgumentException("model: got a signature of key " + signer
                    + " that is not of these bytes, want the file as it was signed; it is cut off or changed");
        }
        return new SignedBytes(content, Optional.of(signer), file);
    }

    /** What is signed: another file of ours can never be taken for it. */
    private static byte[] message(Signer signer, byte[] content) {
        return ByteBuffer.allocate(FIRST_LINE.length + Signer.BYTES + content.length)
                .put(FIRST_LINE)
                .put(signer.encoded())
                .put(content)
                .array();
    }

    private static boolean beginsWith(byte[] file, byte[] wanted) {
        return file.length >= wanted.length && Arrays.equals(file, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static String firstLine(byte[] file) {
        String begins = new String(file, 0, Math.min(file.length, 40), StandardCharsets.US_ASCII);
        return begins.lines().findFirst().orElse("").replaceAll("[^ -~]", "?");
    }
}

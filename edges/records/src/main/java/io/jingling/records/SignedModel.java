package io.jingling.records;

import io.jingling.detection.Model;
import io.jingling.detection.ModelCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A model as a file holds it, and who vouches for it.
 *
 * <p>A signed file: a first line that says so, the signer's public key (44 bytes), the signature (64) and the model as
 * {@link ModelCodec} writes it. The signature is over all but itself. A file that begins with the model has no signer.
 */
public final class SignedModel {
    private static final byte[] FIRST_LINE = "JINGLING SIGNED MODEL 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final String ANY_VERSION = "JINGLING SIGNED MODEL ";
    private static final int HEAD = FIRST_LINE.length + Signer.BYTES + Signer.SIGNATURE_BYTES;

    private final Model model;
    private final byte[] modelBytes;
    private final Optional<Signer> signer;
    private final byte[] file;

    private SignedModel(Model model, byte[] modelBytes, Optional<Signer> signer, byte[] file) {
        this.model = model;
        this.modelBytes = modelBytes;
        this.signer = signer;
        this.file = file;
    }

    /** A model that nobody vouches for. */
    public static SignedModel unsigned(Model model) {
        byte[] bytes = ModelCodec.write(model);
        return new SignedModel(model, bytes, Optional.empty(), bytes);
    }

    public static SignedModel of(Model model, SigningKey key) {
        byte[] bytes = ModelCodec.write(model);
        byte[] signature = key.sign(message(key.signer(), bytes));
        byte[] file = ByteBuffer.allocate(HEAD + bytes.length)
                .put(FIRST_LINE)
                .put(key.signer().encoded())
                .put(signature)
                .put(bytes)
                .array();
        return new SignedModel(model, bytes, Optional.of(key.signer()), file);
    }

    /** @throws IllegalArgumentException where it is no model, or its signature is not of it */
    public static SignedModel read(byte[] file) {
        if (!beginsWith(file, ANY_VERSION.getBytes(StandardCharsets.US_ASCII))) {
            return new SignedModel(ModelCodec.read(file), file, Optional.empty(), file);
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
        byte[] bytes = Arrays.copyOfRange(file, HEAD, file.length);
        if (!signer.signed(message(signer, bytes), signature)) {
            throw new IllegalArgumentException("model: got a signature of key " + signer
                    + " that is not of these bytes, want the file as it was signed; it is cut off or changed");
        }
        return new SignedModel(ModelCodec.read(bytes), bytes, Optional.of(signer), file);
    }

    /** What is signed: another file of ours can never be taken for it. */
    private static byte[] message(Signer signer, byte[] model) {
        return ByteBuffer.allocate(FIRST_LINE.length + Signer.BYTES + model.length)
                .put(FIRST_LINE)
                .put(signer.encoded())
                .put(model)
                .array();
    }

    private static boolean beginsWith(byte[] file, byte[] wanted) {
        return file.length >= wanted.length && Arrays.equals(file, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static String firstLine(byte[] file) {
        String begins = new String(file, 0, Math.min(file.length, 40), StandardCharsets.US_ASCII);
        return begins.lines().findFirst().orElse("").replaceAll("[^ -~]", "?");
    }

    public Model model() {
        return model;
    }

    /** Empty where nobody does. */
    public Optional<Signer> signer() {
        return signer;
    }

    /** Of the model alone, so that it has the same whoever signs it: 64 hexadecimal digits. */
    public String sha256() {
        return HexFormat.of().formatHex(Signer.sha256(modelBytes));
    }

    /** The whole file. */
    public byte[] bytes() {
        return file.clone();
    }
}

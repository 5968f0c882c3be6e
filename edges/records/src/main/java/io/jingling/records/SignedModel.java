package io.jingling.records;

import io.jingling.detection.Model;
import io.jingling.detection.ModelCodec;
import java.util.HexFormat;
import java.util.Optional;

/** A model as a file holds it, and who vouches for it: {@link SignedBytes} of what {@link ModelCodec} writes. */
public final class SignedModel {
    private final Model model;
    private final SignedBytes bytes;

    private SignedModel(Model model, SignedBytes bytes) {
        this.model = model;
        this.bytes = bytes;
    }

    /** A model that nobody vouches for. */
    public static SignedModel unsigned(Model model) {
        return new SignedModel(model, SignedBytes.unsigned(ModelCodec.write(model)));
    }

    public static SignedModel of(Model model, SigningKey key) {
        return new SignedModel(model, SignedBytes.of(ModelCodec.write(model), key));
    }

    /** @throws IllegalArgumentException where it is no model, or its signature is not of it */
    public static SignedModel read(byte[] file) {
        SignedBytes bytes = SignedBytes.read(file);
        return new SignedModel(ModelCodec.read(bytes.content()), bytes);
    }

    public Model model() {
        return model;
    }

    /** Empty where nobody does. */
    public Optional<Signer> signer() {
        return bytes.signer();
    }

    /** Of the model alone, so that it has the same whoever signs it: 64 hexadecimal digits. */
    public String sha256() {
        return HexFormat.of().formatHex(Signer.sha256(bytes.content()));
    }

    /** The whole file. */
    public byte[] bytes() {
        return bytes.file().clone();
    }
}

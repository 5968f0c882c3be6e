package io.jingling.records;

import io.jingling.text.TextModel;
import io.jingling.text.TextModelCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Models of texts in files, signed or not in the same way as others; a file is replaced whole or not at all. */
public final class TextModelFile {
    private static final String SHIPPED = "shipped.texts";

    private TextModelFile() {}

    /**
     * Of a file with or without a signature; one that is there must be of the model.
     *
     * @throws IllegalArgumentException where it is no model of texts
     * @throws IOException where it cannot be read
     */
    public static TextModel read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(ModelFile.BYTES_MAX + 1);
            if (bytes.length > ModelFile.BYTES_MAX) {
                throw new IllegalArgumentException(
                        "text model: got more than " + ModelFile.BYTES_MAX + " bytes, want no more");
            }
            return TextModelCodec.read(SignedBytes.read(bytes).content());
        }
    }

    /**
     * @param key whose owner vouches for it
     * @throws IllegalArgumentException where it is too large to be read again
     */
    public static void write(Path file, TextModel model, Optional<SigningKey> key) throws IOException {
        byte[] content = TextModelCodec.write(model);
        SignedBytes bytes = key.map(by -> SignedBytes.of(content, by)).orElseGet(() -> SignedBytes.unsigned(content));
        if (bytes.file().length > ModelFile.BYTES_MAX) {
            throw new IllegalArgumentException("text model: got " + bytes.file().length + " bytes, want at most "
                    + ModelFile.BYTES_MAX + "; learn fewer questions in one");
        }
        ModelFile.replace(file, bytes.file());
    }

    /** The one that is part of this version; the version itself vouches for it. */
    public static TextModel shipped() {
        if (TextModelFile.class.getResource(SHIPPED) == null) {
            throw new IllegalArgumentException("text model: got none in this version, want one; name a file");
        }
        try (InputStream in = TextModelFile.class.getResourceAsStream(SHIPPED)) {
            return TextModelCodec.read(in.readAllBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

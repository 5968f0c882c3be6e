package io.jingling.records;

import io.jingling.detection.Model;
import io.jingling.detection.ModelCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Models in files; a file is replaced whole or not at all. */
public final class ModelFile {
    /** No model is larger. */
    public static final int BYTES_MAX = 1 << 26;

    private static final String SHIPPED = "shipped.model";

    private ModelFile() {}

    /**
     * Of a file with or without a signature; one that is there must be of the model.
     *
     * @throws IllegalArgumentException where it is no model
     * @throws IOException where it cannot be read
     */
    public static Model read(Path file) throws IOException {
        return open(file).model();
    }

    /** The same, with who vouches for it. */
    public static SignedModel open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return SignedModel.read(in.readNBytes(BYTES_MAX));
        }
    }

    public static void write(Path file, Model model) throws IOException {
        write(file, SignedModel.unsigned(model));
    }

    public static void write(Path file, SignedModel model) throws IOException {
        replace(file, model.bytes());
    }

    static void replace(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "model", ".new");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The one that is part of this version; the version itself vouches for it. */
    public static Model shipped() {
        return shippedIfAny()
                .orElseThrow(
                        () -> new IllegalArgumentException("model: got none in this version, want one; name a file"));
    }

    /** The same; empty where this version has none. */
    public static Optional<Model> shippedIfAny() {
        if (ModelFile.class.getResource(SHIPPED) == null) {
            return Optional.empty();
        }
        try (InputStream in = ModelFile.class.getResourceAsStream(SHIPPED)) {
            return Optional.of(ModelCodec.read(in.readAllBytes()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

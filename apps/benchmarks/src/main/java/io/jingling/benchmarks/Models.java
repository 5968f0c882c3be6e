package io.jingling.benchmarks;

import io.jingling.detection.Model;
import io.jingling.records.ModelFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The model to measure with: a file, or the one that is part of this version. */
final class Models {
    static final String SHIPPED = "shipped";

    private Models() {}

    static Model read(String name) {
        try {
            return name.equals(SHIPPED) ? ModelFile.shipped() : ModelFile.read(Path.of(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

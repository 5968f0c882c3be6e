package io.jingling.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a bundle is about, file by file: what is logged and stamped.
 *
 * @param files sorted by name
 */
public record Manifest(List<FileDigest> files) {
    static final String FORMAT = "jingling/manifest/v1";

    public Manifest {
        files = List.copyOf(files);
    }

    /** Reads what {@link #bytes} writes, and nothing else. */
    static Manifest read(byte[] file) {
        List<String> lines = lines(FORMAT, Paragraphs.utf8("manifest", file));
        Manifest manifest = new Manifest(FileDigest.readAll(lines));
        manifest.files.stream()
                .map(FileDigest::path)
                .filter(path -> !BundlePath.isOfManifest(path))
                .forEach(path -> {
                    throw new IllegalArgumentException("manifest: got " + Shown.of(path) + ", want files of the case");
                });
        return manifest;
    }

    /** The lines behind the first. */
    static List<String> lines(String format, String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (!lines.removeFirst().equals(format)
                || lines.isEmpty()
                || !lines.removeLast().isEmpty()) {
            throw new IllegalArgumentException(
                    "format: got another first line, or no line feed at the end, want " + format + " and lines");
        }
        return lines;
    }

    byte[] bytes() {
        return (FORMAT + "\n" + FileDigest.text(files)).getBytes(StandardCharsets.UTF_8);
    }

    Optional<FileDigest> of(String path) {
        return find(files, path);
    }

    static Optional<FileDigest> find(Collection<FileDigest> digests, String path) {
        return digests.stream().filter(digest -> digest.path().equals(path)).findFirst();
    }
}

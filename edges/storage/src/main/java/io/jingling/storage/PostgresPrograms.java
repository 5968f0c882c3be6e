package io.jingling.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked from their Maven artifact.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path folder) {
    /** The artifact's PostgreSQL; a data directory fits one major version. */
    static final String MAJOR_VERSION = "18";

    private static final String DONE = "unpacked-18.6.0";

    /** Unpacks where that is not done yet: about two seconds, 75 MB. */
    static PostgresPrograms in(Path folder) {
        try {
            if (!Files.exists(folder.resolve(DONE))) {
                unpackBeside(folder);
            }
            return new PostgresPrograms(folder);
        } catch (IOException failure) {
            throw new StorageUnusable(
                    "PostgreSQL's programs: got no way to unpack them to " + folder + ", want 75 MB there", failure);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** Into a draft that is then renamed: a folder with the final name is whole. */
    private static void unpackBeside(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Path draft = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "unpacking-");
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream packed = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, draft);
            }
        }
        Files.createFile(draft.resolve(DONE));
        delete(folder);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static InputStream archive() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = "/postgres-linux-" + (machine.equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        InputStream packed = linux ? PostgresPrograms.class.getResourceAsStream(name) : null;
        if (packed == null) {
            throw new StorageUnusable("embedded PostgreSQL: got no programs for " + System.getProperty("os.name")
                    + " on " + machine + ", want " + name + " in the class path, or a database by its URL");
        }
        return packed;
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("archive entry: got one that leads outside, want none");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        boolean program = (entry.getMode() & 0111) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** A whole folder; nothing where there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : inside) {
            Files.delete(one);
        }
    }
}

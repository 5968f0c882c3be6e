package io.jingling.cli;

import io.jingling.records.Rejected;
import io.jingling.records.RejectedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a file's rejected lines beside it, readable by its owner alone since full numbers are in it.
 * It always tells of the last run: where nothing was rejected there is none.
 */
final class SideFile implements AutoCloseable {
    private final Path path;
    private Optional<RejectedWriter> writer = Optional.empty();
    private long rejected;

    /** @throws Trouble where something else than an earlier run's rejected lines is in it */
    SideFile(Path path) {
        this.path = path;
        try {
            if (Files.exists(path) && !isOurs(path)) {
                throw Trouble.badInput("rejected lines: got " + path + ", which holds something else, want a file that"
                        + " may be replaced; name another with --rejected FILE");
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static boolean isOurs(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            String begins = new String(in.readNBytes(RejectedWriter.HEADER.length()), StandardCharsets.UTF_8);
            return begins.isEmpty() || begins.equals(RejectedWriter.HEADER);
        }
    }

    void add(Rejected why) {
        if (writer.isEmpty()) {
            writer = Optional.of(open());
        }
        writer.get().write(why);
        rejected++;
    }

    long rejected() {
        return rejected;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            if (writer.isPresent()) {
                writer.get().close();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private RejectedWriter open() {
        try {
            Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] ownerOnly = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            return new RejectedWriter(Channels.newOutputStream(Files.newByteChannel(path, options, ownerOnly)));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Trouble unwritable(IOException e) {
        String reason = e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : e.getClass().getSimpleName();
        return Trouble.worldFailed("rejected lines: got " + reason + " at " + path
                + ", want a file to write them to; name another with --rejected FILE");
    }
}

package io.jingling.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder that holds everything, claimed by one process at a time. */
final class DataDirectory implements AutoCloseable {
    // A second channel on the lock file, closed in the same process, would set the first one's lock free.
    private static final Set<Path> CLAIMED_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** @throws StorageUnusable where another process has it, or it cannot be made */
    static DataDirectory claim(Path wanted) {
        try {
            Path root = made(wanted.toAbsolutePath()).toRealPath();
            if (!CLAIMED_HERE.add(root)) {
                throw inUse(root, "this process");
            }
            try {
                return new DataDirectory(root, locked(root));
            } catch (IOException | RuntimeException failure) {
                CLAIMED_HERE.remove(root);
                throw failure;
            }
        } catch (IOException failure) {
            throw new StorageUnusable(
                    "data directory " + wanted + ": got one that cannot be used, want a folder to write in", failure);
        }
    }

    private static FileChannel locked(Path root) throws IOException {
        FileChannel channel = FileChannel.open(
                root.resolve("jingling.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        // The channel holds the lock until it is closed, or the process ends however it ends.
        Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
        if (lock.isEmpty()) {
            ByteBuffer text = ByteBuffer.allocate(20);
            channel.read(text, 0);
            channel.close();
            throw inUse(
                    root, "process " + new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip());
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        return channel;
    }

    private static StorageUnusable inUse(Path root, String who) {
        return new StorageUnusable(
                "data directory " + root + ": got one in use by " + who + ", want one that no other Jingling uses");
    }

    /** A folder in it that only the owner may enter, made where missing. */
    Path folder(String name) {
        try {
            return made(root.resolve(name));
        } catch (IOException failure) {
            throw new StorageUnusable("folder " + root.resolve(name) + ": got no way to make it, want one", failure);
        }
    }

    private static Path made(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failure) {
            throw new StorageUnusable("lock file: got a failure on closing, want none", failure);
        } finally {
            CLAIMED_HERE.remove(root);
        }
    }
}

package io.jingling.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of segments on disk.
 *
 * @param folder entered by its owner only
 */
record DiskFiles(Path folder) implements JournalFiles {
    private static final String SUFFIX = ".journal";

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(folder.resolve(name));
    }

    @Override
    public Segment create(String name) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(name),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            SecretFile.syncFolder(folder);
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
        return new Open(channel);
    }

    @Override
    public int read(String name, long from, ByteBuffer into) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.READ)) {
            int total = 0;
            int count = 0;
            while (into.hasRemaining() && count >= 0) {
                count = channel.read(into, from + total);
                total += Math.max(0, count);
            }
            return total;
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    /** A file that grows. */
    record Open(FileChannel channel) implements Segment {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void sync() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}

package io.jingling.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The files of an evidence log on disk.
 *
 * @param root entered by its owner only
 */
record LogFolder(Path root) implements LogFiles {
    private static final Set<OpenOption> ANEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    /* Many at once share one commit of the file system's own journal. */
    private static final int SYNCS_AT_ONCE = 16;
    private static final int SYNCED_ALONE_MAX = 2;

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(name)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String name, byte[] bytes) throws IOException {
        try (FileChannel channel = opened(name)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }
    }

    /** The same, durable on return; after a crash there is the one or the other. */
    void replace(String name, byte[] bytes) throws IOException {
        String draft = name + LogWriter.DRAFT;
        write(draft, bytes);
        sync(List.of(draft));
        rename(draft, name);
        sync(List.of(name));
    }

    @Override
    public JournalFiles.Segment create(String name) throws IOException {
        return new DiskFiles.Open(opened(name));
    }

    private FileChannel opened(String name) throws IOException {
        Path file = root.resolve(name);
        try {
            return FileChannel.open(file, ANEW);
        } catch (NoSuchFileException noFolder) {
            Files.createDirectories(file.getParent());
            return FileChannel.open(file, ANEW);
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(root.resolve(from), root.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void sync(List<String> names) throws IOException {
        syncAll(names.stream().map(root::resolve).toList());
        syncFolders(names);
    }

    @Override
    public void syncFolders(List<String> names) throws IOException {
        Set<Path> folders = new TreeSet<>();
        for (String name : names) {
            for (Path folder = root.resolve(name).getParent(); folder.startsWith(root); folder = folder.getParent()) {
                folders.add(folder);
            }
        }
        syncAll(List.copyOf(folders));
    }

    private static void syncAll(List<Path> paths) throws IOException {
        if (paths.size() <= SYNCED_ALONE_MAX) {
            for (Path path : paths) {
                SecretFile.syncFolder(path);
            }
            return;
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(SYNCS_AT_ONCE)) {
            List<Callable<Void>> syncs = new ArrayList<>();
            for (Path path : paths) {
                syncs.add(() -> {
                    SecretFile.syncFolder(path);
                    return null;
                });
            }
            for (Future<Void> sync : threads.invokeAll(syncs)) {
                sync.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("sync of " + paths.size() + " files: got a failure, want none", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("sync of " + paths.size() + " files: got an interruption, want none", stopped);
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Path file = root.resolve(name);
        Files.deleteIfExists(file);
        if (file.getParent().toString().endsWith(".p")) {
            try {
                Files.deleteIfExists(file.getParent());
            } catch (DirectoryNotEmptyException notTheLast) {
                // Goes with the last.
            }
        }
    }

    @Override
    public List<String> names(String folder) throws IOException {
        Path below = root.resolve(folder);
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}

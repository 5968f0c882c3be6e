package io.jingling.storage;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Files that somebody else works on between any two steps, as another thread may.
 *
 * @param between done before each step
 */
record Interleaved(LogFiles files, Work between) implements LogFiles {
    interface Work {
        void run() throws IOException;
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        between.run();
        return files.read(name);
    }

    @Override
    public void write(String name, byte[] bytes) throws IOException {
        between.run();
        files.write(name, bytes);
    }

    @Override
    public JournalFiles.Segment create(String name) throws IOException {
        between.run();
        return files.create(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        between.run();
        files.rename(from, to);
    }

    @Override
    public void sync(List<String> names) throws IOException {
        for (String name : names) {
            between.run();
            files.sync(List.of(name));
        }
    }

    @Override
    public void syncFolders(List<String> names) throws IOException {
        for (String name : names) {
            between.run();
            files.syncFolders(List.of(name));
        }
    }

    @Override
    public void delete(String name) throws IOException {
        between.run();
        files.delete(name);
    }

    @Override
    public List<String> names(String folder) throws IOException {
        between.run();
        return files.names(folder);
    }
}

package io.jingling.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Segments in memory that know what a crash would leave, and fail once, at a chosen step. */
final class MemoryFiles implements JournalFiles {
    private final TreeMap<String, Content> contents = new TreeMap<>();
    private long steps;
    private long failingStep = Long.MAX_VALUE;

    /** What was written, and how much of it would outlive a crash. */
    private static final class Content {
        private byte[] bytes = new byte[0];
        private int synced;
    }

    /** Lets the step with this count fail, counted from 1 over all that is done with files. */
    void failAt(long step) {
        failingStep = step;
    }

    boolean hasFailed() {
        return steps >= failingStep;
    }

    /** Cuts what was not synced at random places. */
    void crash(Random random) {
        for (Content content : contents.values()) {
            int kept = content.synced + random.nextInt(content.bytes.length - content.synced + 1);
            content.bytes = Arrays.copyOf(content.bytes, kept);
            content.synced = kept;
        }
        failingStep = Long.MAX_VALUE;
    }

    byte[] bytes(String name) {
        return contents.get(name).bytes.clone();
    }

    void replace(String name, byte[] bytes) {
        Content content = contents.get(name);
        content.bytes = bytes;
        content.synced = bytes.length;
    }

    private void step() throws IOException {
        if (++steps == failingStep) {
            throw new IOException("step " + steps + " was told to fail");
        }
    }

    @Override
    public synchronized List<String> names() {
        return List.copyOf(contents.keySet());
    }

    @Override
    public synchronized long size(String name) {
        return contents.get(name).bytes.length;
    }

    @Override
    public synchronized int read(String name, long from, ByteBuffer into) throws IOException {
        step();
        byte[] bytes = contents.get(name).bytes;
        int length = (int) Math.min(into.remaining(), bytes.length - from);
        into.put(bytes, (int) from, length);
        return length;
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        step();
        contents.remove(name);
    }

    @Override
    public synchronized Segment create(String name) throws IOException {
        // The name may be there although the step failed.
        Optional<Content> before = Optional.ofNullable(contents.put(name, new Content()));
        if (before.isPresent()) {
            throw new IllegalStateException("segment " + name + ": got one that is there already, want a new one");
        }
        step();
        return new Open(contents.get(name));
    }

    private final class Open implements Segment {
        private final Content content;

        Open(Content content) {
            this.content = content;
        }

        @Override
        public void write(ByteBuffer from) throws IOException {
            synchronized (MemoryFiles.this) {
                writeHalfOrWhole(from);
            }
        }

        private void writeHalfOrWhole(ByteBuffer from) throws IOException {
            int length = from.remaining();
            try {
                step();
            } catch (IOException failure) {
                append(from, length / 2);
                throw failure;
            }
            append(from, length);
        }

        private void append(ByteBuffer from, int length) {
            int old = content.bytes.length;
            content.bytes = Arrays.copyOf(content.bytes, old + length);
            from.get(content.bytes, old, length);
        }

        @Override
        public void sync() throws IOException {
            synchronized (MemoryFiles.this) {
                step();
                content.synced = content.bytes.length;
            }
        }

        @Override
        public void close() throws IOException {
            synchronized (MemoryFiles.this) {
                step();
            }
        }
    }
}

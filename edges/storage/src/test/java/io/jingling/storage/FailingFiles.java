package io.jingling.storage;

import io.jingling.evidence.SignedCheckpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Files in memory that fail once at a chosen step, run out of space, and know what a loss of power may leave: of what was
 * not synced, anything between nothing and all.
 */
final class FailingFiles implements LogFiles {
    /** What can be told to fail. */
    enum Step {
        READ,
        WRITE,
        SYNC,
        RENAME,
        DELETE
    }

    private final TreeMap<String, Content> current = new TreeMap<>();
    /** Which content a name has for sure after a loss of power. */
    private final TreeMap<String, Content> durable = new TreeMap<>();

    private final Map<Step, Integer> steps = new EnumMap<>(Step.class);
    private Step failing = Step.READ;
    private int failingAt = Integer.MAX_VALUE;
    private boolean failed;
    private long space = Long.MAX_VALUE;

    private static final class Content {
        private byte[] bytes = new byte[0];
        private int synced;

        void append(byte[] more, int length) {
            int old = bytes.length;
            bytes = Arrays.copyOf(bytes, old + length);
            System.arraycopy(more, 0, bytes, old, length);
        }
    }

    /** Lets the n-th step of that kind from now on fail, counted from 1. */
    void failAt(Step step, int n) {
        steps.clear();
        failing = step;
        failingAt = n;
        failed = false;
    }

    /** Nothing fails any more. */
    void heal() {
        failingAt = Integer.MAX_VALUE;
    }

    boolean hasFailed() {
        return failed;
    }

    /** How many bytes all files together may have. */
    void space(long bytes) {
        space = bytes;
    }

    long used() {
        return current.values().stream()
                .mapToLong(content -> content.bytes.length)
                .sum();
    }

    /** A loss of power. */
    void crash(Random random) {
        heal();
        TreeSet<String> names = new TreeSet<>(current.keySet());
        names.addAll(durable.keySet());
        for (String name : names) {
            Optional<Content> left = random.nextBoolean() || current.get(name) == durable.get(name)
                    ? cut(Optional.ofNullable(current.get(name)), random)
                    : cut(Optional.ofNullable(durable.get(name)), random);
            current.remove(name);
            left.ifPresent(content -> current.put(name, content));
        }
        durable.clear();
        durable.putAll(current);
    }

    private static Optional<Content> cut(Optional<Content> content, Random random) {
        return content.map(whole -> {
            Content left = new Content();
            int kept = random.nextInt(3) == 0
                    ? whole.bytes.length
                    : whole.synced + random.nextInt(whole.bytes.length - whole.synced + 1);
            left.append(whole.bytes, kept);
            left.synced = kept;
            return left;
        });
    }

    private void step(Step step) throws IOException {
        if (steps.merge(step, 1, Integer::sum) == failingAt && step == failing) {
            failed = true;
            throw new IOException(step + " " + failingAt + " was told to fail");
        }
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        step(Step.READ);
        return Optional.ofNullable(current.get(name)).map(content -> content.bytes.clone());
    }

    @Override
    public void write(String name, byte[] bytes) throws IOException {
        Content content = new Content();
        current.put(name, content);
        append(content, bytes);
    }

    private void append(Content content, byte[] bytes) throws IOException {
        try {
            step(Step.WRITE);
        } catch (IOException failure) {
            content.append(bytes, bytes.length / 2);
            throw failure;
        }
        long room = space - used();
        if (room < bytes.length) {
            content.append(bytes, (int) Math.max(0, room));
            throw new IOException("No space left on device");
        }
        content.append(bytes, bytes.length);
    }

    @Override
    public JournalFiles.Segment create(String name) {
        Content content = new Content();
        current.put(name, content);
        return new JournalFiles.Segment() {
            @Override
            public void write(ByteBuffer from) throws IOException {
                byte[] bytes = new byte[from.remaining()];
                from.get(bytes);
                append(content, bytes);
            }

            @Override
            public void sync() throws IOException {
                step(Step.SYNC);
                content.synced = content.bytes.length;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public void rename(String from, String to) throws IOException {
        step(Step.RENAME);
        current.put(to, current.remove(from));
    }

    @Override
    public void sync(List<String> names) throws IOException {
        for (String name : names) {
            step(Step.SYNC);
            Optional<Content> content = Optional.ofNullable(current.get(name));
            if (content.isEmpty()) {
                throw new IOException(name + ": no such file");
            }
            content.get().synced = content.get().bytes.length;
            durable.put(name, content.get());
        }
    }

    @Override
    public void syncFolders(List<String> names) throws IOException {
        for (String name : names) {
            step(Step.SYNC);
            String folder = name.substring(0, name.lastIndexOf('/') + 1);
            durable.keySet()
                    .removeIf(file ->
                            !current.containsKey(file) && file.matches(Pattern.quote(folder) + "\\d{3}(\\.p/\\d+)?"));
        }
    }

    @Override
    public void delete(String name) throws IOException {
        step(Step.DELETE);
        current.remove(name);
    }

    @Override
    public List<String> names(String folder) throws IOException {
        step(Step.READ);
        String start = folder.isEmpty() ? "" : folder + "/";
        return current.keySet().stream().filter(name -> name.startsWith(start)).toList();
    }

    /** The checkpoint that everybody can read now, where there is a whole one. */
    Optional<SignedCheckpoint> published() {
        try {
            return Optional.ofNullable(current.get("checkpoint")).map(file -> SignedCheckpoint.read(file.bytes));
        } catch (IllegalArgumentException torn) {
            return Optional.empty();
        }
    }

    byte[] bytes(String name) {
        return current.get(name).bytes.clone();
    }

    void replace(String name, byte[] bytes) {
        Content content = new Content();
        content.append(bytes, bytes.length);
        content.synced = bytes.length;
        current.put(name, content);
        durable.put(name, content);
    }

    void remove(String name) {
        current.remove(name);
        durable.remove(name);
    }
}

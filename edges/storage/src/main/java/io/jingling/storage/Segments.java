package io.jingling.storage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Which segments the journal has and how far each is durable: what its writer and its reader share. */
final class Segments {
    /**
     * A segment as it stands.
     *
     * @param length how many bytes of it are durable
     * @param closed true where it does not grow any more
     */
    record Extent(String name, long length, boolean closed) {}

    private final Deque<Extent> all = new ArrayDeque<>();
    private final long bytesMax;
    private long bytes;

    /** @param bytesMax how much they may take on the disk */
    Segments(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    long bytesMax() {
        return bytesMax;
    }

    synchronized boolean isFull() {
        return bytes >= bytesMax;
    }

    /** Adds the newest. */
    synchronized void add(Extent segment) {
        all.addLast(segment);
        bytes += segment.length();
    }

    /** The newest is so long now. */
    synchronized void grow(long length, boolean closed) {
        Extent newest = all.removeLast();
        bytes += length - newest.length();
        all.addLast(new Extent(newest.name(), length, closed));
    }

    synchronized void removeNewest() {
        bytes -= all.removeLast().length();
    }

    synchronized Optional<Extent> oldest() {
        return Optional.ofNullable(all.peekFirst());
    }

    synchronized void removeOldest() {
        bytes -= all.removeFirst().length();
    }

    /** The segment of that name. */
    synchronized Optional<Extent> named(String name) {
        return all.stream().filter(segment -> segment.name().equals(name)).findFirst();
    }

    /** The one that was begun after that name; names are in order. */
    synchronized Optional<Extent> after(String name) {
        return all.stream()
                .filter(segment -> segment.name().compareTo(name) > 0)
                .findFirst();
    }

    synchronized long bytes() {
        return bytes;
    }
}

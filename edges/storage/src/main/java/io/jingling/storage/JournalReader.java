package io.jingling.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the journal's blocks in order, each once, and deletes segments that are done with. One thread at a time.
 *
 * <p>Damage is passed over up to the next whole frame. Bytes at a segment's end that are no whole frame were
 * torn off by the end of an earlier process: nobody was told that they were durable.
 */
final class JournalReader {
    private static final int CHUNK = 1 << 20;

    private final JournalFiles files;
    private final Segments segments;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    private Optional<String> current = Optional.empty();
    private long offset;
    private final Map<Long, Long> lastOfTerm;
    private boolean inDamage;
    private volatile long damaged;

    /** @param written the number of the last block that need not be read any more, by term */
    JournalReader(JournalFiles files, Segments segments, Map<Long, Long> written) {
        this.files = files;
        this.segments = segments;
        this.lastOfTerm = new HashMap<>(written);
    }

    /** How many places were passed over because they were damaged. */
    long damaged() {
        return damaged;
    }

    /** The next durable frames, of about so many bytes; none where all have been read. */
    List<byte[]> next(int bytesMax) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        long bytes = 0;
        while (bytes < bytesMax) {
            Optional<Segments.Extent> segment = unread();
            if (segment.isEmpty()) {
                return frames;
            }
            int before = frames.size();
            try {
                readChunk(segment.get(), frames);
            } catch (IOException failure) {
                if (frames.isEmpty()) {
                    throw failure;
                }
                return frames;
            }
            for (byte[] frame : frames.subList(before, frames.size())) {
                bytes += frame.length;
            }
        }
        return frames;
    }

    /** Deletes the segments that have been read; the blocks read so far must be kept elsewhere. */
    void release() throws IOException {
        for (Optional<Segments.Extent> oldest = segments.oldest();
                oldest.isPresent() && isRead(oldest.get());
                oldest = segments.oldest()) {
            segments.removeOldest();
            files.delete(oldest.get().name());
        }
    }

    private boolean isRead(Segments.Extent segment) {
        boolean behind =
                current.filter(name -> segment.name().compareTo(name) < 0).isPresent();
        boolean whole = current.filter(segment.name()::equals).isPresent() && offset >= segment.length();
        return behind || segment.closed() && whole;
    }

    /** The segment to read on in, where there is more of it. */
    private Optional<Segments.Extent> unread() {
        Optional<Segments.Extent> at = current.flatMap(segments::named);
        while (at.isEmpty() || at.get().closed() && offset >= at.get().length()) {
            Optional<Segments.Extent> next = current.isPresent() ? segments.after(current.get()) : segments.oldest();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            current = next.map(Segments.Extent::name);
            offset = 0;
            inDamage = false;
            at = next;
        }
        return at.filter(segment -> offset < segment.length());
    }

    private void readChunk(Segments.Extent segment, List<byte[]> frames) throws IOException {
        chunk.clear().limit((int) Math.min(CHUNK, segment.length() - offset));
        int length = files.read(segment.name(), offset, chunk);
        chunk.flip();
        boolean toTheEnd = offset + length >= segment.length() || length == 0;
        int at = 0;
        // Short of a whole frame before the chunk's end one cannot tell cut from damaged: read on from there.
        while (at < length && (toTheEnd || length - at >= DecisionBlock.FRAME_MAX)) {
            int frame = DecisionBlock.frameLength(chunk, at);
            if (frame > 0) {
                take(frames, at, frame);
            }
            inDamage |= frame == 0;
            at += Math.max(1, frame);
        }
        offset = length == 0 ? segment.length() : offset + at;
    }

    private void take(List<byte[]> frames, int at, int length) {
        if (inDamage) {
            damaged++;
            inDamage = false;
        }
        long block = DecisionBlock.numberAt(chunk, at);
        long term = block >>> DecisionBlock.TERM_SHIFT;
        if (block > lastOfTerm.getOrDefault(term, 0L)) {
            frames.add(Arrays.copyOfRange(chunk.array(), at, at + length));
            lastOfTerm.put(term, block);
        }
    }
}

package io.jingling.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Puts decisions into the journal's newest segment, as sealed blocks. One thread at a time.
 *
 * <p>After a failed write or sync nobody knows what is on the disk: the segment is left as it is and the
 * same blocks go into a fresh one. The reader takes each block number once.
 */
final class JournalWriter {
    private static final long SEGMENT_BYTES = 16L << 20;
    /** Only whole segments are deleted, so there must be some. */
    private static final int SEGMENTS_MIN = 8;

    private static final long SEGMENT_MILLIS = 10 * 60_000;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final JournalFiles files;
    private final NumberVault vault;
    private final Segments segments;
    private final long segmentBytes;
    private long nextBlock;
    private long nextSegment;
    private Optional<Growing> current = Optional.empty();
    private ByteBuffer pending = NOTHING;

    /** The segment being written. */
    private record Growing(String name, JournalFiles.Segment segment, long sinceMillis, long length) {}

    /**
     * @param segments how much they may take together also says how long one becomes
     * @param nextBlock the number of the first block to come
     * @param nextSegment above all segments that are there
     */
    JournalWriter(JournalFiles files, NumberVault vault, Segments segments, long nextBlock, long nextSegment) {
        this.files = files;
        this.vault = vault;
        this.segments = segments;
        this.segmentBytes = Math.min(SEGMENT_BYTES, segments.bytesMax() / SEGMENTS_MIN);
        this.nextBlock = nextBlock;
        this.nextSegment = nextSegment;
    }

    static String name(long segment) {
        return String.format(Locale.ROOT, "%012d.journal", segment);
    }

    static long number(String name) {
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    /**
     * Takes decisions, to be made durable by {@link #flush}; nothing else may be waiting for it.
     *
     * @param rows see {@link DecisionRows}; only the first {@code count} decisions
     * @return the blocks that they are in
     */
    List<DecisionBlock> take(long[] rows, int count, long nowMillis) {
        List<DecisionBlock> blocks = blocks(inSpans(rows, count), count * DecisionRows.WIDTH, nowMillis);
        int length = blocks.stream()
                .mapToInt(block -> DecisionBlock.FRAME_MIN + block.rows().length * Long.BYTES)
                .sum();
        ByteBuffer sealed = ByteBuffer.allocate(length);
        blocks.forEach(block -> block.seal(vault, sealed));
        pending = sealed.flip();
        return blocks;
    }

    /** Makes durable what waits. Where that fails it goes on waiting, for a fresh segment. */
    void flush(long nowMillis) throws IOException {
        if (!pending.hasRemaining()) {
            return;
        }
        try {
            Growing open = current.isPresent() ? current.get() : begin(nowMillis);
            open.segment().write(pending.duplicate());
            open.segment().sync();
            grown(open, open.length() + pending.remaining());
        } catch (IOException | RuntimeException | Error failure) {
            abandon();
            throw failure;
        }
    }

    boolean isWaiting() {
        return pending.hasRemaining();
    }

    /** Ends a segment that has been open for long, so that it can be deleted once it is in the database. */
    void endOld(long nowMillis) throws IOException {
        if (current.filter(open -> nowMillis - open.sinceMillis() > SEGMENT_MILLIS)
                .isPresent()) {
            end();
        }
    }

    /** Ends the newest segment. */
    void end() throws IOException {
        Optional<Growing> open = current;
        current = Optional.empty();
        if (open.isPresent()) {
            segments.grow(open.get().length(), true);
            open.get().segment().close();
        }
    }

    private Growing begin(long nowMillis) throws IOException {
        String name = name(nextSegment++);
        Growing open = new Growing(name, files.create(name), nowMillis, 0);
        segments.add(new Segments.Extent(name, 0, false));
        current = Optional.of(open);
        return open;
    }

    private void grown(Growing open, long length) throws IOException {
        pending = NOTHING;
        segments.grow(length, false);
        current = Optional.of(new Growing(open.name(), open.segment(), open.sinceMillis(), length));
        if (length >= segmentBytes) {
            end();
        }
    }

    private void abandon() {
        Optional<Growing> open = current;
        current = Optional.empty();
        if (open.isEmpty()) {
            return;
        }
        boolean empty = open.get().length() == 0;
        if (empty) {
            segments.removeNewest();
        } else {
            segments.grow(open.get().length(), true);
        }
        try {
            open.get().segment().close();
            if (empty) {
                files.delete(open.get().name());
            }
        } catch (IOException alsoFailed) {
            // What is left on the disk is read at the next start, and each block of it taken once.
        }
    }

    private List<DecisionBlock> blocks(long[] rows, int length, long nowMillis) {
        List<DecisionBlock> blocks = new ArrayList<>();
        int start = 0;
        for (int end = DecisionRows.WIDTH; end <= length; end += DecisionRows.WIDTH) {
            boolean last = end == length;
            boolean full = end - start == DecisionBlock.DECISIONS_MAX * DecisionRows.WIDTH;
            if (last || full || isFarApart(rows[start + DecisionRows.AT], rows[end + DecisionRows.AT])) {
                blocks.add(new DecisionBlock(nextBlock++, nowMillis, Arrays.copyOfRange(rows, start, end)));
                start = end;
            }
        }
        return blocks;
    }

    private static boolean isFarApart(long first, long next) {
        return next > first && next - DecisionBlock.SPAN_MILLIS > first;
    }

    /** The rows as they are or, where their times lie far apart, in order of time. */
    private static long[] inSpans(long[] rows, int count) {
        int length = count * DecisionRows.WIDTH;
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = DecisionRows.AT; i < length; i += DecisionRows.WIDTH) {
            min = Math.min(min, rows[i]);
            max = Math.max(max, rows[i]);
        }
        if (max - min <= DecisionBlock.SPAN_MILLIS && max - min >= 0) {
            return rows;
        }
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingLong(row -> rows[row * DecisionRows.WIDTH + DecisionRows.AT]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] sorted = new long[length];
        for (int to = 0; to < count; to++) {
            System.arraycopy(rows, order[to] * DecisionRows.WIDTH, sorted, to * DecisionRows.WIDTH, DecisionRows.WIDTH);
        }
        return sorted;
    }
}

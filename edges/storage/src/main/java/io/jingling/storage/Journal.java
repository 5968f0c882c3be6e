package io.jingling.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Decisions on disk, between the calls and the database: durable within a tenth of a second, and deleted
 * once they are in the database.
 *
 * @param writer for the thread that drains the ring
 * @param reader for the thread that fills the database
 * @param segments what is there
 */
record Journal(JournalWriter writer, JournalReader reader, Segments segments) {
    /**
     * Takes up what earlier processes left; what comes goes into fresh segments.
     *
     * @param bytesMax how much it may take on the disk
     */
    static Journal open(JournalFiles files, NumberVault vault, long bytesMax, JournalTerms terms) throws IOException {
        Segments segments = new Segments(bytesMax);
        List<String> names = files.names();
        for (String name : names) {
            segments.add(new Segments.Extent(name, files.size(name), true));
        }
        long nextSegment = names.isEmpty() ? 1 : JournalWriter.number(names.getLast()) + 1;
        return new Journal(
                new JournalWriter(files, vault, segments, terms.firstBlock(), nextSegment),
                new JournalReader(files, segments, terms.written()),
                segments);
    }

    /** The term of the newest block that is there; 0 where there is none. */
    static long lastTerm(JournalFiles files) throws IOException {
        return lastBlock(files) >>> DecisionBlock.TERM_SHIFT;
    }

    /** The highest number in the newest segment that holds any block; 0 where none does. */
    private static long lastBlock(JournalFiles files) throws IOException {
        for (String name : files.names().reversed()) {
            ByteBuffer whole = ByteBuffer.allocate((int) Math.min(files.size(name), Integer.MAX_VALUE - 8));
            files.read(name, 0, whole);
            whole.flip();
            long last = 0;
            for (int at = 0; at < whole.limit(); ) {
                int frame = DecisionBlock.frameLength(whole, at);
                last = frame > 0 ? Math.max(last, DecisionBlock.numberAt(whole, at)) : last;
                at += Math.max(1, frame);
            }
            if (last > 0) {
                return last;
            }
        }
        return 0;
    }
}

package io.jingling.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** What the journal does with files; tests let each of these fail. */
interface JournalFiles {
    /** The names of all segments, in order. */
    List<String> names() throws IOException;

    long size(String name) throws IOException;

    /** A new and empty segment, whose name is durable on return. */
    Segment create(String name) throws IOException;

    /** Reads until the buffer is full or the segment ends; how many bytes. */
    int read(String name, long from, ByteBuffer into) throws IOException;

    void delete(String name) throws IOException;

    /** A segment that grows. */
    interface Segment extends Closeable {
        /** All of it, at the end. */
        void write(ByteBuffer bytes) throws IOException;

        /** Durable on return. */
        void sync() throws IOException;
    }
}

package io.jingling.storage;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What the evidence log does with files; tests let each of these fail. Names are paths below the log's folder, with
 * slashes. Nothing is durable before it is synced.
 */
interface LogFiles {
    /** All of a file, where there is one. */
    Optional<byte[]> read(String name) throws IOException;

    /** A file with this content, in place of one of that name; folders are made as needed. */
    void write(String name, byte[] bytes) throws IOException;

    /** A new and empty file that grows, in place of one of that name. */
    JournalFiles.Segment create(String name) throws IOException;

    /** Gives a file another name, in place of one that has it; others see the one or the other. */
    void rename(String from, String to) throws IOException;

    /** Contents and names durable on return. */
    void sync(List<String> names) throws IOException;

    /** That files in the folders of these were deleted is durable on return. */
    void syncFolders(List<String> names) throws IOException;

    /** No failure where there is none; a folder of partial tiles goes with its last file. */
    void delete(String name) throws IOException;

    /** All files below a folder, in order; none where there is no such folder. */
    List<String> names(String folder) throws IOException;
}

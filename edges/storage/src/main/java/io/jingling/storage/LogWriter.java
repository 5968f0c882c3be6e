package io.jingling.storage;

import io.jingling.evidence.GrowingTree;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Tile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts batches of entries on the disk. One thread at a time; after a failure it is of no more use, and {@link LogRecovery}
 * opens another.
 *
 * <p>One sync makes a batch durable: that of the journal, which has the entries and the signed checkpoint. Tiles and {@code
 * checkpoint} are then written for everybody to read, and synced all together once the journal is long ({@link #settle}).
 */
final class LogWriter {
    static final String CHECKPOINT = "checkpoint";
    static final String JOURNAL = "journal";
    /** What a crash may leave of a file that was to take another's place. */
    static final String DRAFT = ".new";

    private final LogFiles files;
    private final LogTerms terms;
    private final GrowingTree tree;
    private final Set<String> unsynced = new LinkedHashSet<>();
    /** Full tiles in whose place partial ones were deleted. */
    private final Set<String> filled = new LinkedHashSet<>();
    /** Partial tiles of the size that is durable in tiles: all there is of their entries until the next settling. */
    private List<Tile> settled;

    private Optional<JournalFiles.Segment> journal = Optional.empty();
    private long journalBytes;
    private SignedCheckpoint newest;

    /**
     * A writer without a journal: {@link #beginJournal} or {@link #settle} begins one.
     *
     * @param tree what is durable in tiles
     * @param newest the checkpoint of that tree
     */
    LogWriter(LogFiles files, LogTerms terms, GrowingTree tree, SignedCheckpoint newest) {
        this.files = files;
        this.terms = terms;
        this.tree = tree;
        this.newest = newest;
        this.settled = Tile.partials(newest.head().size());
    }

    /** Covers every entry that is durable. */
    SignedCheckpoint newest() {
        return newest;
    }

    /** Durable, and readable by everybody, on return. */
    SignedCheckpoint commit(List<byte[]> entries) throws IOException {
        long first = tree.head().size();
        Map<Tile, byte[]> grown = tree.append(entries);
        SignedCheckpoint next = SignedCheckpoint.sign(terms.origin(), tree.head(), terms.signers());
        note(new LogFrame(first, entries, next), journal.orElseThrow());
        for (Map.Entry<Tile, byte[]> tile : grown.entrySet()) {
            publish(tile.getKey(), tile.getValue());
        }
        publish(next);
        return next;
    }

    private void note(LogFrame frame, JournalFiles.Segment into) throws IOException {
        byte[] bytes = frame.bytes();
        into.write(ByteBuffer.wrap(bytes));
        into.sync();
        journalBytes += bytes.length;
    }

    /** What a journal had, once more: tiles that {@code size} entries will have filled are written when they are full. */
    void replay(LogFrame frame, long size) throws IOException {
        List<Tile> partials = Tile.partials(size).stream().map(Tile::full).toList();
        for (Map.Entry<Tile, byte[]> tile : tree.append(frame.entries()).entrySet()) {
            if (tile.getKey().isFull() || partials.contains(tile.getKey().full())) {
                publish(tile.getKey(), tile.getValue());
            }
        }
        newest = frame.checkpoint();
    }

    private void publish(Tile tile, byte[] bytes) throws IOException {
        files.write(tile.path(), bytes);
        unsynced.add(tile.path());
        if (tile.isFull()) {
            Set<String> kept = new LinkedHashSet<>();
            settled.forEach(partial -> kept.add(partial.path()));
            for (String partial : files.names(tile.path() + ".p")) {
                if (!kept.contains(partial)) {
                    files.delete(partial);
                    unsynced.remove(partial);
                }
            }
            filled.add(tile.path());
        }
    }

    private void publish(SignedCheckpoint next) throws IOException {
        files.write(CHECKPOINT + DRAFT, next.note().bytes());
        files.rename(CHECKPOINT + DRAFT, CHECKPOINT);
        newest = next;
    }

    /** Whether it is time to {@link #settle}. */
    boolean isLong() {
        return journalBytes >= terms.journalBytesMax();
    }

    /** Makes tiles and checkpoint durable, and only then begins a new journal in place of the one that had them. */
    void settle() throws IOException {
        publish(newest);
        List<String> all = new ArrayList<>(unsynced);
        all.add(CHECKPOINT);
        files.sync(all);
        unsynced.clear();
        forgetSettled();
        files.syncFolders(List.copyOf(filled));
        filled.clear();
        beginJournal();
    }

    /** A journal that says where the tiles end, durable on return. */
    void beginJournal() throws IOException {
        JournalFiles.Segment next = files.create(JOURNAL + DRAFT);
        Optional<JournalFiles.Segment> before = journal;
        journal = Optional.of(next);
        if (before.isPresent()) {
            before.get().close();
        }
        journalBytes = 0;
        note(new LogFrame(newest.head().size(), List.of(), newest), next);
        files.rename(JOURNAL + DRAFT, JOURNAL);
        files.sync(List.of(JOURNAL));
    }

    /** Deletes partial tiles whose full ones are durable now. */
    private void forgetSettled() throws IOException {
        List<Tile> partials = Tile.partials(newest.head().size());
        List<Tile> growing = partials.stream().map(Tile::full).toList();
        for (Tile before : settled) {
            if (!growing.contains(before.full())) {
                files.delete(before.path());
            }
        }
        settled = partials;
    }

    /** Lets go of the journal; nothing more is written. */
    void close() throws IOException {
        Optional<JournalFiles.Segment> open = journal;
        journal = Optional.empty();
        if (open.isPresent()) {
            open.get().close();
        }
    }
}

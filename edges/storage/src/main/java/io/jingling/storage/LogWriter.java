package io.jingling.storage;

import io.jingling.evidence.GrowingTree;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Tile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * checkpoint} are written later for everybody to read ({@link #publish}), many batches at once, and synced all together once
 * the journal is long ({@link #settle}).
 */
final class LogWriter {
    static final String CHECKPOINT = "checkpoint";
    static final String JOURNAL = "journal";
    /** What a crash may leave of a file that was to take another's place. */
    static final String DRAFT = ".new";

    private static final int WAITING_MAX = 256;

    private final LogFiles files;
    private final LogTerms terms;
    private final GrowingTree tree;
    /** What is durable in the journal only, by the full tile that it becomes. */
    private final Map<Tile, Content> waiting = new LinkedHashMap<>();

    private final Set<String> unsynced = new LinkedHashSet<>();
    /** Full tiles in whose place partial ones were deleted. */
    private final Set<String> filled = new LinkedHashSet<>();
    /** Partial tiles of the size that is durable in tiles: all there is of their entries until the next settling. */
    private List<Tile> settled;

    private Optional<JournalFiles.Segment> journal = Optional.empty();
    private long journalBytes;
    private SignedCheckpoint newest;
    private SignedCheckpoint published;

    /** A file to be written. */
    private record Content(Tile tile, byte[] bytes) {}

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
        this.published = newest;
        this.settled = Tile.partials(newest.head().size());
    }

    /** Covers every entry that is durable. */
    SignedCheckpoint newest() {
        return newest;
    }

    /** The newest that everybody can read, with the tiles that it needs. */
    SignedCheckpoint published() {
        return published;
    }

    /** Durable on return. */
    SignedCheckpoint commit(List<byte[]> entries) throws IOException {
        long first = tree.head().size();
        Map<Tile, byte[]> grown = tree.append(entries);
        SignedCheckpoint next = SignedCheckpoint.sign(terms.origin(), tree.head(), terms.signers());
        note(new LogFrame(first, entries, next), journal.orElseThrow());
        await(grown, next);
        return next;
    }

    private void note(LogFrame frame, JournalFiles.Segment into) throws IOException {
        byte[] bytes = frame.bytes();
        into.write(ByteBuffer.wrap(bytes));
        into.sync();
        journalBytes += bytes.length;
    }

    /**
     * What a journal had, once more.
     *
     * @param growing the full tiles that the last frame leaves partial: of those, whatever was published is written anew
     */
    void replay(LogFrame frame, List<Tile> growing) throws IOException {
        Map<Tile, byte[]> grown = tree.append(frame.entries());
        for (Map.Entry<Tile, byte[]> file : grown.entrySet()) {
            if (growing.contains(file.getKey().full())) {
                write(new Content(file.getKey(), file.getValue()));
            }
        }
        await(grown, frame.checkpoint());
        if (waiting.size() > WAITING_MAX) {
            publishFull();
        }
    }

    private void await(Map<Tile, byte[]> grown, SignedCheckpoint next) {
        grown.forEach((tile, bytes) -> waiting.put(tile.full(), new Content(tile, bytes)));
        newest = next;
    }

    /** Whether something is durable that not everybody can read. */
    boolean isBehind() {
        return !published.equals(newest);
    }

    /** Lets everybody read what is durable: tiles first, then the checkpoint that needs them. */
    void publish() throws IOException {
        publishFull();
        for (Content partial : waiting.values()) {
            write(partial);
        }
        waiting.clear();
        files.write(CHECKPOINT + DRAFT, newest.note().bytes());
        files.rename(CHECKPOINT + DRAFT, CHECKPOINT);
        published = newest;
    }

    private void publishFull() throws IOException {
        Set<String> kept = new LinkedHashSet<>();
        settled.forEach(partial -> kept.add(partial.path()));
        for (Content full : waiting.values()) {
            if (full.tile().isFull()) {
                write(full);
                deletePartials(full.tile(), kept);
            }
        }
        waiting.values().removeIf(content -> content.tile().isFull());
    }

    private void write(Content content) throws IOException {
        String path = content.tile().path();
        files.write(path, content.bytes());
        unsynced.add(path);
    }

    private void deletePartials(Tile full, Set<String> kept) throws IOException {
        for (String partial : files.names(full.path() + ".p")) {
            if (!kept.contains(partial)) {
                files.delete(partial);
                unsynced.remove(partial);
            }
        }
        filled.add(full.path());
    }

    /** Whether it is time to {@link #settle}. */
    boolean isLong() {
        return journalBytes >= terms.journalBytesMax();
    }

    /** Makes tiles and checkpoint durable, and only then begins a new journal in place of the one that had them. */
    void settle() throws IOException {
        publish();
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

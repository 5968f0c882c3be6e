package io.jingling.storage;

import io.jingling.evidence.GrowingTree;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Tile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts batches of entries into the journal. One thread at a time; after a failure it is of no more use, and {@link LogRecovery}
 * opens another.
 *
 * <p>One sync makes a batch durable: that of the journal, which has the entries and the signed checkpoint. All else is made of it, by
 * the {@link LogShelf}. Once that has made the tiles durable, a new journal takes the old one's place ({@link #beginJournal}), with
 * what came meanwhile.
 */
final class LogWriter {
    static final String CHECKPOINT = "checkpoint";
    static final String JOURNAL = "journal";
    /** What a crash may leave of a file that was to take another's place. */
    static final String DRAFT = ".new";

    private static final int TOO_LONG = 4;

    private final LogFiles files;
    private final LogTerms terms;
    private final GrowingTree tree;
    private final LogShelf shelf;
    /** Since the tiles began to be synced: what the next journal must have too. */
    private final List<LogFrame> meanwhile = new ArrayList<>();

    private Optional<JournalFiles.Segment> journal = Optional.empty();
    private long journalBytes;
    private boolean keeping;
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
        this.shelf = new LogShelf(files, terms, newest);
        this.newest = newest;
    }

    /** Covers every entry that is durable. */
    SignedCheckpoint newest() {
        return newest;
    }

    LogShelf shelf() {
        return shelf;
    }

    /** Durable on return. */
    SignedCheckpoint commit(List<byte[]> entries) throws IOException {
        long first = tree.head().size();
        Map<Tile, byte[]> full = tree.grow(entries);
        SignedCheckpoint next = SignedCheckpoint.sign(terms.origin(), tree.head(), terms.signers());
        LogFrame frame = new LogFrame(first, entries, next);
        write(frame, journal.orElseThrow());
        journal.orElseThrow().sync();
        if (keeping) {
            meanwhile.add(frame);
        }
        shelf.full(full);
        newest = next;
        return next;
    }

    private void write(LogFrame frame, JournalFiles.Segment into) throws IOException {
        byte[] bytes = frame.bytes();
        into.write(ByteBuffer.wrap(bytes));
        journalBytes += bytes.length;
    }

    /**
     * What a journal had, once more.
     *
     * @param growing the full tiles that the last frame leaves partial: of those, whatever was published is written anew
     */
    void replay(LogFrame frame, List<Tile> growing) throws IOException {
        for (Map.Entry<Tile, byte[]> file : tree.append(frame.entries()).entrySet()) {
            if (file.getKey().isFull() || growing.contains(file.getKey().full())) {
                shelf.rewrite(file.getKey(), file.getValue());
            }
        }
        newest = frame.checkpoint();
    }

    /** Whether something is durable that not everybody can read. */
    boolean isBehind() {
        return !shelf.published().head().equals(newest.head());
    }

    /** All that is durable, to the shelf. */
    void handOver() {
        shelf.newest(tree.partials(), newest);
    }

    /** Whether it is time to make the tiles durable: then {@link #keep}, before what is durable is handed over. */
    boolean isLong() {
        return journalBytes >= terms.journalBytesMax();
    }

    /** Whether no more may be committed before a new journal has begun. */
    boolean isTooLong() {
        return journalBytes >= (long) TOO_LONG * terms.journalBytesMax();
    }

    /** From now on the next journal has what is committed. */
    void keep() {
        keeping = true;
    }

    /** Publishes, makes all durable in tiles, and begins a new journal. */
    void settle() throws IOException {
        handOver();
        shelf.publish();
        LogShelf.Settling settling = shelf.settling();
        settling.run(files);
        shelf.settled(settling);
        beginJournal(settling.checkpoint());
    }

    /**
     * A journal in place of the one before, durable on return.
     *
     * @param durable the checkpoint of the tree that is durable in tiles
     */
    void beginJournal(SignedCheckpoint durable) throws IOException {
        JournalFiles.Segment next = files.create(JOURNAL + DRAFT);
        close();
        journal = Optional.of(next);
        journalBytes = 0;
        write(new LogFrame(durable.head().size(), List.of(), durable), next);
        for (LogFrame frame : meanwhile) {
            if (frame.first() >= durable.head().size()) {
                write(frame, next);
            }
        }
        next.sync();
        files.rename(JOURNAL + DRAFT, JOURNAL);
        files.sync(List.of(JOURNAL));
        meanwhile.clear();
        keeping = false;
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

package io.jingling.storage;

import io.jingling.evidence.GrowingTree;
import io.jingling.evidence.Note;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Tile;
import io.jingling.evidence.TreeHead;
import io.jingling.evidence.TreeReader;
import io.jingling.platform.StoreFailure;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens an evidence log, however it was left: completes what a crash interrupted, and refuses what no crash explains.
 * Nothing is written before all has been looked at.
 */
final class LogRecovery {
    private final LogFiles files;
    private final LogTerms terms;

    private LogRecovery(LogFiles files, LogTerms terms) {
        this.files = files;
        this.terms = terms;
    }

    /**
     * A log that is whole and durable on return; a new one where there was none.
     *
     * @throws StorageUnusable where files contradict each other
     */
    static LogWriter open(LogFiles files, LogTerms terms) throws IOException {
        try {
            return new LogRecovery(files, terms).open();
        } catch (IllegalArgumentException contradiction) {
            throw new StorageUnusable(
                    "evidence log " + terms.origin() + ": " + contradiction.getMessage()
                            + "; nothing was changed, restore the folder from a copy",
                    contradiction);
        } catch (StoreFailure unread) {
            throw new IOException(unread.getCause().getMessage(), unread);
        }
    }

    private LogWriter open() throws IOException {
        Optional<byte[]> journal = files.read(LogWriter.JOURNAL);
        LogWriter writer = journal.isPresent() ? replayed(LogFrame.read(journal.get())) : begun();
        writer.settle();
        return writer;
    }

    private LogWriter begun() throws IOException {
        if (files.read(LogWriter.CHECKPOINT).isPresent() || !files.names("tile").isEmpty()) {
            throw new IllegalArgumentException(
                    "journal: got none beside tiles or a checkpoint, want it, as it may hold acknowledged entries");
        }
        SignedCheckpoint nothing = SignedCheckpoint.sign(terms.origin(), TreeHead.EMPTY, terms.signers());
        LogWriter writer = new LogWriter(files, terms, GrowingTree.empty(), nothing);
        // Before the first checkpoint: a checkpoint without a journal is refused.
        writer.beginJournal(nothing);
        return writer;
    }

    private LogWriter replayed(LogFrame.Found journal) throws IOException {
        List<LogFrame> frames = journal.frames();
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("journal: got no whole frame, want one");
        }
        SignedCheckpoint durable = frames.getFirst().checkpoint();
        check(frames);
        checkPublished(frames);
        GrowingTree tree = GrowingTree.resume(durable.head(), new LogTiles(files));
        LogWriter writer = new LogWriter(files, terms, tree, durable);
        long size = frames.getLast().checkpoint().head().size();
        List<Tile> growing = Tile.partials(size).stream().map(Tile::full).toList();
        for (LogFrame frame : frames) {
            writer.replay(frame, growing);
        }
        return writer;
    }

    /**
     * That the frames come to the checkpoints that they have, and the first to the tiles. Signatures are looked at on the first
     * and the last: what is between is bound by both.
     */
    private void check(List<LogFrame> frames) {
        wantOurs("journal", frames.getFirst().checkpoint());
        wantOurs("journal", frames.getLast().checkpoint());
        GrowingTree tree = GrowingTree.resume(frames.getFirst().checkpoint().head(), new LogTiles(files));
        for (LogFrame frame : frames) {
            if (frame == frames.getFirst() && !frame.entries().isEmpty()) {
                throw new IllegalArgumentException("journal: got entries in its first frame, want none");
            }
            if (frame.first() != tree.head().size()) {
                throw new IllegalArgumentException("journal: got a frame from entry " + frame.first() + " on, want "
                        + tree.head().size());
            }
            tree.append(frame.entries());
            wantEqual("journal", frame.checkpoint().head(), tree.head());
        }
    }

    /** That what others may have seen is what the log was at that size. */
    private void checkPublished(List<LogFrame> frames) throws IOException {
        Optional<byte[]> file = files.read(LogWriter.CHECKPOINT);
        if (file.isEmpty() || !isCheckpoint(file.get())) {
            // Renamed and never synced: the journal has the same and more.
            return;
        }
        SignedCheckpoint published = SignedCheckpoint.read(file.get());
        wantOurs(LogWriter.CHECKPOINT, published);
        Map<Long, TreeHead> heads = new HashMap<>();
        frames.forEach(frame ->
                heads.put(frame.checkpoint().head().size(), frame.checkpoint().head()));
        TreeHead durable = frames.getFirst().checkpoint().head();
        long size = published.head().size();
        if (size < durable.size()) {
            heads.put(size, new TreeReader(durable.size(), new LogTiles(files)).head(size));
        }
        if (!heads.containsKey(size)) {
            throw new IllegalArgumentException("checkpoint: got tree size " + size + ", want one that the journal has,"
                    + " up to " + frames.getLast().checkpoint().head().size());
        }
        wantEqual(LogWriter.CHECKPOINT, published.head(), heads.get(size));
    }

    private static boolean isCheckpoint(byte[] file) {
        try {
            SignedCheckpoint.read(file);
            return true;
        } catch (IllegalArgumentException torn) {
            return false;
        }
    }

    private void wantOurs(String where, SignedCheckpoint signed) {
        if (!signed.checkpoint().origin().equals(terms.origin())) {
            throw new IllegalArgumentException(
                    where + ": got origin " + signed.checkpoint().origin() + ", want " + terms.origin());
        }
        if (signed.note().vouchers(terms.verifiers()) instanceof Note.Trust.Untrusted(String reason)) {
            throw new IllegalArgumentException(where + ": " + reason);
        }
    }

    private static void wantEqual(String where, TreeHead got, TreeHead want) {
        if (!got.equals(want)) {
            throw new IllegalArgumentException(where + ": got root " + got.root() + " at tree size " + got.size()
                    + ", want " + want.root() + " at " + want.size());
        }
    }
}

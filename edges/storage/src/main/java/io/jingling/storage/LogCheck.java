package io.jingling.storage;

import io.jingling.evidence.Check;
import io.jingling.evidence.EntryBundle;
import io.jingling.evidence.GrowingTree;
import io.jingling.evidence.NoteVerifier;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Tile;
import io.jingling.platform.StoreFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Grows the tree anew from the entries on the disk and compares every file with what it ought to be. Holds one bundle at a
 * time, and the files' names.
 */
final class LogCheck {
    private static final Set<String> OTHER_FILES = Set.of(
            LogWriter.CHECKPOINT,
            LogWriter.CHECKPOINT + LogWriter.DRAFT,
            LogWriter.JOURNAL,
            LogWriter.JOURNAL + LogWriter.DRAFT,
            "jingling.lock");

    private final LogFiles files;
    private final LogTiles tiles;
    private final String origin;
    private final List<NoteVerifier> logKeys;
    private final List<String> findings = new ArrayList<>();

    LogCheck(LogFiles files, String origin, List<NoteVerifier> logKeys) {
        this.files = files;
        this.tiles = new LogTiles(files);
        this.origin = origin;
        this.logKeys = logKeys;
    }

    /** One line for each thing that is wrong: file, got, want. */
    List<String> findings() throws IOException {
        try {
            SignedCheckpoint published = SignedCheckpoint.read(files.read(LogWriter.CHECKPOINT)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "checkpoint: got none, want one; a log that a crash left must be opened once")));
            if (published.check(origin, logKeys) instanceof Check.Fails(String reason)) {
                findings.add(reason);
            }
            checkTiles(published);
            checkJournal(published);
            checkNames(published.head().size());
        } catch (IllegalArgumentException broken) {
            findings.add(broken.getMessage());
        } catch (StoreFailure missing) {
            findings.add(missing.getCause().getMessage());
        }
        return List.copyOf(findings);
    }

    private void checkTiles(SignedCheckpoint published) {
        long size = published.head().size();
        GrowingTree tree = GrowingTree.empty();
        for (long index = 0; index << 8 < size; index++) {
            Tile bundle = Tile.in(size, Tile.ENTRIES, index);
            Map<Tile, byte[]> grown = tree.append(entries(bundle));
            for (Map.Entry<Tile, byte[]> file : grown.entrySet()) {
                Tile tile = file.getKey();
                if (tile.isFull() || tile.equals(Tile.in(size, tile.level(), tile.index()))) {
                    compare(tile, file.getValue());
                }
            }
        }
        if (!tree.head().equals(published.head())) {
            findings.add("checkpoint: got root " + published.head().root() + ", want "
                    + tree.head().root() + ", which the entries come to");
        }
    }

    private List<byte[]> entries(Tile bundle) {
        try {
            return EntryBundle.read(tiles.read(bundle), bundle.width());
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException(bundle.path() + ": " + broken.getMessage(), broken);
        }
    }

    private void compare(Tile tile, byte[] want) {
        if (!Arrays.equals(tiles.read(tile), want)) {
            findings.add(tile.path() + ": got other bytes, want what the entries come to");
        }
    }

    private void checkJournal(SignedCheckpoint published) throws IOException {
        Optional<byte[]> journal = files.read(LogWriter.JOURNAL);
        if (journal.isEmpty()) {
            findings.add("journal: got none, want one");
            return;
        }
        LogFrame.Found found = LogFrame.read(journal.get());
        if (found.torn() || found.frames().isEmpty()) {
            findings.add("journal: got a torn frame, want none; opening the log cuts it off");
        } else if (!found.frames().getLast().checkpoint().head().equals(published.head())) {
            findings.add("journal: got one up to tree size "
                    + found.frames().getLast().checkpoint().head().size() + ", want the checkpoint's "
                    + published.head().size() + "; opening the log completes it");
        }
    }

    /** No file may be there that the log does not explain; a narrower tile must be the wider one's beginning. */
    private void checkNames(long size) throws IOException {
        for (String name : files.names("")) {
            if (!OTHER_FILES.contains(name)) {
                checkName(name, size);
            }
        }
    }

    private void checkName(String name, long size) throws IOException {
        try {
            Tile tile = Tile.of(name);
            Tile widest = Tile.in(size, tile.level(), tile.index());
            if (tile.width() > widest.width()) {
                findings.add(name + ": got a tile beyond the checkpoint, want none wider than " + widest.width());
            } else if (tile.width() < widest.width()) {
                byte[] beginning = LogTiles.beginning(tiles.read(widest), widest, tile.width());
                if (!Arrays.equals(files.read(name).orElse(new byte[0]), beginning)) {
                    findings.add(name + ": got other bytes, want the beginning of " + widest.path());
                }
            }
        } catch (IllegalArgumentException unknown) {
            findings.add(name + ": got a file that is not the log's, want none");
        }
    }
}

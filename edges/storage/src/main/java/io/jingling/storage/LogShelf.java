package io.jingling.storage;

import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Tile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tiles and {@code checkpoint}, for everybody to read: what the journal has already is put there later, many batches at once, and
 * synced all together later still.
 *
 * <p>The log's thread hands over ({@link #full}, {@link #newest}); one other thread does all the rest, but for {@link Settling#run},
 * which may be under way meanwhile. After a failure it is of no more use.
 */
final class LogShelf {
    private final LogFiles files;
    private final LogTerms terms;
    /** Durable in the journal only, by the full tile that it becomes. */
    private final Map<Tile, Content> waiting = new LinkedHashMap<>();

    private SignedCheckpoint next;
    private final Set<Tile> unsynced = new LinkedHashSet<>();
    /** Full tiles in whose place partial ones were deleted. */
    private final Set<Tile> filled = new LinkedHashSet<>();
    /** Partial tiles that are durable, or becoming it: all there is of their entries until the full ones are. */
    private final Set<Tile> kept = new LinkedHashSet<>();

    private volatile SignedCheckpoint published;

    /** A file to be written. */
    private record Content(Tile tile, byte[] bytes) {}

    /** @param durable the checkpoint of the tree that is durable in tiles */
    LogShelf(LogFiles files, LogTerms terms, SignedCheckpoint durable) {
        this.files = files;
        this.terms = terms;
        this.next = durable;
        this.published = durable;
        this.kept.addAll(Tile.partials(durable.head().size()));
    }

    /** The newest that everybody can read, with the tiles that it needs. */
    SignedCheckpoint published() {
        return published;
    }

    /** Full tiles of what is durable in the journal. */
    synchronized void full(Map<Tile, byte[]> tiles) {
        tiles.forEach((tile, bytes) -> waiting.put(tile.full(), new Content(tile, bytes)));
    }

    /** The tree that is to be published next, with its partial tiles. */
    synchronized void newest(Map<Tile, byte[]> partials, SignedCheckpoint checkpoint) {
        full(partials);
        next = checkpoint;
    }

    /** What a process that is gone may have written, once more and at once. */
    void rewrite(Tile tile, byte[] bytes) throws IOException {
        write(new Content(tile, bytes));
    }

    /** Lets everybody read what was handed over: tiles first, then the checkpoint that needs them. */
    void publish() throws IOException {
        List<Content> taken;
        SignedCheckpoint checkpoint;
        synchronized (this) {
            taken = List.copyOf(waiting.values());
            checkpoint = next;
            waiting.clear();
        }
        for (Content content : taken) {
            write(content);
        }
        SignedCheckpoint signed =
                new SignedCheckpoint(checkpoint.checkpoint(), checkpoint.note().signedAlsoBy(terms.publishers()));
        files.write(LogWriter.CHECKPOINT + LogWriter.DRAFT, signed.note().bytes());
        files.rename(LogWriter.CHECKPOINT + LogWriter.DRAFT, LogWriter.CHECKPOINT);
        published = signed;
    }

    /** Never twice: what is durable must not be torn by a crash. */
    private void write(Content content) throws IOException {
        Tile tile = content.tile();
        if (unsynced.contains(tile) || kept.contains(tile)) {
            return;
        }
        files.write(tile.path(), content.bytes());
        unsynced.add(tile);
        if (tile.isFull()) {
            deletePartials(tile);
        }
    }

    private void deletePartials(Tile full) throws IOException {
        for (String name : files.names(full.path() + ".p")) {
            Tile partial = Tile.of(name);
            if (!kept.contains(partial)) {
                files.delete(name);
                unsynced.remove(partial);
            }
        }
        filled.add(full);
    }

    /** What is to be made durable of all that is published now. */
    Settling settling() {
        Settling settling = new Settling(published, List.copyOf(unsynced), List.copyOf(filled), Set.copyOf(kept));
        unsynced.stream().filter(tile -> !tile.isFull()).forEach(kept::add);
        unsynced.clear();
        filled.clear();
        return settling;
    }

    /** The settling was run. */
    void settled(Settling done) {
        kept.removeAll(done.outgrown());
    }

    /**
     * Makes published tiles durable, and deletes partial ones whose full ones have become it.
     *
     * @param checkpoint of the tree that is durable in tiles then
     * @param tiles to be synced
     * @param filled full tiles in whose place partial ones were deleted
     * @param before partial tiles that were durable before
     */
    record Settling(SignedCheckpoint checkpoint, List<Tile> tiles, List<Tile> filled, Set<Tile> before) {
        void run(LogFiles files) throws IOException {
            List<String> names = new ArrayList<>(tiles.stream().map(Tile::path).toList());
            names.add(LogWriter.CHECKPOINT);
            files.sync(names);
            Set<Tile> emptied = new LinkedHashSet<>(filled);
            for (Tile partial : outgrown()) {
                files.delete(partial.path());
                emptied.add(partial.full());
            }
            files.syncFolders(emptied.stream().map(Tile::path).toList());
        }

        /** Partial tiles in whose place a full one is durable. */
        private Set<Tile> outgrown() {
            Set<Tile> outgrown = new HashSet<>(before);
            Tile.partials(checkpoint.head().size())
                    .forEach(growing ->
                            outgrown.removeIf(partial -> partial.full().equals(growing.full())));
            return outgrown;
        }
    }
}

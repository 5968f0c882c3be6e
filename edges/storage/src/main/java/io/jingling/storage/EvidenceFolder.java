package io.jingling.storage;

import io.jingling.evidence.Entry;
import io.jingling.evidence.EvidenceLog;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.NoteVerifier;
import io.jingling.evidence.Receipt;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Tile;
import io.jingling.platform.StoreFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * An evidence log in a folder, as C2SP tlog-tiles: it can be served by any web server, or copied, as it is.
 *
 * <p>Many threads append; each waits until its entries are durable. docs/reference/evidence.md has what is written when.
 */
public final class EvidenceFolder implements EvidenceLog, AutoCloseable {
    private final DataDirectory claim;
    private final LogTiles tiles;
    private final LogQueue queue;

    private EvidenceFolder(DataDirectory claim, LogTiles tiles, LogQueue queue) {
        this.claim = claim;
        this.tiles = tiles;
        this.queue = queue;
    }

    /**
     * Opens the log, completing what a crash interrupted, or begins one in a folder that has none.
     *
     * @param origin the log's name, in every checkpoint; never another one for the same folder
     * @param signer signs every checkpoint, with Ed25519
     * @param publishers each signs, below it, those that are published: at most some 50 a second, and no append waits for them
     * @throws StorageUnusable where another process has it, or its files contradict each other
     */
    public static EvidenceFolder open(Path folder, NoteSigner signer, List<NoteSigner> publishers) {
        String origin = signer.verifier().key().name();
        return open(folder, new LogTerms(origin, List.of(signer), publishers, LogTerms.JOURNAL_BYTES));
    }

    static EvidenceFolder open(Path folder, LogTerms terms) {
        DataDirectory claim = DataDirectory.claim(folder);
        try {
            LogFolder files = new LogFolder(folder.toAbsolutePath());
            return new EvidenceFolder(claim, new LogTiles(files), new LogQueue(files, terms));
        } catch (IOException failure) {
            claim.close();
            throw new StorageUnusable("evidence log in " + folder + ": got one that cannot be read, want one", failure);
        } catch (RuntimeException failure) {
            claim.close();
            throw failure;
        }
    }

    /**
     * Reads all of a log and says what is wrong with it, a line each; none where it is whole. Writes nothing. Of a log that a
     * crash left, {@link #open} must have completed it first.
     */
    public static List<String> check(Path folder, String origin, List<NoteVerifier> logKeys) throws IOException {
        return new LogCheck(new LogFolder(folder.toAbsolutePath()), origin, logKeys).findings();
    }

    /** @throws StoreFailure where they are not known to be durable; they may be in the log or not */
    @Override
    public List<Receipt> append(List<Entry> entries) {
        return receipts(entries, queue.append(wanted(entries)));
    }

    /** The same without waiting; where too much waits already it fails at once, with a {@link StoreFailure}. */
    public CompletableFuture<List<Receipt>> appendLater(List<Entry> entries) {
        List<Entry> wanted = wanted(entries);
        return queue.later(wanted).handle((durable, failure) -> {
            if (failure != null) {
                throw new StoreFailure("evidence", failure);
            }
            return receipts(wanted, durable);
        });
    }

    private static List<Entry> wanted(List<Entry> entries) {
        if (entries.isEmpty() || entries.size() > ENTRIES_AT_ONCE_MAX) {
            throw new IllegalArgumentException(
                    "entries: got " + entries.size() + ", want 1 to " + ENTRIES_AT_ONCE_MAX + " at once");
        }
        return List.copyOf(entries);
    }

    private static List<Receipt> receipts(List<Entry> entries, LogQueue.Durable durable) {
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            receipts.add(new Receipt(durable.first() + i, entries.get(i).leaf(), durable.checkpoint()));
        }
        return List.copyOf(receipts);
    }

    /** How many appends are on their way. */
    int waiting() {
        return queue.waiting();
    }

    @Override
    public SignedCheckpoint checkpoint() {
        return queue.published();
    }

    @Override
    public byte[] read(Tile tile) {
        return tiles.read(tile);
    }

    /** Makes durable what waits; nothing can be appended any more. */
    @Override
    public void close() {
        queue.close();
        claim.close();
    }
}

package io.jingling.evidence;

import java.util.List;

/** A log that only grows: what its keeper needs of the world. */
public interface EvidenceLog extends TileReader {
    int ENTRIES_AT_ONCE_MAX = 4096;

    /**
     * Appends entries, side by side and in this order; many threads may at once. Waits until they are durable.
     *
     * <p>Fails by the edge's unchecked exception where they are not known to be: then they may be in the log or not, and may be
     * appended again.
     *
     * @param entries 1 to {@link #ENTRIES_AT_ONCE_MAX}
     * @return one for each entry
     */
    List<Receipt> append(List<Entry> entries);

    /** The newest that everybody can read; covers every entry that was acknowledged before the call. */
    SignedCheckpoint checkpoint();

    /** That the entry is in the log, under the newest checkpoint. */
    default LogProof proof(long index) {
        return proof(index, checkpoint());
    }

    /** That the entry is in the log, under a checkpoint of its that was published, such as one that witnesses cosigned. */
    default LogProof proof(long index, SignedCheckpoint under) {
        long size = under.head().size();
        return LogProof.of(new TreeReader(size, this).inclusion(index, size), under);
    }

    /** The entry at that place. */
    default Entry entry(long index) {
        Tile tile = Tile.in(checkpoint().head().size(), Tile.ENTRIES, index >> Tile.HEIGHT);
        return Entry.read(EntryBundle.read(read(tile), tile.width()).get((int) (index % Tile.FULL)));
    }
}

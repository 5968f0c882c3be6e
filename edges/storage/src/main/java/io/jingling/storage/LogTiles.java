package io.jingling.storage;

import io.jingling.evidence.EntryBundle;
import io.jingling.evidence.Hash;
import io.jingling.evidence.Tile;
import io.jingling.evidence.TileReader;
import io.jingling.platform.StoreFailure;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the log's tiles; where a partial one is gone because the full one is there, the full one's beginning.
 *
 * @param files where they are
 */
record LogTiles(LogFiles files) implements TileReader {
    @Override
    public byte[] read(Tile tile) {
        try {
            Optional<byte[]> exact = files.read(tile.path());
            if (exact.isPresent()) {
                return exact.get();
            }
            Optional<byte[]> full = files.read(tile.full().path());
            if (full.isPresent()) {
                return beginning(full.get(), tile.full(), tile.width());
            }
            throw new IOException(tile.path() + ": got no such file, want it, as a checkpoint covers it");
        } catch (IOException failure) {
            throw new StoreFailure("evidence", failure);
        }
    }

    /** What a narrower tile in the same place holds. */
    static byte[] beginning(byte[] wide, Tile tile, int width) {
        return tile.isEntries()
                ? EntryBundle.write(EntryBundle.read(wide, tile.width()).subList(0, width))
                : Arrays.copyOf(wide, width * Hash.BYTES);
    }
}

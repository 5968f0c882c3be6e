package io.jingling.evidence;

/** Where a log's files are read: a folder, a copy, or somebody's server. */
public interface TileReader {
    /**
     * The content of the tile.
     *
     * <p>Hash tiles are {@code width × 32} bytes; entry bundles are as {@link EntryBundle} reads them. Where only a wider tile
     * is kept, its beginning is returned. What is missing or cannot be read is the reader's own unchecked failure.
     */
    byte[] read(Tile tile);
}

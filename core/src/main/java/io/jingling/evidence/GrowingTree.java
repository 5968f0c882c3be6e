package io.jingling.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A tree as it grows: takes entries, says its head and which files there are to write. Holds its right edge only: under
 * 256 entries and under 256 hashes a level. One thread at a time.
 */
public final class GrowingTree {
    private final List<byte[]> entries = new ArrayList<>();
    private final List<List<Hash>> levels = new ArrayList<>();
    private Peaks peaks = new Peaks();

    private GrowingTree() {
        for (int level = 0; level <= Tile.LEVEL_MAX; level++) {
            levels.add(new ArrayList<>());
        }
    }

    public static GrowingTree empty() {
        return new GrowingTree();
    }

    /**
     * The tree that is in these files.
     *
     * @throws IllegalArgumentException where they are not the files of a tree with that head
     */
    public static GrowingTree resume(TreeHead head, TileReader tiles) {
        GrowingTree tree = new GrowingTree();
        long size = head.size();
        TreeReader reader = new TreeReader(size, tiles);
        tree.peaks = Peaks.of(reader, size);
        if (!tree.head().equals(head)) {
            throw new IllegalArgumentException(
                    "tiles of tree size " + size + ": got root " + tree.head().root() + ", want " + head.root());
        }
        for (int level = 0; level <= Tile.LEVEL_MAX; level++) {
            long hashes = Tile.hashesAt(size, level);
            for (long index = hashes - hashes % Tile.FULL; index < hashes; index++) {
                tree.levels.get(level).add(reader.node(level * Tile.HEIGHT, index));
            }
        }
        if (size % Tile.FULL != 0) {
            tree.takeEntries(Tile.in(size, Tile.ENTRIES, size >> Tile.HEIGHT), tiles);
        }
        return tree;
    }

    private void takeEntries(Tile tile, TileReader tiles) {
        entries.addAll(EntryBundle.read(tiles.read(tile), tile.width()));
        List<Hash> leaves = entries.stream().map(Hash::leaf).toList();
        if (!leaves.equals(levels.getFirst())) {
            throw new IllegalArgumentException(
                    tile.path() + ": got entries of other hashes, want those of level 0 of the tree");
        }
    }

    public TreeHead head() {
        return peaks.head();
    }

    /**
     * Adds entries at the end.
     *
     * @return what {@link Tile#grown} names, in an order in which each file follows those that it covers, with contents
     */
    public SequencedMap<Tile, byte[]> append(List<byte[]> added) {
        long before = peaks.size();
        Map<Tile, byte[]> full = grow(added);
        SequencedMap<Tile, byte[]> grown = new LinkedHashMap<>();
        for (Tile tile : Tile.grown(before, peaks.size())) {
            grown.put(tile, tile.isFull() ? full.get(tile) : partial(tile));
        }
        return grown;
    }

    /**
     * Adds entries at the end, where partial tiles are wanted later or never ({@link #partials}).
     *
     * @return the tiles that became full, with contents
     */
    public Map<Tile, byte[]> grow(List<byte[]> added) {
        Map<Tile, byte[]> full = new LinkedHashMap<>();
        long size = peaks.size();
        for (byte[] entry : added) {
            Hash leaf = Hash.leaf(entry);
            entries.add(entry.clone());
            peaks.append(leaf);
            add(0, leaf, size, full);
            if (++size % Tile.FULL == 0) {
                full.put(new Tile(Tile.ENTRIES, (size >> Tile.HEIGHT) - 1, Tile.FULL), EntryBundle.write(entries));
                entries.clear();
            }
        }
        return full;
    }

    /** What {@link Tile#partials} names, entries first, with contents. */
    public SequencedMap<Tile, byte[]> partials() {
        SequencedMap<Tile, byte[]> partials = new LinkedHashMap<>();
        Tile.partials(peaks.size()).forEach(tile -> partials.put(tile, partial(tile)));
        return partials;
    }

    private void add(int level, Hash hash, long leafIndex, Map<Tile, byte[]> full) {
        List<Hash> hashes = levels.get(level);
        hashes.add(hash);
        if (hashes.size() == Tile.FULL) {
            full.put(new Tile(level, leafIndex >> Tile.HEIGHT * (level + 1), Tile.FULL), written(hashes));
            Hash covering = rootOf(hashes);
            hashes.clear();
            if (level < Tile.LEVEL_MAX) {
                add(level + 1, covering, leafIndex, full);
            }
        }
    }

    private byte[] partial(Tile tile) {
        return tile.isEntries() ? EntryBundle.write(entries) : written(levels.get(tile.level()));
    }

    private static byte[] written(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * Hash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(bytes, i * Hash.BYTES);
        }
        return bytes;
    }

    private static Hash rootOf(List<Hash> hashes) {
        Peaks peaks = new Peaks();
        hashes.forEach(peaks::append);
        return peaks.head().root();
    }
}

package io.jingling.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves things of a tree out of its tiles. Reads at most some two tiles a level for a proof, and keeps 64 of them; one
 * thread at a time.
 */
public final class TreeReader {
    private static final int TILES_KEPT = 64;

    private final long size;
    private final TileReader tiles;
    private final Map<Tile, Hash[][]> kept = new LinkedHashMap<>(TILES_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, Hash[][]> eldest) {
            return size() > TILES_KEPT;
        }
    };

    /** @param size of the tree whose tiles are read; proofs for smaller trees come out of the same tiles */
    public TreeReader(long size, TileReader tiles) {
        if (size < 0) {
            throw new IllegalArgumentException("tree size: got " + size + ", want 0 or more");
        }
        this.size = size;
        this.tiles = tiles;
    }

    /** The head of the tree, or of the smaller tree that it once was. */
    public TreeHead head(long atSize) {
        wantWithin("tree size", atSize, size);
        return atSize == 0 ? TreeHead.EMPTY : new TreeHead(atSize, range(0, atSize));
    }

    /** The hash of a leaf. */
    public Hash leaf(long index) {
        wantWithin("leaf", index, size - 1);
        return node(0, index);
    }

    /** RFC 9162 §2.1.3.1: that the leaf is in the tree of that size. */
    public InclusionProof inclusion(long index, long inSize) {
        wantWithin("tree size", inSize, size);
        wantWithin("leaf", index, inSize - 1);
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = inSize;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.add(range(middle, to));
                to = middle;
            } else {
                path.add(range(from, middle));
                from = middle;
            }
        }
        Collections.reverse(path);
        return new InclusionProof(index, inSize, path);
    }

    /** RFC 9162 §2.1.4.1: that the tree of one size begins with all of the tree of another. Empty where one is empty. */
    public ConsistencyProof consistency(long fromSize, long toSize) {
        wantWithin("tree size", toSize, size);
        wantWithin("earlier tree size", fromSize, toSize);
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = fromSize == 0 ? 0 : toSize;
        while (fromSize != to) {
            long middle = from + split(to - from);
            if (fromSize <= middle) {
                path.add(range(middle, to));
                to = middle;
            } else {
                path.add(range(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            path.add(range(from, to));
        }
        Collections.reverse(path);
        return new ConsistencyProof(fromSize, toSize, path);
    }

    /** The root of the complete subtree over the leaves from {@code index × 2^height} on. */
    Hash node(int height, long index) {
        int level = height / Tile.HEIGHT;
        int above = height % Tile.HEIGHT;
        long first = index << above;
        Tile tile = Tile.in(size, level, first >> Tile.HEIGHT);
        return kept.computeIfAbsent(tile, this::subtrees)[above][(int) (first % Tile.FULL) >> above];
    }

    private Hash range(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1 && from % leaves == 0) {
            int height = Long.numberOfTrailingZeros(leaves);
            return node(height, from >> height);
        }
        long middle = from + split(leaves);
        return Hash.node(range(from, middle), range(middle, to));
    }

    /** All complete subtrees in a tile, by their height above its hashes. */
    private Hash[][] subtrees(Tile tile) {
        byte[] bytes = tiles.read(tile);
        if (bytes.length != tile.width() * Hash.BYTES) {
            throw new IllegalArgumentException(
                    tile.path() + ": got " + bytes.length + " bytes, want " + tile.width() * Hash.BYTES);
        }
        Hash[][] byHeight = new Hash[Tile.HEIGHT + 1][];
        byHeight[0] = new Hash[tile.width()];
        for (int i = 0; i < tile.width(); i++) {
            byHeight[0][i] = Hash.at(bytes, i * Hash.BYTES);
        }
        for (int height = 1; height <= Tile.HEIGHT; height++) {
            Hash[] below = byHeight[height - 1];
            byHeight[height] = new Hash[below.length / 2];
            for (int i = 0; i < below.length / 2; i++) {
                byHeight[height][i] = Hash.node(below[2 * i], below[2 * i + 1]);
            }
        }
        return byHeight;
    }

    /** The largest power of two that is smaller. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private static void wantWithin(String what, long got, long most) {
        if (got < 0 || got > most) {
            throw new IllegalArgumentException(what + ": got " + got + ", want 0 to " + most);
        }
    }
}

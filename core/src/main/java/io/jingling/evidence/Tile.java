package io.jingling.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a file of the log: up to 256 hashes that stand side by side in the tree, or the entries below them (C2SP tlog-tiles).
 *
 * @param level 0 for the hashes of leaves; each hash of the next level covers a full tile; {@link #ENTRIES} for entries
 * @param index which tile of the level, from 0
 * @param width how many hashes or entries, 1 to 256; a partial tile has fewer than 256
 */
public record Tile(int level, long index, int width) {
    public static final int ENTRIES = -1;
    public static final int FULL = 256;
    static final int HEIGHT = 8;
    /** 256^7 leaves a hash; the eighth level would be beyond 2^63 leaves. */
    static final int LEVEL_MAX = 7;

    private static final int LEVELS_OF_THE_FORMAT = 63;
    private static final Pattern PATH =
            Pattern.compile("tile/(entries|0|[1-9]\\d?)/((?:x\\d{3}/){0,6}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > LEVELS_OF_THE_FORMAT) {
            throw new IllegalArgumentException("tile level: got " + level + ", want 0 to 63, or -1 for entries");
        }
        if (index < 0) {
            throw new IllegalArgumentException("tile index: got " + index + ", want 0 or more");
        }
        if (width < 1 || width > FULL) {
            throw new IllegalArgumentException("tile width: got " + width + ", want 1 to 256");
        }
    }

    /**
     * The tile as it is in a tree of {@code size} leaves.
     *
     * @throws IllegalArgumentException where the tree has no such tile
     */
    public static Tile in(long size, int level, long index) {
        long hashes = hashesAt(size, level);
        if (index < 0 || index > hashes - 1 >> HEIGHT || hashes == 0) {
            throw new IllegalArgumentException("tile " + index + " of level " + level + ": got a tree of " + size
                    + " leaves, want one that has this tile");
        }
        return new Tile(level, index, (int) Math.min(FULL, hashes - (index << HEIGHT)));
    }

    /** Reads what {@link #path} writes, and nothing else. */
    public static Tile of(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new IllegalArgumentException("tile path: got " + Shown.of(path)
                    + ", want tile/LEVEL/INDEX or tile/LEVEL/INDEX.p/WIDTH, such as tile/0/x001/234.p/7");
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        String digits = parts.group(2).replaceAll("[x/]", "");
        long index = digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        Tile tile = new Tile(level, index, width);
        if (!tile.path().equals(path)) {
            throw new IllegalArgumentException("tile path: got " + Shown.of(path) + ", want " + tile.path());
        }
        return tile;
    }

    /** Where the file is below the log's prefix: {@code tile/0/x001/234.p/7}. */
    public String path() {
        String digits = String.format(Locale.ROOT, "%03d", index % 1000);
        StringBuilder encoded = new StringBuilder(digits);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            encoded.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        String name = level == ENTRIES ? "entries" : Integer.toString(level);
        return "tile/" + name + "/" + encoded + (isFull() ? "" : ".p/" + width);
    }

    public boolean isFull() {
        return width == FULL;
    }

    public boolean isEntries() {
        return level == ENTRIES;
    }

    /** The same tile once nothing can be added to it. */
    public Tile full() {
        return new Tile(level, index, FULL);
    }

    /** Which files a tree gets as it grows, entries first, then level by level. At most some 4 for each 256 new leaves. */
    public static List<Tile> grown(long fromSize, long toSize) {
        if (fromSize < 0 || fromSize > toSize) {
            throw new IllegalArgumentException(
                    "growth: got from " + fromSize + " to " + toSize + ", want sizes that do not shrink");
        }
        List<Tile> grown = new ArrayList<>();
        for (int level = ENTRIES; level <= LEVEL_MAX; level++) {
            long before = hashesAt(fromSize, level);
            long after = hashesAt(toSize, level);
            for (long index = before >> HEIGHT; before < after && index <= after - 1 >> HEIGHT; index++) {
                grown.add(in(toSize, level, index));
            }
        }
        return List.copyOf(grown);
    }

    /** The files of a tree that can still grow, at most one a level. */
    public static List<Tile> partials(long size) {
        List<Tile> partials = new ArrayList<>();
        for (int level = ENTRIES; level <= LEVEL_MAX; level++) {
            long hashes = hashesAt(size, level);
            if (hashes % FULL != 0) {
                partials.add(in(size, level, hashes >> HEIGHT));
            }
        }
        return List.copyOf(partials);
    }

    /** How many hashes of that level a tree has: one for each complete subtree of 256^level leaves. */
    static long hashesAt(long size, int level) {
        return level > LEVEL_MAX ? 0 : size >> HEIGHT * Math.max(0, level);
    }
}

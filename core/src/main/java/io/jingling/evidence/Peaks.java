package io.jingling.evidence;

/**
 * The roots of the complete subtrees that a growing tree consists of, one for each bit of its size: all that is needed to
 * know its head.
 */
final class Peaks {
    private final Hash[] byHeight = new Hash[Long.SIZE];
    private long size;

    /** Those of the first {@code size} leaves of a tree that can be read. */
    static Peaks of(TreeReader tree, long size) {
        Peaks peaks = new Peaks();
        peaks.size = size;
        for (int height = 0; height < Long.SIZE - 1; height++) {
            if ((size >> height & 1) == 1) {
                peaks.byHeight[height] = tree.node(height, size >> height + 1 << 1);
            }
        }
        return peaks;
    }

    void append(Hash leaf) {
        Hash grown = leaf;
        int height = 0;
        for (; (size >> height & 1) == 1; height++) {
            grown = Hash.node(byHeight[height], grown);
        }
        byHeight[height] = grown;
        size++;
    }

    long size() {
        return size;
    }

    TreeHead head() {
        if (size == 0) {
            return TreeHead.EMPTY;
        }
        int height = Long.numberOfTrailingZeros(size);
        Hash root = byHeight[height];
        for (height++; height < Long.SIZE; height++) {
            if ((size >> height & 1) == 1) {
                root = Hash.node(byHeight[height], root);
            }
        }
        return new TreeHead(size, root);
    }
}

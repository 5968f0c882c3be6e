package io.jingling.evidence;

/**
 * What a tree comes to at a size: two trees with equal heads have the same leaves in the same order.
 *
 * @param size how many leaves, 0 to 2^63 - 1
 * @param root their hash; {@link Hash#EMPTY} where there is none
 */
public record TreeHead(long size, Hash root) {
    public static final TreeHead EMPTY = new TreeHead(0, Hash.EMPTY);

    public TreeHead {
        if (size < 0) {
            throw new IllegalArgumentException("tree size: got " + size + ", want 0 or more");
        }
        if (size == 0 && !root.equals(Hash.EMPTY)) {
            throw new IllegalArgumentException("root of an empty tree: got " + root + ", want " + Hash.EMPTY);
        }
    }
}

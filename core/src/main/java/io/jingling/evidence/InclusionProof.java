package io.jingling.evidence;

import java.util.List;

/**
 * That a leaf is in a tree (RFC 9162 §2.1.3).
 *
 * @param index of the leaf, from 0
 * @param size of the tree
 * @param path hashes from the leaf's sibling to the root's child; at most 63 are ever right
 */
public record InclusionProof(long index, long size, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether the leaf with that hash is there in the tree with that head; for any content whatever. */
    public Check check(Hash leaf, TreeHead head) {
        if (head.size() != size) {
            return Check.fails("inclusion proof: got one for tree size " + size + ", want " + head.size());
        }
        if (index < 0 || index >= size) {
            return Check.fails("inclusion proof: got leaf " + index + ", want one of the tree's " + size);
        }
        long place = index;
        long last = size - 1;
        Hash root = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return Check.fails("inclusion proof: got " + path.size() + " hashes, want fewer");
            }
            if ((place & 1) == 1 || place == last) {
                root = Hash.node(sibling, root);
                int skipped = place == 0 ? 0 : Long.numberOfTrailingZeros(place);
                place >>= skipped;
                last >>= skipped;
            } else {
                root = Hash.node(root, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            return Check.fails("inclusion proof: got " + path.size() + " hashes, want more");
        }
        return root.equals(head.root())
                ? Check.HOLDS
                : Check.fails("inclusion proof: got root " + root + ", want " + head.root());
    }
}

package io.jingling.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * That a tree begins with all that it once was (RFC 9162 §2.1.4).
 *
 * @param fromSize the earlier size; the proof is empty where it is 0 or the later one
 * @param toSize the later size
 * @param path hashes, from the leaves' side on
 */
public record ConsistencyProof(long fromSize, long toSize, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether the later head continues the earlier one; for any content whatever. */
    public Check check(TreeHead from, TreeHead to) {
        if (from.size() != fromSize || to.size() != toSize || fromSize > toSize) {
            return Check.fails("consistency proof: got one from size " + fromSize + " to " + toSize + ", want from "
                    + from.size() + " to " + to.size());
        }
        if (fromSize == 0 || fromSize == toSize) {
            return checkOfNothing(from, to);
        }
        List<Hash> hashes = new ArrayList<>(path);
        if (Long.bitCount(fromSize) == 1) {
            hashes.addFirst(from.root());
        }
        return hashes.isEmpty() ? Check.fails("consistency proof: got no hashes, want some") : walk(hashes, from, to);
    }

    private Check checkOfNothing(TreeHead from, TreeHead to) {
        if (!path.isEmpty()) {
            return Check.fails("consistency proof: got " + path.size() + " hashes, want none");
        }
        return fromSize == 0 || from.equals(to)
                ? Check.HOLDS
                : Check.fails("two roots of tree size " + fromSize + ": got " + to.root() + ", want " + from.root());
    }

    private Check walk(List<Hash> hashes, TreeHead from, TreeHead to) {
        int right = Long.numberOfTrailingZeros(~(fromSize - 1));
        long place = fromSize - 1 >> right;
        long last = toSize - 1 >> right;
        Hash earlier = hashes.getFirst();
        Hash later = hashes.getFirst();
        for (Hash next : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return Check.fails("consistency proof: got " + path.size() + " hashes, want fewer");
            }
            if ((place & 1) == 1 || place == last) {
                earlier = Hash.node(next, earlier);
                later = Hash.node(next, later);
                int skipped = place == 0 ? 0 : Long.numberOfTrailingZeros(place);
                place >>= skipped;
                last >>= skipped;
            } else {
                later = Hash.node(later, next);
            }
            place >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            return Check.fails("consistency proof: got " + path.size() + " hashes, want more");
        }
        if (!earlier.equals(from.root())) {
            return Check.fails("consistency proof: got earlier root " + earlier + ", want " + from.root());
        }
        return later.equals(to.root())
                ? Check.HOLDS
                : Check.fails("consistency proof: got later root " + later + ", want " + to.root());
    }
}

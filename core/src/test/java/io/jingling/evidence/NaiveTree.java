package io.jingling.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The definitions of RFC 9162 §2.1 as they stand there, over all leaves: the oracle. */
final class NaiveTree {
    private final List<Hash> leaves;
    private final Map<Long, Hash> known = new HashMap<>();

    NaiveTree(List<Hash> leaves) {
        this.leaves = leaves;
    }

    TreeHead head(int size) {
        return new TreeHead(size, mth(0, size));
    }

    /** MTH(D[from:to]). */
    Hash mth(int from, int to) {
        if (from == to) {
            return Hash.sha256();
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        long key = (long) from << 32 | to;
        Hash before = known.get(key);
        if (before != null) {
            return before;
        }
        int k = from + split(to - from);
        Hash made = Hash.node(mth(from, k), mth(k, to));
        known.put(key, made);
        return made;
    }

    /** PATH(m, D[from:to]), m counted from {@code from}. */
    List<Hash> path(int m, int from, int to) {
        if (to - from == 1) {
            return List.of();
        }
        int k = split(to - from);
        return m < k
                ? joined(path(m, from, from + k), mth(from + k, to))
                : joined(path(m - k, from + k, to), mth(from, from + k));
    }

    /** PROOF(m, D[0:n]) for 0 < m <= n. */
    List<Hash> proof(int m, int n) {
        return subproof(m, 0, n, true);
    }

    private List<Hash> subproof(int m, int from, int to, boolean whole) {
        int n = to - from;
        if (m == n) {
            return whole ? List.of() : List.of(mth(from, to));
        }
        int k = split(n);
        return m <= k
                ? joined(subproof(m, from, from + k, whole), mth(from + k, to))
                : joined(subproof(m - k, from + k, to, false), mth(from, from + k));
    }

    private static List<Hash> joined(List<Hash> start, Hash end) {
        List<Hash> all = new ArrayList<>(start);
        all.add(end);
        return all;
    }

    /** The largest power of two smaller than n, by counting up. */
    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }
}

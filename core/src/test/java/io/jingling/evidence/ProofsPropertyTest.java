package io.jingling.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Proofs out of tiles beside the definitions over all leaves, and what is not to be believed. */
class ProofsPropertyTest {
    private static final long SEED = 20_261_128;
    private static final int PAIRS = 550_000;
    private static final int SIZE = 1_100;
    private static final int LARGE = 70_000;

    private final Random random = new Random(SEED);

    @Test
    void inclusionProofsEqualTheDefinition() {
        GrownLog log = GrownLog.of(SEED, SIZE);
        NaiveTree naive = new NaiveTree(log.leaves);
        TreeReader reader = log.reader();
        for (int pair = 0; pair < PAIRS; pair++) {
            int size = 1 + random.nextInt(SIZE);
            int index = random.nextInt(size);
            InclusionProof proof = reader.inclusion(index, size);
            if (!proof.path().equals(naive.path(index, 0, size))) {
                assertThat(proof.path()).as(where(index, size)).isEqualTo(naive.path(index, 0, size));
            }
            if (pair % 10 == 0) {
                assertThat(proof.check(log.leaves.get(index), naive.head(size)))
                        .as(where(index, size))
                        .isEqualTo(Check.HOLDS);
            }
        }
    }

    @Test
    void consistencyProofsEqualTheDefinition() {
        GrownLog log = GrownLog.of(SEED + 1, SIZE);
        NaiveTree naive = new NaiveTree(log.leaves);
        TreeReader reader = log.reader();
        for (int pair = 0; pair < PAIRS; pair++) {
            int to = 1 + random.nextInt(SIZE);
            int from = 1 + random.nextInt(to);
            ConsistencyProof proof = reader.consistency(from, to);
            if (!proof.path().equals(naive.proof(from, to))) {
                assertThat(proof.path()).as(where(from, to)).isEqualTo(naive.proof(from, to));
            }
            if (pair % 10 == 0) {
                assertThat(proof.check(naive.head(from), naive.head(to)))
                        .as(where(from, to))
                        .isEqualTo(Check.HOLDS);
            }
        }
    }

    @Test
    void aTreeOfThreeLevelsProvesTheSame() {
        GrownLog log = GrownLog.of(SEED + 2, LARGE);
        NaiveTree naive = new NaiveTree(log.leaves);
        TreeReader reader = log.reader();
        assertThat(log.tree.head()).isEqualTo(naive.head(LARGE)).isEqualTo(reader.head(LARGE));
        for (int pair = 0; pair < 3_000; pair++) {
            int to = LARGE - random.nextInt(pair % 2 == 0 ? 600 : LARGE - 1);
            int from = 1 + random.nextInt(to);
            assertThat(reader.inclusion(from - 1, to).path())
                    .as(where(from, to))
                    .isEqualTo(naive.path(from - 1, 0, to));
            assertThat(reader.consistency(from, to).path()).as(where(from, to)).isEqualTo(naive.proof(from, to));
        }
    }

    /** Every proof of small trees, changed in every way that keeps it readable. */
    @Test
    void noSpoiltInclusionProofIsBelieved() {
        GrownLog log = GrownLog.of(SEED + 3, 34);
        TreeReader reader = log.reader();
        Hash other = Hash.leaf(new byte[] {1, 2, 3});
        for (int size = 1; size <= 34; size++) {
            TreeHead head = reader.head(size);
            for (int index = 0; index < size; index++) {
                InclusionProof right = reader.inclusion(index, size);
                Hash leaf = log.leaves.get(index);
                List<InclusionProof> wrong = new ArrayList<>();
                for (List<Hash> path : spoilt(right.path(), other)) {
                    wrong.add(new InclusionProof(index, size, path));
                }
                for (int elsewhere = -1; elsewhere <= size; elsewhere++) {
                    if (elsewhere != index) {
                        wrong.add(new InclusionProof(elsewhere, size, right.path()));
                    }
                }
                wrong.add(new InclusionProof(index, size + 1, right.path()));
                wrong.add(new InclusionProof(index, Long.MAX_VALUE, right.path()));
                String where = where(index, size);
                assertThat(wrong).as(where).noneMatch(proof -> proof.check(leaf, head)
                        .holds());
                assertThat(right.check(other, head).holds()).as(where).isFalse();
                assertThat(right.check(leaf, new TreeHead(size, other)).holds())
                        .as(where)
                        .isFalse();
            }
        }
    }

    @Test
    void noSpoiltConsistencyProofIsBelieved() {
        GrownLog log = GrownLog.of(SEED + 4, 34);
        TreeReader reader = log.reader();
        Hash other = Hash.leaf(new byte[] {1, 2, 3});
        for (int to = 0; to <= 34; to++) {
            TreeHead later = reader.head(to);
            for (int from = 0; from <= to; from++) {
                TreeHead earlier = reader.head(from);
                ConsistencyProof right = reader.consistency(from, to);
                String where = where(from, to);
                assertThat(right.check(earlier, later)).as(where).isEqualTo(Check.HOLDS);
                List<ConsistencyProof> wrong = new ArrayList<>();
                for (List<Hash> path : spoilt(right.path(), other)) {
                    wrong.add(new ConsistencyProof(from, to, path));
                }
                wrong.add(new ConsistencyProof(from + 1, to, right.path()));
                wrong.add(new ConsistencyProof(from, to + 1, right.path()));
                assertThat(wrong).as(where).noneMatch(proof -> proof.check(earlier, later)
                        .holds());
                if (from > 0) {
                    assertThat(right.check(new TreeHead(from, other), later).holds())
                            .as(where)
                            .isFalse();
                    assertThat(right.check(earlier, new TreeHead(to, other)).holds())
                            .as(where)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aProofOfTheLargestTreeIsRefusedWithoutBeingWalkedForever() {
        List<Hash> long63 = Collections.nCopies(63, Hash.EMPTY);
        TreeHead head = new TreeHead(Long.MAX_VALUE, Hash.EMPTY);
        assertThat(new InclusionProof(Long.MAX_VALUE - 1, Long.MAX_VALUE, long63)
                        .check(Hash.EMPTY, head)
                        .holds())
                .isFalse();
        assertThat(new ConsistencyProof(1, Long.MAX_VALUE, long63)
                        .check(new TreeHead(1, Hash.EMPTY), head)
                        .holds())
                .isFalse();
    }

    /** One hash more at either end, one fewer, one changed, two swapped. */
    private static List<List<Hash>> spoilt(List<Hash> path, Hash other) {
        List<List<Hash>> all = new ArrayList<>();
        all.add(with(path, 0, other));
        all.add(with(path, path.size(), other));
        if (!path.isEmpty()) {
            all.add(with(path, path.size(), path.getLast()));
            all.add(path.subList(1, path.size()));
            all.add(path.subList(0, path.size() - 1));
        }
        for (int i = 0; i < path.size(); i++) {
            List<Hash> changed = new ArrayList<>(path);
            changed.set(i, other);
            all.add(changed);
            if (i > 0) {
                List<Hash> swapped = new ArrayList<>(path);
                Collections.swap(swapped, i - 1, i);
                all.add(swapped);
            }
        }
        return all;
    }

    private static List<Hash> with(List<Hash> path, int at, Hash added) {
        List<Hash> more = new ArrayList<>(path);
        more.add(at, added);
        return more;
    }

    private static String where(int first, int second) {
        return "seed %d, pair (%d, %d)".formatted(SEED, first, second);
    }
}

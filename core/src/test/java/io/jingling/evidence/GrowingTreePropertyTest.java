package io.jingling.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However a log grows, it comes to the same, and its files say so. */
class GrowingTreePropertyTest {
    private static final long SEED = 7;

    @Test
    void anyBatchesComeToTheNaiveTreeAndSoDoTheirFiles() {
        for (int run = 0; run < 40; run++) {
            Random random = new Random(SEED + run);
            GrownLog log = new GrownLog();
            List<TreeHead> heads = new ArrayList<>();
            while (log.leaves.size() < 1_500) {
                log.append(GrownLog.randomEntries(random, random.nextInt(random.nextInt(10) == 0 ? 700 : 40)));
                heads.add(log.tree.head());
            }
            NaiveTree naive = new NaiveTree(log.leaves);
            TreeReader reader = log.reader();
            for (TreeHead head : heads) {
                assertThat(head).as("seed %d", SEED + run).isEqualTo(naive.head((int) head.size()));
                assertThat(reader.head(head.size())).as("seed %d", SEED + run).isEqualTo(head);
            }
        }
    }

    @Test
    void aTreeIsResumedFromItsFilesAtAnySize() {
        Random random = new Random(SEED);
        GrownLog whole = new GrownLog();
        for (int batch = 0; batch < 300; batch++) {
            GrowingTree resumed = GrowingTree.resume(whole.tree.head(), whole);
            List<byte[]> more = GrownLog.randomEntries(random, 1 + random.nextInt(9));
            int before = whole.leaves.size();
            whole.append(more);
            assertThat(resumed.append(more).keySet())
                    .as("seed %d, batch %d", SEED, batch)
                    .containsExactlyElementsOf(Tile.grown(before, whole.leaves.size()));
            assertThat(resumed.head()).isEqualTo(whole.tree.head());
        }
    }

    @Test
    void theFilesOfAResumedTreeAreTheSame() {
        Random random = new Random(SEED);
        GrownLog whole = GrownLog.of(SEED, 300);
        GrowingTree resumed = GrowingTree.resume(whole.tree.head(), whole);
        List<byte[]> more = GrownLog.randomEntries(random, 500);
        whole.append(more);
        resumed.append(more)
                .forEach((tile, bytes) -> assertThat(bytes).as(tile.path()).isEqualTo(whole.files.get(tile.path())));
    }

    @Test
    void filesOfAnotherTreeAreRefused() {
        GrownLog log = GrownLog.of(SEED, 300);
        TreeHead other = new TreeHead(300, Hash.leaf(new byte[0]));
        assertThatThrownBy(() -> GrowingTree.resume(other, log))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "tiles of tree size 300: got root %s, want %s",
                        log.tree.head().root(), other.root());
        log.files.put("tile/entries/001.p/44", EntryBundle.write(GrownLog.randomEntries(new Random(1), 44)));
        assertThatThrownBy(() -> GrowingTree.resume(log.tree.head(), log))
                .hasMessageContaining("tile/entries/001.p/44: got entries of other hashes");
    }
}

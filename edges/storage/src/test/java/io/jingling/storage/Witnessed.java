package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.evidence.Check;
import io.jingling.evidence.ConsistencyProof;
import io.jingling.evidence.Entry;
import io.jingling.evidence.NoteVerifier;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.TileReader;
import io.jingling.evidence.TreeHead;
import io.jingling.evidence.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers what a log acknowledged and published, and holds it to that. */
final class Witnessed {
    private final List<NoteVerifier> keys;
    private final Map<Long, Entry> acknowledged = new TreeMap<>();
    private final List<TreeHead> heads = new ArrayList<>();

    Witnessed(LogTerms terms) {
        this.keys = terms.verifiers();
    }

    void acknowledged(long first, List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            assertThat(acknowledged.put(first + i, entries.get(i)))
                    .as("two entries at %d", first + i)
                    .isNull();
        }
    }

    void seen(SignedCheckpoint checkpoint) {
        assertThat(checkpoint.check(MadeUpLog.ORIGIN, keys)).isEqualTo(Check.HOLDS);
        heads.add(checkpoint.head());
    }

    int count() {
        return acknowledged.size();
    }

    /** Every acknowledged entry is where it was said to be, and every head that was seen is one that the log had. */
    void assertKept(String when, TreeHead now, TileReader tiles) {
        TreeReader reader = new TreeReader(now.size(), tiles);
        assertThat(reader.head(now.size())).as(when).isEqualTo(now);
        acknowledged.forEach((index, entry) -> {
            assertThat(index).as(when).isLessThan(now.size());
            assertThat(reader.leaf(index)).as("%s: entry %d", when, index).isEqualTo(entry.leaf());
        });
        for (TreeHead head : heads) {
            assertThat(head.size()).as(when).isLessThanOrEqualTo(now.size());
            ConsistencyProof proof = reader.consistency(head.size(), now.size());
            assertThat(proof.check(head, now))
                    .as("%s: from %d", when, head.size())
                    .isEqualTo(Check.HOLDS);
        }
    }

    /** Forgets all but the newest head: it stands for all before it once it was held to them. */
    void moveOn(TreeHead now) {
        acknowledged.clear();
        heads.clear();
        heads.add(now);
    }
}

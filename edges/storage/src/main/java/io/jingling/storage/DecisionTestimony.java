package io.jingling.storage;

import io.jingling.domain.Action;
import io.jingling.domain.Verdict;
import io.jingling.evidence.EntryKind;
import io.jingling.platform.Statement;
import io.jingling.platform.Statement.Said;
import io.jingling.platform.Testimony;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a batch of decisions other than pass into evidence, on their way from the journal to the database.
 *
 * <p>They are in evidence before the database says that it has them, so none is left out; where that is interrupted in between they
 * are in it twice.
 */
final class DecisionTestimony {
    private final EvidenceArchive archive;
    private final List<Said> waiting = new ArrayList<>();

    DecisionTestimony(EvidenceArchive archive) {
        this.archive = archive;
    }

    void clear() {
        waiting.clear();
    }

    void add(DecisionBlock block) {
        for (int place = 0; place < block.count(); place++) {
            long verdict = block.rows()[place * DecisionRows.WIDTH + DecisionRows.VERDICT];
            if (Verdict.action(verdict) != Action.PASS) {
                waiting.add(Testimony.of(block.decision(place)));
            }
        }
    }

    /**
     * Durable on return.
     *
     * @throws io.jingling.platform.StoreFailure where that is not known; to be called again
     */
    void keep() {
        archive.keep(Statement.all(EntryKind.DECISIONS, waiting));
        archive.decided(waiting.size());
        waiting.clear();
    }
}

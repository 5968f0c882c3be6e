package io.jingling.platform;

import io.jingling.custody.Kept;
import io.jingling.custody.Retention;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Deletes what was kept long enough, some at a time; that it does, and how much, is in evidence first. */
public record Deletions(KeptStore store, EvidenceKeeper keeper, Retention retention) {
    static final int AT_ONCE = 10_000;
    /** Of a class in one run; the next goes on. */
    static final int STEPS_MAX = 1_000;

    /**
     * Deletes what is due.
     *
     * @return how much of each class of which there was any
     * @throws StoreFailure where store or evidence does not answer; the next run goes on
     */
    public Map<Kept, Long> run(Instant now) {
        Map<Kept, Long> deleted = new EnumMap<>(Kept.class);
        for (Kept kept : Kept.values()) {
            long count = run(kept, retention.keptSince(kept, now));
            if (count > 0) {
                deleted.put(kept, count);
            }
        }
        return deleted;
    }

    private long run(Kept kept, Instant before) {
        long deleted = 0;
        long due = store.due(kept, before, AT_ONCE);
        for (int step = 0; step < STEPS_MAX && due > 0; step++) {
            keeper.keep(List.of(Testimony.deleted(kept, before, due)));
            store.delete(kept, before, AT_ONCE);
            deleted += due;
            due = store.due(kept, before, AT_ONCE);
        }
        return deleted;
    }
}

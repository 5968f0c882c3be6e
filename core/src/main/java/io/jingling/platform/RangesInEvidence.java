package io.jingling.platform;

import io.jingling.domain.NumberRange;
import io.jingling.domain.RangeRule;
import java.util.List;

/** A store of range rules whose changes are in evidence before they are made: a change that cannot be is refused. */
public record RangesInEvidence(RangeStore store, EvidenceKeeper keeper) implements RangeStore {
    @Override
    public void save(RangeRule rule) {
        keeper.keep(List.of(Testimony.of(rule)));
        store.save(rule);
    }

    @Override
    public boolean remove(NumberRange range) {
        keeper.keep(List.of(Testimony.removed(range)));
        return store.remove(range);
    }

    @Override
    public void awaitChanges() {
        store.awaitChanges();
    }

    @Override
    public List<RangeRule> all() {
        return store.all();
    }
}

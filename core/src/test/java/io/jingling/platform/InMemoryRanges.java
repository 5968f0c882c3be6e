package io.jingling.platform;

import io.jingling.domain.NumberRange;
import io.jingling.domain.RangeRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Range rules in a map, and switches that make it fail. */
final class InMemoryRanges implements RangeStore {
    final Map<NumberRange, RangeRule> rules = new HashMap<>();
    boolean away;
    /** Changes are kept, and nobody is told so. */
    boolean losingAnswers;

    @Override
    public void save(RangeRule rule) {
        answer(away);
        rules.put(rule.range(), rule);
        answer(losingAnswers);
    }

    @Override
    public boolean remove(NumberRange range) {
        answer(away);
        boolean isKnown = rules.remove(range) != null;
        answer(losingAnswers);
        return isKnown;
    }

    @Override
    public List<RangeRule> all() {
        answer(away);
        return List.copyOf(rules.values());
    }

    private static void answer(boolean fails) {
        if (fails) {
            throw new StoreFailure("memory", new IllegalStateException("away"));
        }
    }
}

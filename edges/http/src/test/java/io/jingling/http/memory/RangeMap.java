package io.jingling.http.memory;

import io.jingling.domain.NumberRange;
import io.jingling.domain.RangeRule;
import io.jingling.platform.RangeStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Range rules on a map. */
final class RangeMap implements RangeStore {
    private final Memory memory;
    private final Map<NumberRange, RangeRule> rules = new ConcurrentHashMap<>();

    RangeMap(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void save(RangeRule rule) {
        memory.answer();
        rules.put(rule.range(), rule);
    }

    @Override
    public boolean remove(NumberRange range) {
        memory.answer();
        return rules.remove(range) != null;
    }

    @Override
    public List<RangeRule> all() {
        memory.answer();
        return List.copyOf(rules.values());
    }
}

package io.jingling.platform;

import io.jingling.domain.NumberRange;
import io.jingling.domain.RangeRule;
import java.util.List;

/**
 * Keeps the range rules, one a range.
 *
 * <p>Changes are durable on return, and throw {@link StoreFailure} where they are not.
 */
public interface RangeStore {
    /** In place of the rule on the same range, where there is one. */
    void save(RangeRule rule);

    /** False where there was none. */
    boolean remove(NumberRange range);

    /** Returns when no change is under way any more, also none whose sender gave up waiting. */
    default void awaitChanges() {}

    /** All of them, expired or not, in any order; times to the microsecond. */
    List<RangeRule> all();
}

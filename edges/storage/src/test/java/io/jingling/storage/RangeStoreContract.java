package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Category;
import io.jingling.domain.NumberRange;
import io.jingling.domain.RangeRule;
import io.jingling.platform.RangeStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of range rules keeps to. */
abstract class RangeStoreContract {
    private static final Instant EXPIRES = Instant.parse("2026-12-31T16:00:00.123456Z");

    /** An empty one. */
    abstract RangeStore store();

    @Test
    void everyKindOfRangeAndCategoryIsKeptAsItWas() {
        RangeStore store = store();
        List<RangeRule> rules = List.of(
                rule("1650023****", Category.LOANS, 100),
                rule("165002312**", Category.FRAUD, 0),
                rule("05718888****", Category.OTHER_MARKETING, 70),
                rule("165********", Category.OBSCENITY, 1),
                rule("001415555****", Category.POS_TERMINALS, 99));
        rules.forEach(store::save);
        assertThat(store.all()).containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void theLastRuleOnARangeHolds() {
        RangeStore store = store();
        store.save(rule("1650023****", Category.LOANS, 100));
        store.save(rule("1650023****", Category.INSURANCE, 60));
        assertThat(store.all()).containsExactly(rule("1650023****", Category.INSURANCE, 60));
    }

    @Test
    void aRemovedRuleIsGoneAndRemovingNoneSaysSo() {
        RangeStore store = store();
        store.save(rule("1650023****", Category.LOANS, 100));
        store.save(rule("165002312**", Category.LOANS, 100));
        assertThat(store.remove(NumberRange.parse("1650023****"))).isTrue();
        assertThat(store.remove(NumberRange.parse("1650023****"))).isFalse();
        assertThat(store.all()).containsExactly(rule("165002312**", Category.LOANS, 100));
    }

    @Test
    void changesMayBeWaitedForWhereThereAreNone() {
        RangeStore store = store();
        store.awaitChanges();
        assertThat(store.all()).isEmpty();
    }

    private static RangeRule rule(String range, Category category, int score) {
        return new RangeRule(NumberRange.parse(range), category, score, EXPIRES);
    }
}

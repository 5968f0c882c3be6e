package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.custody.Kept;
import io.jingling.custody.Retention;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeletionsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");

    private final InMemoryEvidence evidence = new InMemoryEvidence();
    private final InMemoryCustody stores = new InMemoryCustody();
    private final Deletions deletions = new Deletions(stores, evidence, Retention.STANDARD);

    @Test
    void someAtATimeAreDeletedAndEachTimeIsInEvidence() {
        stores.old.put(Kept.CALL_RECORDS, 25_000L);
        assertThat(deletions.run(NOW)).isEqualTo(Map.of(Kept.CALL_RECORDS, 25_000L));
        assertThat(evidence.texts())
                .hasSize(3)
                .startsWith("jingling/deleted/v1\nclass call_records\nbefore 2026-10-29T00:00:00Z\ncount 10000\n")
                .endsWith("jingling/deleted/v1\nclass call_records\nbefore 2026-10-29T00:00:00Z\ncount 5000\n");
    }

    @Test
    void whereNothingIsDueNothingIsSaid() {
        assertThat(deletions.run(NOW)).isEmpty();
        assertThat(evidence.statements).isEmpty();
    }

    @Test
    void whereEvidenceIsAwayNothingIsDeleted() {
        stores.old.put(Kept.LABELS, 3L);
        evidence.away = true;
        assertThatThrownBy(() -> deletions.run(NOW)).isInstanceOf(StoreFailure.class);
        assertThat(stores.old).containsEntry(Kept.LABELS, 3L);
    }

    @Test
    void oneRunIsBounded() {
        stores.old.put(Kept.LABELS, (Deletions.STEPS_MAX + 1L) * Deletions.AT_ONCE);
        deletions.run(NOW);
        assertThat(stores.old).containsEntry(Kept.LABELS, (long) Deletions.AT_ONCE);
    }
}

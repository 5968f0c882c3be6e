package io.jingling.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-28T13:14:15Z");

    @Test
    void aDayGoesAsAWhole() {
        Retention week = Retention.STANDARD.with(Kept.CALL_RECORDS, 7);
        assertThat(week.keptSince(Kept.CALL_RECORDS, NOW)).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(week.keptSince(Kept.DECISIONS, NOW)).isEqualTo(Instant.parse("2026-08-30T00:00:00Z"));
    }

    @Test
    void everyClassHasATime() {
        assertThatThrownBy(() -> new Retention(Map.of(Kept.DECISIONS, 1)))
                .hasMessage("retention of call_records: got 0 days, want 1");
    }
}

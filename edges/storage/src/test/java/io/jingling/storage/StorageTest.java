package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionHistory.Tally;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {
    private static final PhoneNumber NUMBER = PhoneNumber.parse("13800138000");

    @TempDir
    Path folder;

    @Test
    void whatWasSavedIsThereAfterARestart() {
        try (Storage storage = Storage.open(StorageSettings.in(folder))) {
            storage.subscribers().save(NUMBER, Wishes.DEFAULT.switchedOn(false));
        }
        try (Storage storage = Storage.open(StorageSettings.in(folder))) {
            assertThat(storage.subscribers().wishesOf(NUMBER)).contains(Wishes.DEFAULT.switchedOn(false));
        }
    }

    @Test
    void countsOfALongTimeAreAddedUpAndNoneIsLeftOut() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        try (Storage storage = Storage.open(StorageSettings.in(folder))) {
            storage.database().transaction("test", connection -> connection
                    .createStatement()
                    .executeUpdate("insert into tallies (minute, action, rule, category, count)"
                            + " select timestamptz '2026-01-01 12:00Z' + make_interval(mins => n), 'pass', 'x', '', 2"
                            + " from generate_series(0, 119) n"));
            DecisionHistory history = storage.decisionHistory();
            assertThat(history.tallies(noon, noon.plusSeconds(7_200))).hasSize(120);
            assertThat(history.tallies(noon, noon.plus(Duration.ofDays(1))))
                    .containsExactly(
                            new Tally(noon, "pass", "x", "", 120),
                            new Tally(noon.plusSeconds(3_600), "pass", "x", "", 120));
            assertThat(history.tallies(noon, noon.plus(Duration.ofDays(31))))
                    .containsExactly(new Tally(noon.truncatedTo(ChronoUnit.DAYS), "pass", "x", "", 240));
        }
    }
}

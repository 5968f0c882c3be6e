package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jingling.domain.Wishes;
import io.jingling.platform.DecisionHistory.PastDecision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed while wishes change, and its database server goes on without it. */
class KillTest {
    private static final long SEED = 20_261_123;
    private static final int CHANGES = 5_000;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    /** The newest acknowledged change of each subscriber. */
    private final Map<Integer, Integer> acknowledged = new TreeMap<>();

    private int next = 1;
    private List<Long> decisions = List.of();

    @Test
    void everyAcknowledgedChangeOutlivesAKill() throws IOException, InterruptedException {
        int rounds = 0;
        while (next < CHANGES) {
            rounds++;
            changeUntilKilled(200 + random.nextInt(1_800));
            check("seed %d, round %d".formatted(SEED, rounds));
        }
        assertThat(rounds).isGreaterThanOrEqualTo(3);
    }

    @Test
    void onlyOneProcessAtATimeHasADataDirectory() throws IOException, InterruptedException {
        try (Child child = Child.changing(folder, 1)) {
            assertThat(child.line()).contains("open");
            assertThatThrownBy(() -> Storage.open(SharedServer.embedded(folder)))
                    .isInstanceOf(StorageUnusable.class)
                    .hasMessageMatching("data directory .*: got one in use by process \\d+, want one that no other"
                            + " Jingling uses");
            child.kill();
        }
        Storage.open(SharedServer.embedded(folder)).close();
    }

    private void changeUntilKilled(int changes) throws IOException, InterruptedException {
        try (Child child = Child.changing(folder, next)) {
            assertThat(child.line()).contains("open");
            for (int i = 0; i < changes; i++) {
                acknowledge(child.line().orElseThrow());
            }
            child.kill().stream().filter(line -> line.matches("\\d+")).forEach(this::acknowledge);
        }
        // The change that was under way may have been made without being acknowledged.
        next += 2;
    }

    private void acknowledge(String line) {
        int change = Integer.parseInt(line);
        assertThat(change).isEqualTo(next);
        acknowledged.put(change % Child.SUBSCRIBERS, change);
        next++;
    }

    private void check(String round) {
        try (Storage storage = Storage.open(SharedServer.embedded(folder))) {
            acknowledged.forEach((subscriber, change) -> assertThat(storage.subscribers()
                            .wishesOf(Numbers.mobile(subscriber))
                            .map(Wishes::courierUntil)
                            .map(Instant::getEpochSecond)
                            .orElse(0L))
                    .as("%s: subscriber %d", round, subscriber)
                    .isBetween((long) change, (long) next));
            await().atMost(Duration.ofSeconds(30)).until(() -> storage.health().journalBytes() == 0);
            List<Long> found = storage.decisionHistory().between(Instant.MIN, Instant.MAX, 100_000).stream()
                    .map(PastDecision::decision)
                    .map(decision -> decision.listVersion())
                    .toList();
            assertThat(found).as(round).doesNotHaveDuplicates().containsAll(decisions);
            assertThat(found.size()).isGreaterThan(decisions.size());
            decisions = found;
        }
    }
}

package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.NumberKind;
import io.jingling.domain.Rule;
import io.jingling.domain.Verdict;
import io.jingling.domain.Wishes;
import io.jingling.platform.DecisionHistory.PastDecision;
import io.jingling.platform.DecisionHistory.Tally;
import io.jingling.platform.DecisionLog;
import io.jingling.platform.StoreFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away while decisions are made. */
class OutageTest {
    private static final long PASS = Verdict.of(Action.PASS, Rule.DEFAULT_PASS, NumberKind.MOBILE);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int DECISIONS = 60_000;

    @TempDir
    Path folder;

    private Storage storage;
    private PostgresServer server;

    @BeforeEach
    void open() {
        storage = Storage.open(SharedServer.embedded(folder));
        server = storage.database().server().orElseThrow();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void noDecisionIsLostOrDoubledWhileTheDatabaseIsStopped() throws IOException, InterruptedException {
        Appender appender = new Appender(storage.decisionLog());
        appender.start();
        await().atMost(LONG).until(() -> storage.health().decisionsWritten() > 0);
        server.stop();
        await().atMost(LONG).until(() -> !storage.health().isUp());
        assertThatThrownBy(() -> storage.subscribers().save(Numbers.mobile(1), Wishes.DEFAULT))
                .isInstanceOf(StoreFailure.class);
        assertThat(storage.decisionHistory().latest(50)).hasSize(50);
        appender.join();
        // All of them are on disk, and the database has not got them.
        await().atMost(LONG).until(() -> newest() == DECISIONS - 1);
        assertThat(storage.health().decisionsWritten()).isLessThan(DECISIONS);
        assertThat(storage.health().journalBytes()).isPositive();
        server.start();
        assertThatAllArrived();
        storage.subscribers().save(Numbers.mobile(1), Wishes.DEFAULT);
        System.out.println("longest append while the database came and went: " + appender.longestMicros + " µs");
    }

    @Test
    void aKilledServerIsStartedAgainAndNothingIsLost() throws InterruptedException {
        Appender appender = new Appender(storage.decisionLog());
        appender.start();
        long first = server.process().orElseThrow().pid();
        await().atMost(LONG).until(() -> storage.health().decisionsWritten() > 0);
        server.process().orElseThrow().destroyForcibly();
        await().atMost(LONG)
                .until(() -> server.process().filter(now -> now.pid() != first).isPresent());
        appender.join();
        assertThatAllArrived();
        storage.subscribers().save(Numbers.mobile(1), Wishes.DEFAULT);
        assertThat(storage.subscribers().wishesOf(Numbers.mobile(1))).contains(Wishes.DEFAULT);
    }

    private long newest() {
        return storage.decisionHistory().latest(1).getFirst().decision().listVersion();
    }

    private void assertThatAllArrived() {
        await().atMost(LONG).until(() -> storage.health().decisionsWritten() >= DECISIONS);
        assertThat(storage.health().decisionsLost()).isZero();
        assertThat(storage.health().isUp()).isTrue();
        List<PastDecision> all = storage.decisionHistory().between(Instant.EPOCH, Instant.MAX, 2 * DECISIONS);
        assertThat(all.stream()
                        .mapToLong(one -> one.decision().listVersion())
                        .sorted()
                        .toArray())
                .isEqualTo(LongStream.range(0, DECISIONS).toArray());
        assertThat(storage.decisionHistory().tallies(Instant.EPOCH, Instant.MAX).stream()
                        .mapToLong(Tally::count)
                        .sum())
                .isEqualTo(DECISIONS);
    }

    /** Appends about twenty thousand a second. */
    private static final class Appender extends Thread {
        private final DecisionLog log;
        private volatile long longestMicros;

        Appender(DecisionLog log) {
            this.log = log;
        }

        @Override
        public void run() {
            long longest = 0;
            for (int i = 0; i < DECISIONS; i++) {
                CallAttempt call =
                        CallAttempt.of(Numbers.mobile(i % 1_000), Numbers.mobile(i % 777), 1_795_000_000_000L + i);
                long before = System.nanoTime();
                log.append(call, PASS, 1, i);
                longest = Math.max(longest, System.nanoTime() - before);
                if (i % 200 == 0) {
                    LockSupport.parkNanos(10_000_000);
                }
            }
            longestMicros = longest / 1_000;
        }
    }
}

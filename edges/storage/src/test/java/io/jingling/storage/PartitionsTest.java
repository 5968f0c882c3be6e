package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jingling.custody.Kept;
import io.jingling.domain.CallAttempt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionsTest {
    @TempDir
    Path folder;

    private final Instant now = Instant.now();
    private Storage storage;
    private Partitions partitions;

    @BeforeEach
    void open() {
        storage = Storage.open(SharedServer.settings(folder));
        partitions = new Partitions(storage.database());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void todayAndTheNextDaysAreMadeAhead() {
        assertThat(partitions.days()).containsExactly(day(0), day(1), day(2));
    }

    @Test
    void makingADayTwiceChangesNothing() {
        partitions.ensure(day(1));
        new Partitions(storage.database()).ensure(day(1));
        assertThat(partitions.days()).hasSize(3);
    }

    @Test
    void daysOverTheRetentionAreDroppedWithWhatTheyHold() {
        storage.decisionLog().append(CallAttempt.of(Numbers.mobile(1), Numbers.mobile(2), now.toEpochMilli()), 0, 1, 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> storage.health().decisionsWritten() == 1);
        DecisionQueries database = new DecisionQueries(
                storage.database(),
                vault(),
                new DecisionTables(storage.database(), vault(), partitions),
                new NewestDecisions());
        assertThat(partitions.due(day(0))).isZero();
        partitions.drop(day(0));
        assertThat(partitions.days()).containsExactly(day(0), day(1), day(2));
        assertThat(database.latest(10)).hasSize(1);
        assertThat(database.tallies(Instant.MIN, Instant.MAX)).hasSize(1);
        assertThat(partitions.due(day(1))).isEqualTo(1);
        partitions.drop(day(1));
        assertThat(partitions.days()).containsExactly(day(1), day(2));
        assertThat(database.latest(10)).isEmpty();
        assertThat(database.ofCallee(Numbers.mobile(2), Instant.MIN, Instant.MAX, 10))
                .isEmpty();
        assertThat(database.tallies(Instant.MIN, Instant.MAX)).isEmpty();
    }

    @Test
    void aDayThatWasDroppedIsMadeAgainWhereDecisionsComeLate() {
        storage.kept().delete(Kept.DECISIONS, now.plus(1, ChronoUnit.DAYS), 1);
        storage.decisionLog().append(CallAttempt.of(Numbers.mobile(1), Numbers.mobile(2), now.toEpochMilli()), 0, 1, 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> storage.health().decisionsWritten() == 1);
        assertThat(partitions.days()).startsWith(day(0));
    }

    private NumberVault vault() {
        return new NumberVault(NumberKeys.read(folder.resolve("keys")));
    }

    private LocalDate day(int ahead) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(ahead);
    }
}

package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jingling.domain.CallAttempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one database, each with its own data directory and the same keys. */
class TwoProcessesTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path first;

    @TempDir
    Path second;

    @Test
    void theirDecisionsDoNotMixAndNoneIsTakenForAnother() throws IOException {
        StorageSettings settings = SharedServer.settings(first);
        try (Storage one = Storage.open(settings)) {
            append(one, 0, 10);
            await().atMost(LONG).until(() -> one.health().decisionsWritten() == 10);
            try (Storage other = Storage.open(withKeysOf(settings))) {
                append(one, 10, 20);
                append(other, 20, 30);
                await().atMost(LONG).until(() -> one.health().decisionsWritten() == 20);
                await().atMost(LONG).until(() -> other.health().decisionsWritten() == 10);
            }
        }
        try (Storage again = Storage.open(settings)) {
            assertThat(listVersions(again)).containsExactlyInAnyOrderElementsOf(upTo(30));
        }
    }

    @Test
    void aRestoredDatabaseTakesWhatTheJournalStillHas() throws IOException {
        // The journal was written against another database, which is gone.
        StorageSettings lost = SharedServer.settings(first);
        Storage.open(lost).close();
        DiskFiles files = new DiskFiles(first.resolve("journal"));
        NumberVault vault = new NumberVault(NumberKeys.read(first.resolve("keys")));
        Journal journal = Journal.open(files, vault, 1 << 20, new JournalTerms(7, Map.of()));
        long[] rows = new long[10 * DecisionRows.WIDTH];
        for (int i = 0; i < 10; i++) {
            rows[i * DecisionRows.WIDTH + DecisionRows.LIST_VERSION] = i;
        }
        journal.writer().take(rows, 10, System.currentTimeMillis());
        journal.writer().flush(System.currentTimeMillis());
        StorageSettings restored = SharedServer.settings(first);
        try (Storage storage = Storage.open(restored)) {
            append(storage, 10, 20);
            await().atMost(LONG).until(() -> storage.health().decisionsWritten() == 20);
        }
        try (Storage again = Storage.open(restored)) {
            assertThat(listVersions(again)).containsExactlyInAnyOrderElementsOf(upTo(20));
        }
    }

    private static List<Long> listVersions(Storage storage) {
        return storage.decisionHistory().latest(100).stream()
                .map(one -> one.decision().listVersion())
                .toList();
    }

    private static List<Long> upTo(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    private StorageSettings withKeysOf(StorageSettings settings) throws IOException {
        Path keys = Files.createDirectory(second.resolve("keys"));
        for (String name : new String[] {"seal-1.key", "lookup.key"}) {
            SecretFile.write(
                    keys.resolve(name),
                    Files.readString(first.resolve("keys").resolve(name)).strip());
        }
        return StorageSettings.in(second).with(settings.database());
    }

    private static void append(Storage storage, int from, int to) {
        for (int i = from; i < to; i++) {
            storage.decisionLog()
                    .append(CallAttempt.of(Numbers.mobile(1), Numbers.mobile(2), 1_795_000_000_000L), 0, 1, i);
        }
    }
}

package io.jingling.storage;

import static org.awaitility.Awaitility.await;

import io.jingling.platform.AccessLog;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionLog;
import io.jingling.platform.DoorStore;
import io.jingling.platform.GuardStore;
import io.jingling.platform.KeyStore;
import io.jingling.platform.LabelStore;
import io.jingling.platform.RangeStore;
import io.jingling.platform.ReleaseStore;
import io.jingling.platform.StandingStore;
import io.jingling.platform.SubscriberStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contracts on PostgreSQL. */
class PostgresStorageTest {
    @TempDir
    static Path folder;

    private static Storage storage;

    @BeforeAll
    static void open() {
        storage = Storage.open(SharedServer.settings(folder));
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @BeforeEach
    void empty() {
        storage.database().transaction("test", (Connection connection) -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(
                        "truncate subscribers, standings, call_records, labels, range_rules, api_keys, releases, accesses,"
                                + " sessions, one_time_codes, door_tallies, guards");
            }
        });
    }

    @Nested
    class Subscribers extends SubscriberStoreContract {
        @Override
        SubscriberStore store() {
            return storage.subscribers();
        }
    }

    @Nested
    class Standings extends StandingStoreContract {
        @Override
        StandingStore store() {
            return storage.standings();
        }
    }

    @Nested
    class CallRecords extends CallRecordStoreContract {
        @Override
        CallRecordStore store() {
            return storage.callRecords();
        }
    }

    @Nested
    class Labels extends LabelStoreContract {
        @Override
        LabelStore store() {
            return storage.labels();
        }
    }

    @Nested
    class Ranges extends RangeStoreContract {
        @Override
        RangeStore store() {
            return storage.ranges();
        }
    }

    @Nested
    class Keys extends KeyStoreContract {
        @Override
        KeyStore store() {
            return storage.keys();
        }
    }

    @Nested
    class Doors extends DoorStoreContract {
        @Override
        DoorStore store() {
            return storage.doors();
        }
    }

    @Nested
    class Guards extends GuardStoreContract {
        @Override
        GuardStore store() {
            return storage.guards();
        }
    }

    @Nested
    class Releases extends ReleaseStoreContract {
        @Override
        ReleaseStore store() {
            return storage.releases();
        }
    }

    @Nested
    class Accesses extends AccessLogContract {
        @Override
        AccessLog log() {
            return storage.accesses();
        }
    }

    @Nested
    class Decisions extends DecisionLogContract {
        @TempDir
        Path own;

        private Storage decisions;

        @BeforeEach
        void openOne() {
            decisions = Storage.open(SharedServer.settings(own));
        }

        @AfterEach
        void closeIt() {
            decisions.close();
        }

        @Override
        DecisionLog log() {
            return decisions.decisionLog();
        }

        @Override
        DecisionHistory history() {
            return decisions.decisionHistory();
        }

        @Override
        void arrived(int count) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> decisions.health().decisionsWritten() == count);
        }
    }

    /** The same out of the database alone: what was in memory is gone after a restart. */
    @Nested
    class DecisionsAfterARestart extends DecisionLogContract {
        @TempDir
        Path own;

        private StorageSettings settings;
        private Storage decisions;

        @BeforeEach
        void openOne() {
            settings = SharedServer.settings(own);
            decisions = Storage.open(settings);
        }

        @AfterEach
        void closeIt() {
            decisions.close();
        }

        @Override
        DecisionLog log() {
            return decisions.decisionLog();
        }

        @Override
        DecisionHistory history() {
            return decisions.decisionHistory();
        }

        @Override
        void arrived(int count) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> decisions.health().decisionsWritten() == count);
            decisions.close();
            decisions = Storage.open(settings);
        }
    }
}

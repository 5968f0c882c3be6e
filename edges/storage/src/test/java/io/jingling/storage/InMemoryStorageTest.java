package io.jingling.storage;

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
import org.junit.jupiter.api.Nested;

/** The contracts on plain maps: shows that they ask for nothing but what the ports say. */
class InMemoryStorageTest {
    @Nested
    class Subscribers extends SubscriberStoreContract {
        @Override
        SubscriberStore store() {
            return new InMemoryStorage.Subscribers();
        }
    }

    @Nested
    class Standings extends StandingStoreContract {
        @Override
        StandingStore store() {
            return new InMemoryStorage.Standings();
        }
    }

    @Nested
    class CallRecords extends CallRecordStoreContract {
        @Override
        CallRecordStore store() {
            return new InMemoryStorage.CallRecords();
        }
    }

    @Nested
    class Labels extends LabelStoreContract {
        @Override
        LabelStore store() {
            return new InMemoryStorage.Labels();
        }
    }

    @Nested
    class Ranges extends RangeStoreContract {
        @Override
        RangeStore store() {
            return new InMemoryStorage.Ranges();
        }
    }

    @Nested
    class Keys extends KeyStoreContract {
        @Override
        KeyStore store() {
            return new InMemoryStorage.Keys();
        }
    }

    @Nested
    class Doors extends DoorStoreContract {
        @Override
        DoorStore store() {
            return new InMemoryDoors();
        }
    }

    @Nested
    class Guards extends GuardStoreContract {
        @Override
        GuardStore store() {
            return new InMemoryGuards();
        }
    }

    @Nested
    class Releases extends ReleaseStoreContract {
        @Override
        ReleaseStore store() {
            return new InMemoryStorage.Releases();
        }
    }

    @Nested
    class Accesses extends AccessLogContract {
        @Override
        AccessLog log() {
            return new InMemoryStorage.Accesses();
        }
    }

    @Nested
    class Decisions extends DecisionLogContract {
        private final InMemoryStorage.Decisions decisions = new InMemoryStorage.Decisions();

        @Override
        DecisionLog log() {
            return decisions;
        }

        @Override
        DecisionHistory history() {
            return decisions;
        }

        @Override
        void arrived(int count) {
            // They are there at once.
        }
    }
}

package io.jingling.server;

import io.jingling.domain.CallRecord;
import io.jingling.http.RowFile;
import io.jingling.http.Vitals;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionLog;
import io.jingling.platform.KeyStore;
import io.jingling.platform.Platform;
import io.jingling.platform.StandingStore;
import io.jingling.platform.StandingStore.Listed;
import io.jingling.platform.StoreFailure;
import io.jingling.platform.SubscriberStore;
import io.jingling.screening.Policy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;

/** Ports without a store behind them: each fails as a store that is away. */
class Interim {
    private static <T> T away(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (p, method, args) -> {
            throw new StoreFailure(port.getSimpleName(), new IllegalStateException("no store"));
        }));
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    SubscriberStore subscribers() {
        return away(SubscriberStore.class);
    }

    @Produces
    @Singleton
    KeyStore keys() {
        return away(KeyStore.class);
    }

    @Produces
    @Singleton
    DecisionHistory history() {
        return away(DecisionHistory.class);
    }

    @Produces
    @Singleton
    CallRecordStore records() {
        return away(CallRecordStore.class);
    }

    @Produces
    @Singleton
    Platform platform(SubscriberStore subscribers) {
        return new Platform(
                subscribers,
                away(StandingStore.class),
                away(DecisionLog.class),
                Platform.Capacity.SMALL,
                Policy.STANDARD);
    }

    @Produces
    @Singleton
    RowFile<Listed> standingsFile() {
        return (file, rows) -> {};
    }

    @Produces
    @Singleton
    RowFile<Platform.WishChange> wishesFile() {
        return (file, rows) -> {};
    }

    @Produces
    @Singleton
    RowFile<CallRecord> callsFile() {
        return (file, rows) -> {};
    }

    @Produces
    @Singleton
    Vitals vitals() {
        return new Vitals() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public List<Part> parts() {
                return List.of();
            }

            @Override
            public List<Measure> measures() {
                return List.of();
            }
        };
    }
}

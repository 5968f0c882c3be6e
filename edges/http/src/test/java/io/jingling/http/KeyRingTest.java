package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.platform.ApiKey;
import io.jingling.platform.KeyStore;
import io.jingling.platform.StoreFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a key is believed, and who has to ask the store. */
class KeyRingTest {
    private final Store store = new Store();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final KeyRing ring = new KeyRing(store, () -> now);

    @Test
    void whileTheStoreIsAwayOneRequestInTenSecondsAsksIt() {
        String key = knownKey();
        store.away = true;
        pass(KeyRing.BELIEVED_FOR);
        assertThat(ring.believed(key)).isEmpty();
        assertThat(ring.believed(key)).isPresent();
        assertThat(ring.find(key)).isPresent();
        assertThat(ring.believed(key)).isPresent();
        pass(KeyRing.BELIEVED_FOR);
        assertThat(ring.believed(key)).isEmpty();
        assertThat(ring.believed(key)).isPresent();
    }

    @Test
    void whoOnlyLooksWhetherAKeyIsFreshTakesNobodysTurnToAsk() {
        String key = knownKey();
        assertThat(ring.fresh(key)).isPresent();
        pass(KeyRing.BELIEVED_FOR);
        assertThat(ring.fresh(key)).isEmpty();
        assertThat(ring.fresh(key)).isEmpty();
        assertThat(ring.believed(key)).as("must ask").isEmpty();
        assertThat(ring.fresh(key)).as("somebody is asking").isPresent();
    }

    @Test
    void whileTheStoreIsAwayAKeyIsBelievedForAnHour() {
        String key = knownKey();
        store.away = true;
        pass(KeyRing.BELIEVED_WITHOUT_STORE);
        assertThat(ring.believed(key)).isEmpty();
        assertThat(ring.believed(key)).isEmpty();
        assertThatThrownBy(() -> ring.find(key)).isInstanceOf(StoreFailure.class);
    }

    @Test
    void aKeyThatIsRevokedWhileTheStoreIsAskedIsNotBelievedAgain() {
        KeyRing.Cut cut = ring.cut("test", ApiKey.Role.AUDITOR, "");
        store.whileAsked = () -> ring.revoke(cut.key().id());
        assertThat(ring.find(cut.secret())).isPresent();
        assertThat(ring.believed(cut.secret())).isEmpty();
    }

    private String knownKey() {
        String key = ring.cut("test", ApiKey.Role.OPERATOR, "").secret();
        assertThat(ring.find(key)).isPresent();
        assertThat(ring.believed(key)).isPresent();
        return key;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    /** Holds one key. */
    private static final class Store implements KeyStore {
        private Optional<ApiKey> kept = Optional.empty();
        private Runnable whileAsked = () -> {};
        private boolean away;

        @Override
        public void save(ApiKey key, byte[] sha256) {
            kept = Optional.of(key);
        }

        @Override
        public Optional<ApiKey> find(byte[] sha256) {
            if (away) {
                throw new StoreFailure("keys", new IllegalStateException("away"));
            }
            Optional<ApiKey> found = kept;
            whileAsked.run();
            return found;
        }

        @Override
        public List<ApiKey> all() {
            return kept.stream().toList();
        }

        @Override
        public boolean revoke(String id) {
            boolean known = kept.isPresent();
            kept = Optional.empty();
            return known;
        }
    }
}

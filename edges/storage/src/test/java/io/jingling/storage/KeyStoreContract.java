package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.platform.ApiKey;
import io.jingling.platform.ApiKey.Role;
import io.jingling.platform.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of API keys keeps to. */
abstract class KeyStoreContract {
    private static final Instant CREATED = Instant.parse("2026-11-23T09:00:00Z");
    private static final ApiKey OPERATOR = new ApiKey("k1", "值班运维", Role.OPERATOR, "", CREATED);

    /** An empty one. */
    abstract KeyStore store();

    @Test
    void aKeyIsFoundByItsHash() {
        KeyStore store = store();
        store.save(OPERATOR, hash(1));
        assertThat(store.find(hash(1))).contains(OPERATOR);
        assertThat(store.find(hash(2))).isEmpty();
    }

    @Test
    void everyRoleIsKept() {
        KeyStore store = store();
        List<ApiKey> saved = new ArrayList<>();
        for (Role role : Role.values()) {
            String subscriber = role == Role.SUBSCRIBER ? "an id" : "";
            saved.add(new ApiKey("k" + role.ordinal(), role.name(), role, subscriber, CREATED));
            store.save(saved.getLast(), hash(role.ordinal()));
        }
        assertThat(store.all()).containsExactlyInAnyOrderElementsOf(saved);
    }

    @Test
    void aRevokedKeyOpensNothing() {
        KeyStore store = store();
        store.save(OPERATOR, hash(1));
        assertThat(store.revoke("k1")).isTrue();
        assertThat(store.find(hash(1))).isEmpty();
        assertThat(store.all()).isEmpty();
    }

    @Test
    void revokingWhatIsNotThereSaysSo() {
        KeyStore store = store();
        store.save(OPERATOR, hash(1));
        assertThat(store.revoke("k2")).isFalse();
        assertThat(store.revoke("k1")).isTrue();
        assertThat(store.revoke("k1")).isFalse();
    }

    private static byte[] hash(int of) {
        byte[] hash = new byte[32];
        hash[0] = (byte) of;
        return hash;
    }
}

package io.jingling.http;

import io.jingling.platform.ApiKey;
import io.jingling.platform.KeyStore;
import io.jingling.platform.StoreFailure;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows who holds a key. Access fails closed: while the store is away nobody new gets in.
 *
 * <p>A key that was good is believed for {@link #BELIEVED_FOR} without asking the store again, and,
 * while the store is away, for {@link #BELIEVED_WITHOUT_STORE}. A revoked key is forgotten at once.
 */
@Singleton
public final class KeyRing {
    static final Duration BELIEVED_FOR = Duration.ofSeconds(10);
    static final Duration BELIEVED_WITHOUT_STORE = Duration.ofHours(1);
    static final int BELIEVED_MAX = 10_000;

    private static final String PREFIX = "jingling_";
    private static final int SECRET_BYTES = 32;
    private static final int LENGTH = PREFIX.length() + 43;

    private final KeyStore store;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<ByteBuffer, Believed> believed = new ConcurrentHashMap<>();

    private record Believed(ApiKey key, Instant since) {}

    /** A new key: what is kept of it, and the secret that is shown once. */
    public record Cut(ApiKey key, String secret) {}

    public KeyRing(KeyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Makes a key and keeps its SHA-256. */
    public Cut cut(String name, ApiKey.Role role, String subscriberId) {
        Cut cut = draw(name, role, subscriberId);
        keep(cut);
        return cut;
    }

    /** Makes a key that opens nothing until it is {@link #keep kept}. */
    public Cut draw(String name, ApiKey.Role role, String subscriberId) {
        byte[] secret = new byte[SECRET_BYTES];
        byte[] id = new byte[8];
        random.nextBytes(secret);
        random.nextBytes(id);
        String shown = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new Cut(new ApiKey(HexFormat.of().formatHex(id), name, role, subscriberId, clock.instant()), shown);
    }

    /** Keeps the key's SHA-256. */
    public void keep(Cut cut) {
        store.save(cut.key(), sha256(cut.secret()));
    }

    /** Whose key it is, without asking the store; empty where it must be asked. */
    Optional<ApiKey> believed(String secret) {
        Believed found = believed.get(ByteBuffer.wrap(sha256(secret)));
        boolean fresh = found != null && clock.instant().isBefore(found.since().plus(BELIEVED_FOR));
        return fresh ? Optional.of(found.key()) : Optional.empty();
    }

    /** Whose key it is; may ask the store, and wait for it. */
    public Optional<ApiKey> find(String secret) {
        if (secret.length() != LENGTH || !secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        byte[] hash = sha256(secret);
        ByteBuffer entry = ByteBuffer.wrap(hash);
        try {
            Optional<ApiKey> found = store.find(hash);
            found.ifPresentOrElse(key -> believe(entry, key), () -> believed.remove(entry));
            return found;
        } catch (StoreFailure away) {
            Believed before = believed.get(entry);
            boolean stays =
                    before != null && clock.instant().isBefore(before.since().plus(BELIEVED_WITHOUT_STORE));
            if (!stays) {
                throw away;
            }
            return Optional.of(before.key());
        }
    }

    public List<ApiKey> all() {
        return store.all();
    }

    /** False where there was no such key. */
    boolean revoke(String id) {
        boolean revoked = store.revoke(id);
        believed.values().removeIf(one -> one.key().id().equals(id));
        return revoked;
    }

    private void believe(ByteBuffer entry, ApiKey key) {
        if (believed.size() >= BELIEVED_MAX) {
            believed.clear();
        }
        believed.put(entry, new Believed(key, clock.instant()));
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("SHA-256: got none, want one in every JDK", never);
        }
    }
}

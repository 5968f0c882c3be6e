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
import java.util.concurrent.atomic.AtomicLong;

/**
 * Knows who holds a key. Access fails closed: while the store is away nobody new gets in.
 *
 * <p>A key that was good is believed for {@link #BELIEVED_FOR} without asking the store again, and,
 * while the store is away, for {@link #BELIEVED_WITHOUT_STORE}. A revoked key is forgotten at once. Of
 * the requests with one key only one at a time asks again: a store that is away keeps waiting one thread
 * for each key, not for each request.
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

    private final AtomicLong revocations = new AtomicLong();

    /**
     * A key that was good.
     *
     * @param since when the store last said so
     * @param asked when the store was last asked, whatever it said
     */
    private record Believed(ApiKey key, Instant since, Instant asked) {
        boolean isFresh(Instant now) {
            return now.isBefore(asked.plus(BELIEVED_FOR)) && isBelievable(now);
        }

        boolean isBelievable(Instant now) {
            return now.isBefore(since.plus(BELIEVED_WITHOUT_STORE));
        }
    }

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

    /** Whose key it is where the store said so a moment ago; changes nothing about who asks it again. */
    Optional<ApiKey> fresh(String secret) {
        Believed found = believed.get(ByteBuffer.wrap(sha256(secret)));
        return found != null && found.isFresh(clock.instant()) ? Optional.of(found.key()) : Optional.empty();
    }

    /** Whose key it is, without asking the store; empty where the one who asks here must {@link #find} it. */
    Optional<ApiKey> believed(String secret) {
        ByteBuffer entry = ByteBuffer.wrap(sha256(secret));
        Instant now = clock.instant();
        Believed found = believed.get(entry);
        if (found == null) {
            return Optional.empty();
        }
        if (found.isFresh(now)) {
            return Optional.of(found.key());
        }
        boolean asks = believed.replace(entry, found, new Believed(found.key(), found.since(), now));
        return asks || !found.isBelievable(now) ? Optional.empty() : Optional.of(found.key());
    }

    /** Whose key it is; may ask the store, and wait for it. */
    public Optional<ApiKey> find(String secret) {
        if (secret.length() != LENGTH || !secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        byte[] hash = sha256(secret);
        ByteBuffer entry = ByteBuffer.wrap(hash);
        long revocationsBefore = revocations.get();
        try {
            Optional<ApiKey> found = store.find(hash);
            found.ifPresentOrElse(key -> believe(entry, key, revocationsBefore), () -> believed.remove(entry));
            return found;
        } catch (StoreFailure away) {
            Believed before = believed.get(entry);
            if (before == null || !before.isBelievable(clock.instant())) {
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
        revocations.incrementAndGet();
        believed.values().removeIf(one -> one.key().id().equals(id));
        return revoked;
    }

    /** Unless a key was revoked while the store was asked: the answer may be older than that. */
    private void believe(ByteBuffer entry, ApiKey key, long revocationsBefore) {
        if (believed.size() >= BELIEVED_MAX) {
            believed.clear();
        }
        Instant now = clock.instant();
        believed.put(entry, new Believed(key, now, now));
        if (revocations.get() != revocationsBefore) {
            believed.remove(entry);
        }
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("SHA-256: got none, want one in every JDK", never);
        }
    }
}

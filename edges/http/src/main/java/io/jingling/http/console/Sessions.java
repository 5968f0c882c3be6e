package io.jingling.http.console;

import io.jingling.http.KeyRing;
import io.jingling.platform.ApiKey;
import io.jingling.platform.KeyStore;
import io.jingling.platform.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Who is logged in, kept in memory only: a restart logs everybody out.
 *
 * <p>A session ends after {@link #LENGTH}, when its key is revoked (seen within {@link #KEY_SEEN_FOR}),
 * or when {@link #SESSIONS_MAX} others were used after it. While the store is away nobody new gets in
 * and those who are in stay, as they are the ones who look after it.
 */
@ApplicationScoped
class Sessions {
    static final Duration LENGTH = Duration.ofHours(12);
    static final Duration KEY_SEEN_FOR = Duration.ofSeconds(30);
    static final int SESSIONS_MAX = 1_000;
    static final Set<ApiKey.Role> ROLES = Set.of(ApiKey.Role.OPERATOR, ApiKey.Role.OFFICER, ApiKey.Role.AUDITOR);

    private final KeyRing ring;
    private final KeyStore keys;
    private final InstantSource clock;
    private final Bounded<String, Session> sessions = new Bounded<>(SESSIONS_MAX);

    Sessions(KeyRing ring, KeyStore keys, InstantSource clock) {
        this.ring = ring;
        this.keys = keys;
        this.clock = clock;
    }

    /** What came of trying to log in. */
    sealed interface Outcome {
        /** Let in; {@code cookie} names the session. */
        record Opened(String cookie) implements Outcome {}

        /** The key is good, but its role has no business here. */
        record WrongRole(ApiKey.Role role) implements Outcome {}

        /** No such key. */
        record Unknown() implements Outcome {}
    }

    /** Access fails closed: a {@link StoreFailure} lets nobody in. */
    Outcome open(String apiKey) {
        Optional<ApiKey> found = ring.find(apiKey);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        ApiKey key = found.get();
        if (!ROLES.contains(key.role())) {
            return new Outcome.WrongRole(key.role());
        }
        String cookie = Secrets.create();
        Instant now = clock.instant();
        synchronized (sessions) {
            sessions.put(cookie, new Session(key, Secrets.sha256(apiKey), now, now.plus(LENGTH)));
        }
        return new Outcome.Opened(cookie);
    }

    /** The session of a cookie, if it is still good. */
    Optional<Session> find(String cookie) {
        Session session;
        synchronized (sessions) {
            session = sessions.get(cookie);
        }
        if (session == null) {
            return Optional.empty();
        }
        if (session.isOver(clock.instant()) || isRevoked(session)) {
            close(cookie);
            return Optional.empty();
        }
        return Optional.of(session);
    }

    void close(String cookie) {
        synchronized (sessions) {
            sessions.remove(cookie);
        }
    }

    private boolean isRevoked(Session session) {
        Instant now = clock.instant();
        if (now.isBefore(session.keySeen().plus(KEY_SEEN_FOR))) {
            return false;
        }
        try {
            boolean there = keys.find(session.keyHash()).isPresent();
            session.keySeen(now);
            return !there;
        } catch (StoreFailure away) {
            return false;
        }
    }
}

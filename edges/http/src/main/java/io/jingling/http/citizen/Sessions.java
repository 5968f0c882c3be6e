package io.jingling.http.citizen;

import io.jingling.domain.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is logged in, kept in memory only, by the digest of the cookie: a restart asks everybody for a code again.
 */
@ApplicationScoped
class Sessions {
    static final Duration LENGTH = Duration.ofDays(30);
    static final int SESSIONS_MAX = 200_000;

    private final InstantSource clock;
    private final Map<String, Session> byDigest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > SESSIONS_MAX;
        }
    };

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /** Gives the cookie. */
    synchronized String open(PhoneNumber number) {
        String cookie = Drawn.secret();
        byDigest.put(Drawn.digest(cookie), new Session(number, clock.instant().plus(LENGTH)));
        return cookie;
    }

    synchronized Optional<Session> find(String cookie) {
        String digest = Drawn.digest(cookie);
        Optional<Session> found = Optional.ofNullable(byDigest.get(digest));
        if (found.filter(session -> session.isOver(clock.instant())).isPresent()) {
            byDigest.remove(digest);
            return Optional.empty();
        }
        return found;
    }

    synchronized void close(String cookie) {
        byDigest.remove(Drawn.digest(cookie));
    }
}

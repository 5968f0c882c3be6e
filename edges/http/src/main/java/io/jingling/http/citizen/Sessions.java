package io.jingling.http.citizen;

import io.jingling.domain.PhoneNumber;
import io.jingling.platform.DoorStore;
import io.jingling.platform.DoorStore.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is logged in, by the digest of the cookie: kept in the store, so that a restart logs nobody out. Those who come often
 * are in memory too, with the last change that they may take back.
 */
@ApplicationScoped
class Sessions {
    static final Duration LENGTH = Duration.ofDays(30);

    private static final int IN_MEMORY_MAX = 50_000;

    private final InstantSource clock;
    private final DoorStore doors;
    private final Map<String, Session> byDigest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > IN_MEMORY_MAX;
        }
    };

    Sessions(InstantSource clock, DoorStore doors) {
        this.clock = clock;
        this.doors = doors;
    }

    /** Gives the cookie; durable on return. */
    String open(PhoneNumber number) {
        String cookie = Drawn.secret();
        Instant ends = clock.instant().plus(LENGTH);
        doors.open(Drawn.digest(cookie), new Visitor(number, ends));
        return cookie;
    }

    Optional<Session> find(String cookie) {
        if (cookie.isEmpty()) {
            return Optional.empty();
        }
        String digest = Drawn.digest(cookie);
        return remembered(digest)
                .or(() -> doors.find(digest).map(visitor -> remember(digest, visitor)))
                .filter(session -> !session.isOver(clock.instant()));
    }

    private synchronized Optional<Session> remembered(String digest) {
        return Optional.ofNullable(byDigest.get(digest));
    }

    private synchronized Session remember(String digest, Visitor visitor) {
        return byDigest.computeIfAbsent(digest, none -> new Session(visitor.number(), visitor.ends()));
    }

    /** Durable on return. */
    void close(String cookie) {
        String digest = Drawn.digest(cookie);
        doors.close(digest);
        forget(digest);
    }

    private synchronized void forget(String digest) {
        byDigest.remove(digest);
    }
}

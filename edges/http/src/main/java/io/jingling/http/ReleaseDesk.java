package io.jingling.http;

import io.jingling.custody.Release;
import io.jingling.custody.Release.Answer;
import io.jingling.custody.Release.Wish;
import io.jingling.platform.ApiKey;
import io.jingling.platform.Releases;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;

/** Steps with full numbers, in the terms of HTTP: what is denied is a problem, what is not there a 404. */
@Singleton
class ReleaseDesk {
    private final Releases releases;
    private final InstantSource clock;

    ReleaseDesk(Releases releases, InstantSource clock) {
        this.releases = releases;
        this.clock = clock;
    }

    Release ask(ApiKey key, Wish wish) {
        return allowed(() -> releases.ask(key, wish, clock.instant()));
    }

    Release release(String id, ApiKey key) {
        return allowed(() -> releases.release(idOf(id), key, clock.instant()));
    }

    Release refuse(String id, ApiKey key, String reason) {
        return allowed(() -> releases.refuse(idOf(id), key, reason, clock.instant()));
    }

    Release read(String id, ApiKey key) {
        return allowed(() -> releases.read(idOf(id), key, clock.instant()));
    }

    Release open(String id, long entry, ApiKey key) {
        return allowed(() -> releases.open(idOf(id), entry, key, clock.instant()));
    }

    Release find(String id) {
        return found(() -> releases.find(idOf(id)));
    }

    private static Release allowed(Supplier<Answer> step) {
        return switch (found(step)) {
            case Answer.Allowed(Release release) -> release;
            case Answer.Denied denied -> throw Refused.denied(denied.why());
        };
    }

    private static <T> T found(Supplier<T> step) {
        try {
            return step.get();
        } catch (NoSuchElementException none) {
            throw Refused.noSuch("id");
        }
    }

    private static UUID idOf(String sent) {
        String id = sent == null ? "" : sent;
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException other) {
            throw Refused.noSuch("release");
        }
    }
}

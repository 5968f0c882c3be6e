package io.jingling.http.citizen;

import io.jingling.domain.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Codes by which somebody shows that a telephone is theirs: six digits, kept as a salted digest, good for
 * {@link #GOOD_FOR} and {@link #WRONG_MAX} wrong tries.
 */
@ApplicationScoped
class OneTimeCodes {
    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    static final Duration RESEND = Duration.ofSeconds(60);
    static final Duration WINDOW = Duration.ofHours(1);
    static final int WRONG_MAX = 5;
    static final int OF_A_NUMBER_MAX = 5;
    static final int OF_AN_ADDRESS_MAX = 20;

    private static final int REMEMBERED_MAX = 100_000;

    private final InstantSource clock;
    private final Map<PhoneNumber, Code> codes = bounded();
    private final Map<PhoneNumber, Count> byNumber = bounded();
    private final Map<String, Count> byAddress = bounded();

    OneTimeCodes(InstantSource clock) {
        this.clock = clock;
    }

    private record Code(String salt, String digest, Instant since, int wrong) {}

    private record Count(Instant since, int count) {}

    /** A new code; empty where one was sent within a minute, or too many within the hour. */
    synchronized Optional<String> draw(PhoneNumber number, String address) {
        Instant now = clock.instant();
        boolean tooSoon = Optional.ofNullable(codes.get(number))
                .filter(before -> now.isBefore(before.since().plus(RESEND)))
                .isPresent();
        if (tooSoon
                || of(byNumber, number, now).count() >= OF_A_NUMBER_MAX
                || of(byAddress, address, now).count() >= OF_AN_ADDRESS_MAX) {
            return Optional.empty();
        }
        count(byNumber, number, now);
        count(byAddress, address, now);
        String code = Drawn.code();
        String salt = Drawn.secret();
        codes.put(number, new Code(salt, Drawn.digest(salt + code), now, 0));
        return Optional.of(code);
    }

    /** True once at most. */
    synchronized boolean takes(PhoneNumber number, String typed) {
        Code code = codes.get(number);
        if (code == null
                || code.wrong() >= WRONG_MAX
                || clock.instant().isAfter(code.since().plus(GOOD_FOR))) {
            return false;
        }
        boolean good = Drawn.same(Drawn.digest(code.salt() + typed), code.digest());
        // A code that was used is as one that was tried too often: gone, and the minute until the next still runs.
        codes.put(number, new Code(code.salt(), code.digest(), code.since(), good ? WRONG_MAX : code.wrong() + 1));
        return good;
    }

    private static <K> Count of(Map<K, Count> counts, K whose, Instant now) {
        return Optional.ofNullable(counts.get(whose))
                .filter(count -> now.isBefore(count.since().plus(WINDOW)))
                .orElse(new Count(now, 0));
    }

    private static <K> void count(Map<K, Count> counts, K whose, Instant now) {
        Count before = of(counts, whose, now);
        counts.put(whose, new Count(before.since(), before.count() + 1));
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED_MAX;
            }
        };
    }
}

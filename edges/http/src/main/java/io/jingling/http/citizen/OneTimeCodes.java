package io.jingling.http.citizen;

import io.jingling.platform.DoorStore;
import io.jingling.platform.DoorStore.Code;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Codes by which somebody shows that a telephone is theirs: six digits, kept as a salted digest, good for one purpose,
 * {@link #GOOD_FOR} and {@link #WRONG_MAX} wrong tries. Codes and counts are durable: a restart gives nobody fresh tries.
 */
@ApplicationScoped
class OneTimeCodes {
    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    static final Duration RESEND = Duration.ofSeconds(60);
    static final int WRONG_MAX = 5;
    static final int OF_A_PURPOSE_MAX = 5;
    static final int OF_AN_ADDRESS_MAX = 20;

    private final InstantSource clock;
    private final DoorStore doors;
    private final Tallies tallies;

    OneTimeCodes(InstantSource clock, DoorStore doors, Tallies tallies) {
        this.clock = clock;
        this.doors = doors;
        this.tallies = tallies;
    }

    /**
     * A new code; empty where one was sent within a minute, or too many within the hour.
     *
     * @param purpose what it is good for, with whose telephone it goes to
     */
    synchronized Optional<String> draw(String purpose, String address) {
        Instant now = clock.instant();
        boolean tooSoon = doors.code(purpose)
                .filter(before -> now.isBefore(before.since().plus(RESEND)))
                .isPresent();
        if (tooSoon
                || tallies.isFull("purpose " + purpose, OF_A_PURPOSE_MAX)
                || tallies.isFull("address " + address, OF_AN_ADDRESS_MAX)) {
            return Optional.empty();
        }
        tallies.count("purpose " + purpose);
        tallies.count("address " + address);
        String code = Drawn.code();
        String salt = Drawn.secret();
        doors.keep(purpose, new Code(salt, Drawn.digest(salt + code), now, 0));
        return Optional.of(code);
    }

    /** True once at most. */
    synchronized boolean takes(String purpose, String typed) {
        Optional<Code> kept = doors.code(purpose)
                .filter(code -> code.wrong() < WRONG_MAX)
                .filter(code -> !clock.instant().isAfter(code.since().plus(GOOD_FOR)));
        kept.ifPresent(code -> doors.keep(purpose, tried(code, typed)));
        return kept.filter(code -> isRight(code, typed)).isPresent();
    }

    /** A code that was used is as one that was tried too often: gone, and the minute until the next still runs. */
    private static Code tried(Code code, String typed) {
        int wrong = isRight(code, typed) ? WRONG_MAX : code.wrong() + 1;
        return new Code(code.salt(), code.digest(), code.since(), wrong);
    }

    private static boolean isRight(Code code, String typed) {
        return Drawn.same(Drawn.digest(code.salt() + typed), code.digest());
    }
}

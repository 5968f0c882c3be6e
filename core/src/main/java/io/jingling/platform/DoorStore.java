package io.jingling.platform;

import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps what opens a citizen's pages, so that a restart logs nobody out and gives nobody fresh tries: sessions by the digest
 * of their cookie, codes as salted digests, and how often something was done.
 *
 * <p>Changes are durable on return. Fails by {@link StoreFailure}: then nobody is let in.
 */
public interface DoorStore {
    /** So many sessions, codes and tallies are kept, each; beyond, {@link #forget} takes the oldest away. */
    int KEPT_MAX = 1_000_000;

    /** How long a code or a tally matters at most. */
    Duration MATTERS = Duration.ofHours(1);

    /** @param digest SHA-256 of the cookie, in hexadecimal */
    void open(String digest, Visitor visitor);

    /** Whose session it is; also where it is over and not forgotten yet. */
    Optional<Visitor> find(String digest);

    void close(String digest);

    /** Somebody who is logged in, until then. */
    record Visitor(PhoneNumber number, Instant ends) {}

    /** The last code that was drawn for that. */
    Optional<Code> code(String purpose);

    /** In place of the last one. */
    void keep(String purpose, Code code);

    /**
     * A code that was sent.
     *
     * @param digest of salt and code
     * @param wrong how often it was tried in vain
     */
    record Code(String salt, String digest, Instant since, int wrong) {}

    /** Empty where it was not counted, or too long ago. */
    Optional<Tally> tally(String what);

    /** In place of the one before. */
    void keep(String what, Tally tally);

    /** How often something was done since then. */
    record Tally(Instant since, int count) {}

    /** Takes away sessions that are over by then, codes and tallies older than {@link #MATTERS}, and the oldest beyond the most. */
    void forget(Instant now, int most);
}

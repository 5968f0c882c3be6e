package io.jingling.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A call that has happened.
 *
 * @param callId the source's own id, unique within the source; 1 to 200 characters
 * @param start when it was set up
 * @param caller may be hidden
 * @param callee who was called
 * @param direction seen from the network that wrote it
 * @param answered whether anybody took it
 * @param ring how long it rang, at most a day
 * @param duration how long it was talked, zero where not answered, at most a day
 * @param releasedBy who ended it
 * @param cause the release cause, such as a Q.850 or SIP code; may be empty
 * @param origin where it came from; its parts may be empty
 */
public record CallRecord(
        String callId,
        Instant start,
        PhoneNumber caller,
        PhoneNumber callee,
        Direction direction,
        boolean answered,
        Duration ring,
        Duration duration,
        ReleasedBy releasedBy,
        String cause,
        Origin origin) {
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Which way the call went. */
    public enum Direction {
        IN,
        OUT,
        UNKNOWN
    }

    /** Who ended the call. */
    public enum ReleasedBy {
        CALLER,
        CALLEE,
        NETWORK,
        UNKNOWN
    }

    /** Where it came from: trunk, tenant, user agent, hash of the first media, transcript. */
    public record Origin(String trunk, String tenant, String userAgent, String mediaHash, String transcript) {
        public static final Origin UNKNOWN = new Origin("", "", "", "", "");
    }

    public CallRecord {
        if (callId.isBlank() || callId.length() > 200) {
            throw new IllegalArgumentException("call_id: got " + callId.length() + " characters, want 1 to 200");
        }
        within("ring_ms", ring);
        within("duration_ms", duration);
    }

    /** When it was over. */
    public Instant end() {
        return start.plus(ring).plus(duration);
    }

    private static void within(String field, Duration length) {
        if (length.isNegative() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    field + ": got " + TimeUnit.MILLISECONDS.convert(length) + ", want 0 to " + LONGEST.toMillis());
        }
    }
}

package io.jingling.domain;

/**
 * A call that wants to ring.
 *
 * @param caller who calls, as the trusted network says; may be {@link PhoneNumber#HIDDEN} or
 *     {@link PhoneNumber#INVALID}
 * @param callee whose telephone would ring; may be {@link PhoneNumber#INVALID}
 * @param atMillis when, milliseconds since 1970 UTC
 * @param publicNumbersEntitled true where the trunk may present emergency and public safety numbers
 * @param callId a hash of what identifies the call, the same for its retransmissions; 0 where
 *     unknown: it is then never taken for a second call, as it may be the first asked about again
 * @param trunk the {@link #nameOf} of the trunk as records of its calls have it; 0 where unknown
 * @param userAgent the same of the user agent
 */
public record CallAttempt(
        PhoneNumber caller,
        PhoneNumber callee,
        long atMillis,
        boolean publicNumbersEntitled,
        long callId,
        long trunk,
        long userAgent) {
    private static final long HASH_START = 0xCBF29CE484222325L;
    private static final long HASH_FACTOR = 0x100000001B3L;

    /** A call of which trunk and user agent are not known. */
    public CallAttempt(
            PhoneNumber caller, PhoneNumber callee, long atMillis, boolean publicNumbersEntitled, long callId) {
        this(caller, callee, atMillis, publicNumbersEntitled, callId, 0, 0);
    }

    /** The 64-bit FNV-1a hash of what identifies a call; never 0. */
    public static long idOf(String callId) {
        long hash = hash(callId);
        return hash == 0 ? 1 : hash;
    }

    /** The same hash of a trunk's or a user agent's name; 0 for an empty one. */
    public static long nameOf(String name) {
        return name.isEmpty() ? 0 : hash(name);
    }

    /** The same of a name as it stands in a message; 0 where it has anything but ASCII, as its writing is not known. */
    public static long nameOf(byte[] ascii, int from, int to) {
        long hash = HASH_START;
        for (int i = from; i < to; i++) {
            if (ascii[i] < 0) {
                return 0;
            }
            hash = (hash ^ ascii[i]) * HASH_FACTOR;
        }
        return from >= to ? 0 : hash;
    }

    private static long hash(String text) {
        long hash = HASH_START;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * HASH_FACTOR;
        }
        return hash;
    }

    /** A call on a trunk without any entitlement, not identified. */
    public static CallAttempt of(PhoneNumber caller, PhoneNumber callee, long atMillis) {
        return new CallAttempt(caller, callee, atMillis, false, 0);
    }
}

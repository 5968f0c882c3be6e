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
 */
public record CallAttempt(
        PhoneNumber caller, PhoneNumber callee, long atMillis, boolean publicNumbersEntitled, long callId) {
    /** The 64-bit FNV-1a hash of what identifies a call; never 0. */
    public static long idOf(String callId) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < callId.length(); i++) {
            hash = (hash ^ callId.charAt(i)) * 0x100000001B3L;
        }
        return hash == 0 ? 1 : hash;
    }

    /** A call on a trunk without any entitlement, not identified. */
    public static CallAttempt of(PhoneNumber caller, PhoneNumber callee, long atMillis) {
        return new CallAttempt(caller, callee, atMillis, false, 0);
    }
}

package io.jingling.sip;

import java.util.function.LongSupplier;

/**
 * The two clocks of the edge.
 *
 * @param millis milliseconds since 1970 UTC: when a call was made
 * @param nanos nanoseconds since any origin, never going back: how long a call has waited
 */
public record SipClock(LongSupplier millis, LongSupplier nanos) {
    public static final SipClock SYSTEM = new SipClock(System::currentTimeMillis, System::nanoTime);
}

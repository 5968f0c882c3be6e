package io.jingling.screening;

import io.jingling.domain.CallAttempt;

/**
 * Says what is suspected of a caller beyond its listed standing, as it is about to ring.
 *
 * <p>Called on the call's own thread: it must not throw, and hardly wait. Where it cannot look it says nothing.
 */
public interface Suspicions {
    /** Suspects nobody. */
    Suspicions NONE = call -> 0;

    /** Made by {@link Standings#suspicion}, or 0 where nothing is suspected. */
    long of(CallAttempt call);
}

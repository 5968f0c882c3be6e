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

    /** Asks both; the higher score holds with all that it says, and this one's where they are the same. */
    default Suspicions or(Suspicions other) {
        return call -> {
            long one = of(call);
            long another = other.of(call);
            return Standings.score(another) > Standings.score(one) ? another : one;
        };
    }
}

package io.jingling.screening;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import java.util.Optional;

/**
 * What reports say of callers, as suspicions, beside the listed standings: so no report changes a list.
 *
 * <p>Written by one thread, read by all; a change is seen by the next call. Asking makes no object.
 */
public final class ReportedCallers implements Suspicions {
    private final Standings table;

    /** Room for so many without growing. */
    public ReportedCallers(int expected) {
        table = new Standings(expected);
    }

    public void put(PhoneNumber caller, Standing.Suspected suspected) {
        table.put(caller, suspected);
    }

    public void remove(PhoneNumber caller) {
        table.remove(caller);
    }

    /** What is said of a caller, expired or not. */
    public Optional<Standing> of(PhoneNumber caller) {
        return caller.isKnown() ? table.of(caller) : Optional.empty();
    }

    public int size() {
        return table.size();
    }

    @Override
    public long of(CallAttempt call) {
        return call.caller().isKnown() ? table.inForce(call.caller(), Math.floorDiv(call.atMillis(), 1000L)) : 0;
    }
}

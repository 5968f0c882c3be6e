package io.jingling.learning;

import io.jingling.domain.CallRecord;
import java.util.HashMap;
import java.util.Map;

/**
 * What block lists do: a number is rejected half an hour after its third report. An anchor to measure beside, told of
 * calls in order of time.
 *
 * <p>Assumed, as no data says: one answered harassing call in twenty is reported when it ends, and one answered benign call
 * by a stranger's trade in a thousand, for people take couriers for robots (one mark in five does: research). Which ones
 * follows from the call's id, so that the same calls give the same list.
 */
public final class ReportsRule {
    private static final int REPORTS = 3;
    private static final long DELAY_MILLIS = 30L * 60_000;
    private static final int HARASSING_OF = 20;
    private static final int BENIGN_OF = 1000;
    private static final String PEOPLE = "benign_person";

    private final Map<Long, Integer> reports = new HashMap<>();
    private final Map<Long, Long> listedFrom = new HashMap<>();

    /** True where the caller is on the list when this call begins to ring. */
    public boolean rejects(CallRecord call, Maker maker) {
        long caller = call.caller().key();
        long now = call.start().toEpochMilli();
        boolean rejects = listedFrom.getOrDefault(caller, Long.MAX_VALUE) <= now;
        if (!rejects && call.answered() && isReported(call, maker)) {
            int seen = reports.merge(caller, 1, Integer::sum);
            if (seen == REPORTS) {
                listedFrom.put(caller, now + call.duration().toMillis() + DELAY_MILLIS);
            }
        }
        return rejects;
    }

    private static boolean isReported(CallRecord call, Maker maker) {
        if (maker.type().startsWith(PEOPLE)) {
            return false;
        }
        int spread = call.callId().hashCode() * 0x9E3779B9 >>> 8;
        return spread % (maker.isHarassment() ? HARASSING_OF : BENIGN_OF) == 0;
    }
}

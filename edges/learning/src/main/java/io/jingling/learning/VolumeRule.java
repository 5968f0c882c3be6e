package io.jingling.learning;

import io.jingling.domain.CallRecord;
import java.util.HashMap;
import java.util.Map;

/**
 * What operators are said to do: whoever calls 20 times within an hour or 80 times within a day is rejected. An anchor to
 * measure beside, told of calls in order of time.
 */
public final class VolumeRule {
    private static final int OF_HOUR = 20;
    private static final int OF_DAY = 80;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

    private final Map<Long, long[]> last = new HashMap<>();
    private final Map<Long, Integer> calls = new HashMap<>();

    /** True where this call would be the 20th within an hour or the 80th within a day, or is beyond. */
    public boolean rejects(CallRecord call) {
        long caller = call.caller().key();
        long now = call.start().toEpochMilli();
        long[] times = last.computeIfAbsent(caller, key -> new long[OF_DAY]);
        int before = calls.merge(caller, 1, Integer::sum) - 1;
        boolean rejects = within(times, before, OF_HOUR - 1, now - HOUR_MILLIS)
                || within(times, before, OF_DAY - 1, now - DAY_MILLIS);
        times[before % OF_DAY] = now;
        return rejects;
    }

    private static boolean within(long[] times, int before, int back, long since) {
        return before >= back && times[(before - back) % OF_DAY] >= since;
    }
}

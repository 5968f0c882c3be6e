package io.jingling.benchmarks;

import io.jingling.domain.CallRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one would write first, to measure beside: each caller's calls of a fortnight in a map, at most the last
 * {@value #CALLS_MAX}, gone through at every call. A dozen features and no model.
 */
final class NaiveStore {
    private static final int CALLS_MAX = 1_000;
    private static final long[] SPANS_MILLIS = {300_000, 3_600_000, 86_400_000, 14 * 86_400_000L};

    private final Map<Long, Deque<CallRecord>> calls = new HashMap<>();

    /** Reads the features of a call's caller, and keeps the call; the sum stands for what would be made of them. */
    double observe(CallRecord call) {
        Deque<CallRecord> before = calls.computeIfAbsent(call.caller().key(), caller -> new ArrayDeque<>());
        long now = call.start().toEpochMilli();
        while (before.size() >= CALLS_MAX
                || !before.isEmpty()
                        && now - before.peek().start().toEpochMilli() > SPANS_MILLIS[SPANS_MILLIS.length - 1]) {
            before.remove();
        }
        double[] features = new double[12];
        Set<Long> callees = new HashSet<>();
        long last = 0;
        for (CallRecord one : before) {
            long at = one.start().toEpochMilli();
            for (int i = 0; i < SPANS_MILLIS.length; i++) {
                features[i] += now - at <= SPANS_MILLIS[i] ? 1 : 0;
            }
            callees.add(one.callee().key());
            features[4] += one.answered() ? 1 : 0;
            features[5] += one.duration().toMillis();
            features[6] += one.ring().toMillis();
            features[7] += last == 0 ? 0 : at - last;
            features[8] += last == 0 ? 0 : (double) (at - last) * (at - last);
            features[9] += one.releasedBy() == CallRecord.ReleasedBy.CALLEE ? 1 : 0;
            features[10] += one.callee().equals(call.callee()) ? 1 : 0;
            last = at;
        }
        features[11] = callees.size();
        before.add(call);
        double sum = 0;
        for (double feature : features) {
            sum += feature;
        }
        return sum;
    }
}

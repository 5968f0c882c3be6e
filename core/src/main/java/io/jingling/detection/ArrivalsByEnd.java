package io.jingling.detection;

import io.jingling.domain.CallRecord;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Tells calls in the order in which they ended, each one's ring right before its end: what a live feed allows, which
 * knows of a call only when it is over.
 *
 * <p>Only the time that is given moves it on, never a call's own: one that claims to end in a time to come brings nothing
 * out of order. A copy of one of the last {@value #REMEMBERED} told is known as such; an older one counts as late.
 */
final class ArrivalsByEnd implements Arrivals {
    private static final int REMEMBERED = 1 << 16;
    private static final Comparator<TimedCall> BY_END = Comparator.<TimedCall>comparingLong(call -> call.endMillis)
            .thenComparing(call -> call.record.callId())
            .thenComparingLong(ArrivalsByEnd::identity);

    private final long latenessMillis;
    private final int heldMax;
    private final Listener listener;
    private final PriorityQueue<TimedCall> waiting = new PriorityQueue<>(BY_END);
    private final Set<Long> waitingIds = new HashSet<>();
    private final Map<Long, Boolean> toldIds = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long now = Long.MIN_VALUE;
    private long told = Long.MIN_VALUE;
    private long late;
    private long twice;
    private long hurried;

    /**
     * @param lateness how long after its end a call may still arrive in time
     * @param heldMax how many may wait; beyond, the earliest is told at once
     */
    ArrivalsByEnd(Duration lateness, int heldMax, Listener listener) {
        this.latenessMillis = lateness.toMillis();
        this.heldMax = heldMax;
        this.listener = listener;
    }

    @Override
    public void arrive(CallRecord record) {
        TimedCall call = new TimedCall(record);
        long id = identity(call);
        if (waitingIds.contains(id) || toldIds.containsKey(id)) {
            twice++;
        } else if (call.endMillis < told) {
            late++;
            listener.late(call);
        } else {
            waitingIds.add(id);
            waiting.add(call);
            if (waiting.size() > heldMax) {
                hurried++;
                tellNext();
            }
        }
    }

    @Override
    public boolean passed(long millis, int most) {
        now = Math.max(now, millis);
        return tellBefore(now - latenessMillis, most);
    }

    @Override
    public void finish() {
        tellBefore(Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    private boolean tellBefore(long millis, int most) {
        for (int i = 0; i < most && isNextBefore(millis); i++) {
            tellNext();
        }
        return !isNextBefore(millis);
    }

    private boolean isNextBefore(long millis) {
        return !waiting.isEmpty() && waiting.peek().endMillis < millis;
    }

    private void tellNext() {
        TimedCall call = waiting.remove();
        long id = identity(call);
        waitingIds.remove(id);
        toldIds.put(id, true);
        told = call.endMillis;
        listener.rings(call);
        listener.ends(call);
    }

    /** Sources may give two calls one id; not of one caller at one time. */
    private static long identity(TimedCall call) {
        return Mix.of(Mix.of(Mix.of(call.record.callId()), call.startMillis), Mix.of(call.caller, call.callee));
    }

    @Override
    public long late() {
        return late;
    }

    @Override
    public long twice() {
        return twice;
    }

    @Override
    public long hurried() {
        return hurried;
    }
}

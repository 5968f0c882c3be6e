package io.jingling.detection;

import io.jingling.domain.CallRecord;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Tells each call when it begins to ring and again when it ends, all in one order of time: what a file allows.
 *
 * <p>A call waits until one has arrived that began so much later that nothing before it is to be expected. What comes
 * twice while the first waits is told once. What comes too late is told to be late, and to nobody else; a second copy of
 * what was told already is always late.
 */
final class ArrivalsByStart implements Arrivals {
    private static final Comparator<TimedCall> BY_START =
            Comparator.<TimedCall>comparingLong(call -> call.startMillis).thenComparing(call -> call.record.callId());
    private static final Comparator<TimedCall> BY_END =
            Comparator.<TimedCall>comparingLong(call -> call.endMillis).thenComparing(call -> call.record.callId());

    private final long latenessMillis;
    private final int heldMax;
    private final Listener listener;
    private final PriorityQueue<TimedCall> waiting = new PriorityQueue<>(BY_START);
    private final PriorityQueue<TimedCall> open = new PriorityQueue<>(BY_END);
    private final Set<String> waitingIds = new HashSet<>();
    private long told = Long.MIN_VALUE;
    private long latest = Long.MIN_VALUE;
    private long late;
    private long twice;
    private long hurried;

    /**
     * @param lateness how much earlier than the latest a call may begin that arrives after it
     * @param heldMax how many may wait or be open; beyond, the earliest is told at once, and what would have been before
     *     it is late
     */
    ArrivalsByStart(Duration lateness, int heldMax, Listener listener) {
        this.latenessMillis = lateness.toMillis();
        this.heldMax = heldMax;
        this.listener = listener;
    }

    @Override
    public void arrive(CallRecord record) {
        TimedCall call = new TimedCall(record);
        if (call.startMillis < told) {
            late++;
            listener.late(call);
            return;
        }
        if (!waitingIds.add(record.callId())) {
            twice++;
            return;
        }
        waiting.add(call);
        latest = Math.max(latest, call.startMillis);
        tellBefore(latest - latenessMillis);
        while (waiting.size() + open.size() > heldMax) {
            hurried++;
            tellBefore(nextMillis() + 1);
        }
    }

    /** Time is what the calls say: a file may be of any year. */
    @Override
    public boolean passed(long millis, int most) {
        return true;
    }

    @Override
    public void finish() {
        tellBefore(Long.MAX_VALUE);
    }

    private void tellBefore(long millis) {
        // Bounded: each turn takes one from a queue, and what is put into the other ends for good.
        while (nextMillis() < millis) {
            if (!open.isEmpty() && open.peek().endMillis <= startOfNext()) {
                listener.ends(open.remove());
                continue;
            }
            TimedCall call = waiting.remove();
            waitingIds.remove(call.record.callId());
            listener.rings(call);
            open.add(call);
        }
        told = Math.max(told, millis);
    }

    private long nextMillis() {
        return Math.min(startOfNext(), open.isEmpty() ? Long.MAX_VALUE : open.peek().endMillis);
    }

    private long startOfNext() {
        return waiting.isEmpty() ? Long.MAX_VALUE : waiting.peek().startMillis;
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

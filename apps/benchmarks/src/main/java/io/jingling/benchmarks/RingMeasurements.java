package io.jingling.benchmarks;

import io.jingling.detection.Detection;
import io.jingling.detection.Grounds;
import io.jingling.detection.Judge;
import io.jingling.domain.CallAttempt;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * What one judgement at the ring takes of a processor, reasons and all. Each is timed by its own thread's processor time, so
 * that waiting for one does not count; reading that clock is counted. What is allocated is in {@link JudgeBenchmark}'s rows.
 */
final class RingMeasurements {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UPS = 4;
    private static final int ROUNDS = 4;

    private final Detection detection;
    private final Judge judge;
    private final Grounds why = new Grounds();
    private final CallAttempt[] calls;
    private final long[] nanos;
    private int told;

    /** @param detection that is told of no more calls meanwhile */
    RingMeasurements(Detection detection, Judge judge, CallAttempt[] calls) {
        this.detection = detection;
        this.judge = judge;
        this.calls = calls;
        this.nanos = new long[ROUNDS * calls.length];
    }

    /** What was measured, for people. */
    String measure() {
        for (int i = 0; i < WARM_UPS; i++) {
            round(0);
        }
        told = 0;
        for (int i = 0; i < ROUNDS; i++) {
            round(i * calls.length);
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "p50 %.1f µs, p99 %.1f µs, p99.9 %.1f µs; %,d calls, %.1f reasons a call",
                percentile(0.5),
                percentile(0.99),
                percentile(0.999),
                nanos.length,
                told / (double) nanos.length);
    }

    private void round(int at) {
        for (int i = 0; i < calls.length; i++) {
            long begun = THREADS.getCurrentThreadCpuTime();
            judge.judge(detection.peekToTell(calls[i]), why);
            nanos[at + i] = THREADS.getCurrentThreadCpuTime() - begun;
            told += why.count();
        }
    }

    private double percentile(double share) {
        return nanos[(int) (share * (nanos.length - 1))] / 1e3;
    }
}

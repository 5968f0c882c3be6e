package io.jingling.benchmarks;

import io.jingling.detection.Capacity;
import io.jingling.detection.Detection;
import io.jingling.detection.Judge;
import io.jingling.detection.Model;
import io.jingling.detection.Sighting;
import io.jingling.domain.CallRecord;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How many call records detection takes in on one core, what a judgement at the ring takes, and what a caller takes. Arguments: a model's file or
 * {@code shipped}, subscribers of the town, callers to remember. Prints rows of a Markdown table.
 */
public final class DetectionMeasurements {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int DAYS = 14;
    private static final int ROUNDS = 3;
    private static final int RINGING = 1 << 16;
    private static final Duration LATENESS = Duration.ofMinutes(10);

    private DetectionMeasurements() {}

    public static void main(String[] arguments) {
        Model model = Models.read(arguments[0]);
        int callers = Integer.parseInt(arguments[2]);
        List<CallRecord> town = Calls.ofTown(Integer.parseInt(arguments[1]), DAYS);
        ofTown(model, town);
        ofRings(model, town);
        ofCallers(model, callers);
    }

    private static void ofTown(Model model, List<CallRecord> town) {
        Judging judging = new Judging(new Judge(model));
        rate("records taken in: features alone", town, () -> ofFeatures(town));
        rate("records taken in and judged: model and campaigns", town, () -> {
            Detection detection = Detection.of(Capacity.TOWN, LATENESS, model, judging);
            town.forEach(detection::observe);
            detection.finish();
            return detection.counts();
        });
        rate("the anchor, a map of each caller's calls: a dozen features, no model", town, () -> {
            NaiveStore store = new NaiveStore();
            return town.stream().mapToDouble(store::observe).sum();
        });
    }

    private static void ofRings(Model model, List<CallRecord> town) {
        Detection detection = Detection.of(Capacity.TOWN, LATENESS, model, new Unheard());
        town.forEach(detection::observe);
        detection.finish();
        say(
                "a call that rings, judged and told why: processor time",
                "%s",
                new RingMeasurements(detection, new Judge(model), Calls.ringing(town, RINGING)).measure());
    }

    private static Object ofFeatures(List<CallRecord> town) {
        Detection detection = Detection.ofFeatures(Capacity.TOWN, LATENESS, new Unheard());
        town.forEach(detection::observe);
        detection.finish();
        return detection.counts();
    }

    /** The median of some rounds behind one that is not counted; time of this thread's processor. */
    private static void rate(String what, List<CallRecord> town, Supplier<Object> round) {
        Object last = round.get();
        double[] rates = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            last = round.get();
            rates[i] = town.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - before);
        }
        Arrays.sort(rates);
        String found = last instanceof Detection.Counts counts
                ? text("; %,d callers, %,d campaigns", counts.callers(), counts.campaigns())
                : "";
        say(
                what,
                "%,.0f/s a core (%,.0f–%,.0f), %,d records%s",
                rates[ROUNDS / 2],
                rates[0],
                rates[ROUNDS - 1],
                town.size(),
                found);
    }

    private static void ofCallers(Model model, int callers) {
        long heapBefore = heap();
        Capacity capacity =
                new Capacity(callers, callers / 10, callers, Integer.highestOneBit(callers), 1 << 20, 1 << 12);
        Detection detection = Detection.of(capacity, Duration.ZERO, model, new Unheard());
        long before = THREADS.getCurrentThreadCpuTime();
        Calls.ofEach(callers, detection::observe);
        detection.finish();
        double seconds = (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
        Detection.Counts counts = detection.counts();
        long held = heap() - heapBefore;
        say(
                text("memory with %,d callers", counts.callers()),
                "%,d MB of heap = %.0f B a caller; by its own count %,d MB = %.0f B",
                held >> 20,
                held / (double) counts.callers(),
                counts.bytes() >> 20,
                counts.bytes() / (double) counts.callers());
        say("their first calls taken in", "%,.0f/s a core; %,d forgotten", callers / seconds, counts.forgotten());
    }

    /** What is reachable. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static final class Judging implements Detection.Listener {
        private final Judge judge;

        Judging(Judge judge) {
            this.judge = judge;
        }

        @Override
        public void rings(Sighting sighting) {
            judge.judge(sighting);
        }

        @Override
        public void late(CallRecord call) {
            // Not judged.
        }
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    private static void say(String what, String form, Object... values) {
        OUT.println("| " + what + " | " + text(form, values) + " |");
    }
}

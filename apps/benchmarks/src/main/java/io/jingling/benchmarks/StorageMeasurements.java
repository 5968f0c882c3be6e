package io.jingling.benchmarks;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Rule;
import io.jingling.domain.Standing;
import io.jingling.domain.Verdict;
import io.jingling.domain.Wishes;
import io.jingling.platform.Platform;
import io.jingling.platform.StandingStore.Listed;
import io.jingling.platform.SubscriberStore.Subscriber;
import io.jingling.screening.Policy;
import io.jingling.storage.Storage;
import io.jingling.storage.StorageSettings;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Storage with its embedded PostgreSQL: how long a start reads, what a decision costs behind the call. Arguments: an
 * empty folder, how many subscribers and as many standings, how many decisions. Prints rows of a Markdown table.
 */
public final class StorageMeasurements {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int BATCH = 10_000;
    private static final int AT_ONCE = 1_000;
    private static final long PACE_NANOS = 10_000_000;
    private static final long WRITTEN_WITHIN_NANOS = 300_000_000_000L;

    private final Storage storage;
    private final long numbers;
    private final int decisions;

    private StorageMeasurements(Storage storage, long numbers, int decisions) {
        this.storage = storage;
        this.numbers = numbers;
        this.decisions = decisions;
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        long numbers = Long.parseLong(arguments[1]);
        int decisions = Integer.parseInt(arguments[2]);
        StorageSettings settings = StorageSettings.in(folder).withJournal(1 << 18, 8L << 30, 1_000_000);
        long start = System.nanoTime();
        try (Storage storage = Storage.open(settings)) {
            say("first start of the database, with its files made", "%,d ms", millis(start));
            StorageMeasurements measurements = new StorageMeasurements(storage, numbers, decisions);
            measurements.fill();
            // Once for the compiler.
            measurements.decisions();
            String[] costs = measurements.decisions();
            say("a decision appended, on the call's own thread", costs[0]);
            say("CPU behind it: journal, writer, PostgreSQL", costs[1]);
        }
        start = System.nanoTime();
        try (Storage storage = Storage.open(settings)) {
            say("start of the database with all of it there", "%,d ms", millis(start));
            new StorageMeasurements(storage, numbers, decisions).load();
        }
    }

    private void fill() {
        long start = System.nanoTime();
        Random random = new Random(1);
        Instant expires = Instant.now().plus(Duration.ofDays(30));
        for (long from = 0; from < numbers; from += BATCH) {
            List<Listed> listed = new ArrayList<>();
            List<Subscriber> subscribers = new ArrayList<>();
            for (long i = from; i < from + BATCH; i++) {
                Category category = Category.at(random.nextInt(22));
                listed.add(new Listed(number(i), new Standing.Suspected(category, 80, Evidence.LISTED, expires)));
                subscribers.add(
                        new Subscriber(number(50_000_000 + i), Wishes.DEFAULT.withCategory(category, Action.REJECT)));
            }
            storage.standings().saveAll(listed);
            storage.subscribers().saveAll(subscribers);
        }
        say(text("%,d standings and as many wishes saved", numbers), "%,d ms", millis(start));
    }

    private void load() {
        long own = ownCpu();
        long database = databaseCpu();
        long start = System.nanoTime();
        Platform platform = new Platform(
                storage.subscribers(),
                storage.standings(),
                storage.decisionLog(),
                new Platform.Capacity((int) numbers, 1 << 16, 1 << 16),
                Policy.STANDARD);
        platform.load();
        say(
                text(
                        "%,d standings and %,d wishes read into memory",
                        platform.sizes().standings(), platform.sizes().subscribers()),
                "%,d ms (CPU: own %,d ms, PostgreSQL %,d ms)",
                millis(start),
                (ownCpu() - own) / 1_000_000,
                (databaseCpu() - database) / 1_000_000);
    }

    /** What appending took, and the CPU of the threads behind. */
    private String[] decisions() {
        Random random = new Random(2);
        CallAttempt[] calls = new CallAttempt[1 << 16];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = CallAttempt.of(
                    number(random.nextInt(1_000_000)),
                    number(50_000_000L + random.nextInt(1_000_000)),
                    System.currentTimeMillis());
        }
        long before = storage.health().decisionsWritten();
        long database = databaseCpu();
        long loader = cpu("decision-loader");
        long scribe = cpu("decision-journal");
        long verdict =
                Verdict.of(Action.PASS, Rule.DEFAULT_PASS, calls[0].caller().kind());
        long appending = 0;
        long longest = 0;
        for (int i = 0; i < decisions; i += AT_ONCE) {
            long start = System.nanoTime();
            for (int one = i; one < i + AT_ONCE; one++) {
                storage.decisionLog().append(calls[one & calls.length - 1], verdict, 1, one);
            }
            long took = System.nanoTime() - start;
            appending += took;
            longest = Math.max(longest, took);
            LockSupport.parkNanos(PACE_NANOS);
        }
        awaitWritten(before + decisions);
        return new String[] {
            text("%,d ns; the slowest thousand %,d µs", appending / decisions, longest / 1_000),
            text(
                    "%.2f, %.2f, %.2f µs",
                    (cpu("decision-journal") - scribe) / 1e3 / decisions,
                    (cpu("decision-loader") - loader) / 1e3 / decisions,
                    (databaseCpu() - database) / 1e3 / decisions)
        };
    }

    private void awaitWritten(long count) {
        long deadline = System.nanoTime() + WRITTEN_WITHIN_NANOS;
        while (storage.health().decisionsWritten() + storage.health().decisionsLost() < count) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "decisions: got " + storage.health().decisionsWritten() + " written, want " + count);
            }
            LockSupport.parkNanos(PACE_NANOS);
        }
    }

    private static long ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** Of all processes that this one started. */
    private static long databaseCpu() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toNanos)
                .sum();
    }

    private static long cpu(String thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (long id : threads.getAllThreadIds()) {
            if (threads.getThreadInfo(id).getThreadName().equals(thread)) {
                return threads.getThreadCpuTime(id);
            }
        }
        throw new IllegalStateException("thread " + thread + ": got none, want one");
    }

    private static PhoneNumber number(long i) {
        return PhoneNumber.parse("1" + (3_000_000_000L + i));
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    private static void say(String what, String form, Object... values) {
        OUT.println("| " + what + " | " + text(form, values) + " |");
    }
}

package io.jingling.storage;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Rule;
import io.jingling.domain.Standing;
import io.jingling.domain.Verdict;
import io.jingling.domain.Wishes;
import io.jingling.platform.DecisionLog;
import io.jingling.platform.Platform;
import io.jingling.platform.StandingStore.Listed;
import io.jingling.platform.SubscriberStore.Subscriber;
import io.jingling.screening.Policy;
import io.jingling.storage.NumberVault.Label;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Measures what docs/BENCHMARKS.md says of storage; no test. Arguments: a folder for the data and, if
 * wanted, how many subscribers and standings (1,000,000) and decisions (200,000).
 */
final class Measurements {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int BATCH = 10_000;

    private final Storage storage;
    private final long numbers;
    private final int decisions;

    private Measurements(Storage storage, long numbers, int decisions) {
        this.storage = storage;
        this.numbers = numbers;
        this.decisions = decisions;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        long numbers = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
        int decisions = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200_000;
        StorageSettings settings = StorageSettings.in(folder).withJournal(1 << 18, 8L << 30, 1_000_000);
        vault(folder);
        long start = System.nanoTime();
        try (Storage storage = Storage.open(settings)) {
            say("first start: %d ms", millis(start));
            Measurements measurements = new Measurements(storage, numbers, decisions);
            measurements.log();
            measurements.log();
            measurements.queries();
            measurements.fill();
        }
        start = System.nanoTime();
        try (Storage storage = Storage.open(settings)) {
            say("start with everything there: %d ms", millis(start));
            new Measurements(storage, numbers, decisions).load();
        }
    }

    private static void vault(Path folder) throws Exception {
        NumberVault vault = new NumberVault(NumberKeys.readOrMake(Files.createDirectories(folder.resolve("trial"))));
        byte[] plain = new byte[8];
        byte[] owner = NumberVault.owner(Label.NUMBER, UUID.randomUUID());
        byte[] sealed = vault.seal(owner, plain);
        long kept = 0;
        int rounds = 500_000;
        for (int warm = 0; warm < 2; warm++) {
            long start = System.nanoTime();
            for (int i = 0; i < rounds; i++) {
                kept += vault.seal(owner, plain)[20];
            }
            long sealing = System.nanoTime() - start;
            start = System.nanoTime();
            for (int i = 0; i < rounds; i++) {
                kept += vault.open(owner, sealed)[0];
            }
            long opening = System.nanoTime() - start;
            start = System.nanoTime();
            for (int i = 0; i < rounds; i++) {
                kept += vault.mac(Label.NUMBER, number(i)).hashCode();
            }
            long finding = System.nanoTime() - start;
            if (warm == 1) {
                say(
                        "vault: seal %d ns, open %d ns, look-up value %d ns (%d)",
                        sealing / rounds, opening / rounds, finding / rounds, kept & 1);
            }
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
        say("filled %d + %d: %d ms", numbers, numbers, millis(start));
    }

    private void load() {
        long own =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
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
                "loaded %d standings, %d subscribers into the platform: %d ms (CPU: own %d ms, PostgreSQL %d ms)",
                platform.sizes().standings(),
                platform.sizes().subscribers(),
                millis(start),
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() - own,
                (databaseCpu() - database) / 1_000_000);
    }

    private void log() throws InterruptedException {
        Random random = new Random(2);
        CallAttempt[] calls = new CallAttempt[1 << 16];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = CallAttempt.of(
                    number(random.nextInt(1_000_000)),
                    number(50_000_000L + random.nextInt(1_000_000)),
                    System.currentTimeMillis());
        }
        DecisionLog log = storage.decisionLog();
        long writtenBefore = storage.health().decisionsWritten();
        long databaseBefore = databaseCpu();
        long loaderBefore = cpu("decision-loader");
        long scribeBefore = cpu("decision-journal");
        long start = System.nanoTime();
        long longest = 0;
        long appending = 0;
        long verdict =
                Verdict.of(Action.PASS, Rule.DEFAULT_PASS, calls[0].caller().kind());
        for (int i = 0; i < decisions; i++) {
            long before = System.nanoTime();
            log.append(calls[i & calls.length - 1], verdict, 1, i);
            long took = System.nanoTime() - before;
            longest = Math.max(longest, took);
            appending += took;
            if (i % 1_000 == 999) {
                Thread.sleep(10);
            }
        }
        long target = writtenBefore + decisions;
        while (storage.health().decisionsWritten() + storage.health().decisionsLost() < target) {
            Thread.sleep(10);
        }
        long loader = cpu("decision-loader") - loaderBefore;
        long scribe = cpu("decision-journal") - scribeBefore;
        long database = databaseCpu() - databaseBefore;
        say(
                "append: %d ns on average with its clock, longest %d us; all in the database after %d ms, lost %d",
                appending / decisions,
                longest / 1_000,
                millis(start),
                storage.health().decisionsLost());
        say(
                "CPU a decision: journal %d ns, loader %d ns, PostgreSQL %d ns, together %d ns",
                scribe / decisions, loader / decisions, database / decisions, (scribe + loader + database) / decisions);
    }

    private void queries() {
        PhoneNumber called = storage.decisionHistory().latest(1).getFirst().callee();
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            int found = storage.decisionHistory()
                    .ofCallee(called, Instant.EPOCH, Instant.MAX, 100)
                    .size();
            long callee = System.nanoTime() - start;
            start = System.nanoTime();
            storage.decisionHistory().between(Instant.EPOCH, Instant.MAX, 100);
            long between = System.nanoTime() - start;
            start = System.nanoTime();
            storage.decisionHistory().latest(100);
            say(
                    "history: callee %d us (%d found), between %d us, latest %d us",
                    callee / 1_000, found, between / 1_000, (System.nanoTime() - start) / 1_000);
        }
    }

    private long databaseCpu() {
        ProcessHandle server =
                storage.database().server().orElseThrow().process().orElseThrow();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(server), server.descendants())
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

    private static void say(String form, Object... values) {
        OUT.println(String.format(java.util.Locale.ROOT, form, values));
    }
}

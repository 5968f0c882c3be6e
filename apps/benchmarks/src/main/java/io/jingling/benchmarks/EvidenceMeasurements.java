package io.jingling.benchmarks;

import io.jingling.evidence.Check;
import io.jingling.evidence.Entry;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.InclusionProof;
import io.jingling.evidence.LogPolicy;
import io.jingling.evidence.LogProof;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.Opening;
import io.jingling.evidence.TreeHead;
import io.jingling.seals.Sm2Key;
import io.jingling.storage.EvidenceFolder;
import io.jingling.storage.EvidenceKey;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The evidence log in process: durable entries a second, how long a receipt takes, proofs, bytes on disk. Arguments: an empty
 * folder, seconds a measurement. Prints rows of a Markdown table.
 */
public final class EvidenceMeasurements {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final String ORIGIN = "benchmark.invalid/evidence";
    private static final int WRITERS = 64;
    private static final int SYNC_BYTES = 4096;
    private static final int PROOFS = 20_000;
    private static final int SIGNING_ROUNDS = 4;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final Path folder;
    private final NoteSigner signer;
    private final NoteSigner sm2;
    private final long nanos;

    private EvidenceMeasurements(Path folder, long seconds) {
        this.folder = folder;
        this.signer = EvidenceKey.readOrMake(folder.resolve("keys"), folder.resolve("log"), ORIGIN);
        this.sm2 = Sm2Key.readOrMake(folder.resolve("keys"), "evidence-sm2", ORIGIN);
        this.nanos = seconds * SECOND_NANOS;
    }

    public static void main(String[] arguments) throws Exception {
        new EvidenceMeasurements(Files.createDirectories(Path.of(arguments[0])), Long.parseLong(arguments[1])).run();
    }

    private void run() throws Exception {
        say(
                "load average of the machine before",
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        say("fdatasync after 4 KB, one thread", latencies(syncs()));
        say("a signature of a batch (Ed25519)", "%.0f µs of CPU", signature(signer));
        say("a signature more of what is published (SM2)", "%.0f µs of CPU", signature(sm2));
        long entries;
        try (EvidenceFolder log = open()) {
            // Once for the compiler.
            appended(log, WRITERS, 1);
            for (int atOnce : new int[] {1, 16}) {
                long start = System.nanoTime();
                long before = cpu();
                long[] acks = appended(log, WRITERS, atOnce);
                double rate = (double) acks.length * atOnce * SECOND_NANOS / (System.nanoTime() - start);
                String row = WRITERS + " writers, " + atOnce + (atOnce == 1 ? " entry" : " entries") + " at once";
                double cpu = (cpu() - before) / 1e3 / acks.length / atOnce;
                say(row, "%,.0f durable entries/s; %s; %.1f µs of CPU an entry", rate, latencies(acks), cpu);
            }
            entries = log.checkpoint().head().size();
            proofs(log, entries);
        }
        say(
                text("on disk, of %,d entries", entries),
                "%.1f bytes an entry (34 of them its own, 32 its hash)",
                (double) bytes() / entries);
    }

    /** Of all threads, in nanoseconds: what a busy machine does not change much. */
    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private EvidenceFolder open() {
        return EvidenceFolder.open(folder.resolve("log"), signer, List.of(sm2));
    }

    private long[] syncs() throws IOException {
        List<Long> took = new ArrayList<>();
        try (FileChannel file =
                FileChannel.open(folder.resolve("sync"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long end = System.nanoTime() + nanos / 2;
            while (System.nanoTime() < end) {
                file.write(ByteBuffer.allocate(SYNC_BYTES));
                long start = System.nanoTime();
                file.force(false);
                took.add(System.nanoTime() - start);
            }
        }
        Files.delete(folder.resolve("sync"));
        return took.stream().mapToLong(Long::longValue).toArray();
    }

    /** Microseconds of CPU, once the compiler is done. */
    private double signature(NoteSigner signer) {
        byte[] text = "a checkpoint of some eighty bytes: a name, a size, and a root in Base64, as they are\n"
                .getBytes(StandardCharsets.UTF_8);
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        double last = 0;
        for (int round = 0; round < SIGNING_ROUNDS; round++) {
            long start = thread.getCurrentThreadCpuTime();
            int count = 0;
            while (thread.getCurrentThreadCpuTime() < start + nanos / SIGNING_ROUNDS / 2) {
                signer.sign(text);
                count++;
            }
            last = (thread.getCurrentThreadCpuTime() - start) / 1e3 / count;
        }
        return last;
    }

    /** How long each append took, of as many threads as there are writers, one append after the other. */
    private long[] appended(EvidenceFolder log, int writers, int atOnce) throws Exception {
        long end = System.nanoTime() + nanos;
        List<Callable<List<Long>>> all = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            List<Entry> entries = entries(writer, atOnce);
            all.add(() -> {
                List<Long> took = new ArrayList<>();
                while (System.nanoTime() < end) {
                    long start = System.nanoTime();
                    log.append(entries);
                    took.add(System.nanoTime() - start);
                }
                return took;
            });
        }
        List<Long> acks = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (Future<List<Long>> writer : threads.invokeAll(all)) {
                acks.addAll(writer.get());
            }
        }
        return acks.stream().mapToLong(Long::longValue).toArray();
    }

    private static List<Entry> entries(int writer, int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] salt = ByteBuffer.allocate(Opening.SALT_BYTES)
                    .putInt(writer)
                    .putInt(i)
                    .array();
            entries.add(new Opening(EntryKind.FILE, salt, new byte[0]).entry());
        }
        return List.copyOf(entries);
    }

    private void proofs(EvidenceFolder log, long size) {
        Random random = new Random(1);
        LogPolicy policy = new LogPolicy(ORIGIN, List.of(signer.verifier()), List.of(), 0);
        List<LogProof> proofs = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < PROOFS && System.nanoTime() < start + nanos; i++) {
            proofs.add(log.proof(random.nextLong(size)));
        }
        say("proofs made, one thread, tiles read from files", "%,.0f/s", rate(proofs.size(), start));
        List<Entry> entries =
                proofs.stream().map(proof -> log.entry(proof.index())).toList();
        start = System.nanoTime();
        int held = 0;
        for (int i = 0; i < proofs.size() && System.nanoTime() < start + nanos; i++) {
            if (proofs.get(i).check(entries.get(i).leaf(), policy) != Check.HOLDS) {
                throw new IllegalStateException("proof " + i + ": got one that does not hold, want one that does");
            }
            held++;
        }
        say("proofs verified, one thread, each with the checkpoint's signature", "%,.0f/s", rate(held, start));
        start = System.nanoTime();
        for (int i = 0; i < proofs.size(); i++) {
            LogProof proof = proofs.get(i);
            TreeHead head = proof.checkpoint().head();
            if (!new InclusionProof(proof.index(), head.size(), proof.path())
                    .check(entries.get(i).leaf(), head)
                    .holds()) {
                throw new IllegalStateException("proof " + i + ": got one that does not hold, want one that does");
            }
        }
        say("the same, the signature being known", "%,.0f/s", rate(proofs.size(), start));
    }

    private static double rate(int count, long start) {
        return (double) count * SECOND_NANOS / (System.nanoTime() - start);
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("log"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(EvidenceMeasurements::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String latencies(long[] nanos) {
        Arrays.sort(nanos);
        return text(
                "p50 %.2f ms, p99 %.2f ms, longest %.0f ms",
                nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6, nanos[nanos.length - 1] / 1e6);
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    private static void say(String what, String form, Object... values) {
        OUT.println("| " + what + " | " + text(form, values) + " |");
    }
}

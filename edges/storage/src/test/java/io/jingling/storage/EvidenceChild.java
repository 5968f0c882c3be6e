package io.jingling.storage;

import io.jingling.evidence.Entry;
import io.jingling.evidence.Receipt;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** A process of its own that appends to an evidence log until it is killed, and says what is acknowledged. */
final class EvidenceChild {
    private static final int WRITERS = 6;

    private EvidenceChild() {}

    /** Arguments: the folder, a number that no entry before had, a seed. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("opening");
        EvidenceFolder log = EvidenceFolder.open(Path.of(arguments[0]), MadeUpLog.REAL_TERMS);
        out.println("open");
        AtomicLong next = new AtomicLong(Long.parseLong(arguments[1]));
        long seed = Long.parseLong(arguments[2]);
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(seed + writer);
            Thread.ofPlatform().start(() -> append(log, next, random, out));
        }
    }

    private static void append(EvidenceFolder log, AtomicLong next, Random random, PrintStream out) {
        while (true) {
            int count = MadeUpLog.batchSize(random);
            long from = next.getAndAdd(count);
            List<Entry> entries = MadeUpLog.entries(from, count);
            Receipt first = log.append(entries).getFirst();
            String note =
                    Base64.getEncoder().encodeToString(first.checkpoint().note().bytes());
            out.println("durable " + first.index() + " " + from + " " + count + " " + note + " .");
        }
    }
}

package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.TreeHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed (kill -9) while it opens, appends and settles an evidence log; {@code -Djingling.evidence.kills=1000}
 * for more points than the build's.
 */
class EvidenceKillTest {
    private static final long SEED = Long.getLong("jingling.evidence.seed", 20_261_128);
    private static final int KILLS = Integer.getInteger("jingling.evidence.kills", 60);
    /** So that reading all of a log after each kill stays cheap. */
    private static final int KILLS_A_LOG = 25;

    private static final int LINES_MAX = 60;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private long nextEntry;

    @Test
    void nothingAcknowledgedIsLostByKill9AndNoCheckpointIsTakenBack(TestReporter reporter)
            throws IOException, InterruptedException {
        long acknowledged = 0;
        Path log = folder;
        Witnessed witnessed = new Witnessed(MadeUpLog.REAL_TERMS);
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill % KILLS_A_LOG == 0) {
                log = folder.resolve("log" + kill);
                witnessed = new Witnessed(MadeUpLog.REAL_TERMS);
            }
            int before = witnessed.count();
            appendUntilKilled(log, witnessed, random.nextInt(LINES_MAX));
            acknowledged += witnessed.count() - before;
            TreeHead head = assertKept("seed %d, kill %d".formatted(SEED, kill), log, witnessed);
            witnessed.moveOn(head);
        }
        reporter.publishEntry("kills", Integer.toString(KILLS));
        reporter.publishEntry("acknowledged entries", Long.toString(acknowledged));
        assertThat(acknowledged).isGreaterThan(KILLS * 10L);
    }

    private void appendUntilKilled(Path log, Witnessed witnessed, int lines) throws IOException, InterruptedException {
        String seed = Long.toString(random.nextLong());
        try (Child child = Child.running(EvidenceChild.class, log.toString(), Long.toString(nextEntry), seed)) {
            Optional<String> line = child.line();
            for (int i = 0; i < lines && line.isPresent(); i++) {
                told(line.get(), witnessed);
                line = child.line();
            }
            if (random.nextBoolean()) {
                published(log, witnessed);
            }
            told(line.orElseThrow(), witnessed);
            child.kill().forEach(said -> told(said, witnessed));
            nextEntry += 1_000_000;
        }
        published(log, witnessed);
    }

    /** A line may be cut by the kill; one that ends in a point is whole. */
    private static void told(String line, Witnessed witnessed) {
        String[] words = line.split(" ");
        if (words.length == 6 && words[5].equals(".")) {
            long from = Long.parseLong(words[2]);
            witnessed.acknowledged(Long.parseLong(words[1]), MadeUpLog.entries(from, Integer.parseInt(words[3])));
            witnessed.seen(SignedCheckpoint.read(Base64.getDecoder().decode(words[4])));
        }
    }

    private static void published(Path log, Witnessed witnessed) throws IOException {
        Path checkpoint = log.resolve("checkpoint");
        if (Files.exists(checkpoint)) {
            witnessed.seen(SignedCheckpoint.read(Files.readAllBytes(checkpoint)));
        }
    }

    private static TreeHead assertKept(String when, Path log, Witnessed witnessed) throws IOException {
        TreeHead head;
        try (EvidenceFolder opened = EvidenceFolder.open(log, MadeUpLog.REAL_TERMS)) {
            head = opened.checkpoint().head();
            witnessed.assertKept(when, head, opened);
        }
        assertThat(EvidenceFolder.check(log, MadeUpLog.ORIGIN, MadeUpLog.REAL_TERMS.verifiers()))
                .as(when)
                .isEmpty();
        return head;
    }
}

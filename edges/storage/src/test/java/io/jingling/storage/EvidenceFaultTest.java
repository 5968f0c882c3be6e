package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.evidence.Entry;
import io.jingling.evidence.SignedCheckpoint;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The n-th step with files fails, for every n until none does; and the disk fills up. */
class EvidenceFaultTest {
    private static final int BATCHES = 24;

    private Optional<LogWriter> writer = Optional.empty();
    private long next;

    /** The process goes on: what failed is read back. */
    @ParameterizedTest
    @EnumSource(FailingFiles.Step.class)
    void nothingAcknowledgedIsLostWhereAStepFails(FailingFiles.Step step) throws IOException {
        boolean failed = true;
        for (int n = 1; failed; n++) {
            FailingFiles files = fresh();
            Witnessed witnessed = new Witnessed(MadeUpLog.TERMS);
            files.failAt(step, n);
            append(files, witnessed, new Random(n), false);
            failed = files.hasFailed();
            files.heal();
            assertKept(step + " " + n + " fails", files, witnessed);
        }
    }

    /** The power goes where the step fails. */
    @ParameterizedTest
    @EnumSource(FailingFiles.Step.class)
    void nothingAcknowledgedIsLostWhereThePowerGoes(FailingFiles.Step step) throws IOException {
        boolean failed = true;
        for (int n = 1; failed; n++) {
            FailingFiles files = fresh();
            Witnessed witnessed = new Witnessed(MadeUpLog.TERMS);
            files.failAt(step, n);
            append(files, witnessed, new Random(n), true);
            failed = files.hasFailed();
            files.heal();
            assertKept("power gone at " + step + " " + n, files, witnessed);
        }
    }

    /** The process goes on after the failure, and the power goes later, again and again. */
    @ParameterizedTest
    @EnumSource(FailingFiles.Step.class)
    void nothingAcknowledgedIsLostWhereThePowerGoesLater(FailingFiles.Step step) throws IOException {
        boolean failed = true;
        for (int n = 1; failed; n++) {
            FailingFiles files = fresh();
            Witnessed witnessed = new Witnessed(MadeUpLog.TERMS);
            Random random = new Random(n);
            files.failAt(step, n);
            append(files, witnessed, random, false);
            failed = files.hasFailed();
            files.heal();
            for (int crash = 0; crash < 3; crash++) {
                files.crash(random);
                writer = Optional.empty();
                assertKept("power gone after " + step + " " + n + ", " + crash, files, witnessed);
                append(files, witnessed, random, false);
            }
        }
    }

    @Test
    void aFullDiskIsRefusedLoudlyLosesNothingAndGoesOnWhenThereIsSpace() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            FailingFiles files = fresh();
            Witnessed witnessed = new Witnessed(MadeUpLog.TERMS);
            Random random = new Random(seed);
            append(files, witnessed, random, false);
            files.space(files.used() + random.nextInt(30_000));
            int refused = 0;
            for (int batch = 0; batch < 40; batch++) {
                refused += isAppended(files, witnessed, 20) ? 0 : 1;
            }
            assertThat(refused).as("seed %d", seed).isPositive();
            int before = witnessed.count();
            files.space(Long.MAX_VALUE);
            assertThat(isAppended(files, witnessed, 1)).as("seed %d", seed).isTrue();
            assertThat(witnessed.count()).isEqualTo(before + 1);
            assertKept("disk was full, seed " + seed, files, witnessed);
        }
    }

    @Test
    void aFullDiskDoesNotKeepALogFromBeingReadBackLater() throws IOException {
        FailingFiles files = fresh();
        Witnessed witnessed = new Witnessed(MadeUpLog.TERMS);
        append(files, witnessed, new Random(1), false);
        writer = Optional.empty();
        files.space(files.used() / 2);
        assertThatThrownBy(() -> LogRecovery.open(files, MadeUpLog.TERMS))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        files.space(Long.MAX_VALUE);
        assertKept("space again", files, witnessed);
    }

    private FailingFiles fresh() {
        writer = Optional.empty();
        return new FailingFiles();
    }

    private void append(FailingFiles files, Witnessed witnessed, Random random, boolean crashing) {
        for (int batch = 0; batch < BATCHES; batch++) {
            boolean appended = isAppended(files, witnessed, MadeUpLog.batchSize(random));
            if (!appended && crashing) {
                files.crash(random);
            }
        }
    }

    private boolean isAppended(FailingFiles files, Witnessed witnessed, int count) {
        try {
            LogWriter open = writer.isPresent() ? writer.get() : LogRecovery.open(files, MadeUpLog.TERMS);
            writer = Optional.of(open);
            commit(open, witnessed, count);
            if (open.isLong()) {
                settle(open, files, witnessed);
            } else if (open.newest().head().size() % 3 == 0) {
                publish(open);
            }
            return true;
        } catch (IOException asTold) {
            writer = Optional.empty();
            return false;
        } finally {
            files.published().ifPresent(witnessed::seen);
        }
    }

    private void commit(LogWriter open, Witnessed witnessed, int count) throws IOException {
        List<Entry> entries = MadeUpLog.entries(next, count);
        next += count;
        long first = open.newest().head().size();
        SignedCheckpoint durable = open.commit(MadeUpLog.bytes(entries));
        witnessed.acknowledged(first, entries);
        witnessed.seen(durable);
    }

    private static void publish(LogWriter open) throws IOException {
        open.handOver();
        open.shelf().publish();
    }

    /** As the log's threads do it, who append and publish between any two of its steps. */
    private void settle(LogWriter open, FailingFiles files, Witnessed witnessed) throws IOException {
        Random random = new Random(next);
        open.keep();
        publish(open);
        LogShelf.Settling settling = open.shelf().settling();
        LogFiles busy = new Interleaved(files, () -> {
            if (!open.isTooLong() && random.nextInt(4) == 0) {
                commit(open, witnessed, MadeUpLog.batchSize(random));
                publish(open);
                files.published().ifPresent(witnessed::seen);
            }
        });
        settling.run(busy);
        open.shelf().settled(settling);
        open.beginJournal(settling.checkpoint());
    }

    private void assertKept(String when, FailingFiles files, Witnessed witnessed) throws IOException {
        SignedCheckpoint newest = LogRecovery.open(files, MadeUpLog.TERMS).newest();
        writer = Optional.empty();
        witnessed.assertKept(when, newest.head(), new LogTiles(files));
        assertThat(new LogCheck(files, MadeUpLog.ORIGIN, MadeUpLog.TERMS.verifiers()).findings())
                .as(when)
                .isEmpty();
    }
}

package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody changed the files: opening refuses what would take something back, and the check names every file. */
class EvidenceContradictionTest {
    private final FailingFiles files = new FailingFiles();

    @BeforeEach
    void aLogThatWasKilled() throws IOException {
        LogWriter writer = LogRecovery.open(files, new LogTerms(MadeUpLog.ORIGIN, MadeUpLog.TERMS.signers(), 1 << 20));
        append(writer, 600);
        writer.settle();
        for (int batch = 0; batch < 8; batch++) {
            append(writer, 20);
        }
    }

    @Test
    void aLogThatWasKilledIsReadBack() throws IOException {
        assertThat(LogRecovery.open(files, MadeUpLog.TERMS).newest().head().size())
                .isEqualTo(760);
        assertThat(findings()).isEmpty();
    }

    @Test
    void aCheckpointThatTheJournalDoesNotReachIsRefused() throws IOException {
        byte[] journal = files.bytes("journal");
        LogFrame.Found found = LogFrame.read(journal);
        int last = found.frames().getLast().bytes().length;
        for (int cut : new int[] {1, last / 2, last}) {
            files.replace("journal", Arrays.copyOf(journal, journal.length - cut));
            assertRefused("checkpoint: got tree size 760, want one that the journal has, up to 740");
        }
    }

    @Test
    void aTornTailIsCutAtAnyByteWhereNothingOfItWasPublished() throws IOException {
        byte[] journal = files.bytes("journal");
        List<LogFrame> frames = LogFrame.read(journal).frames();
        int last = frames.getLast().bytes().length;
        files.replace(
                "checkpoint", frames.get(frames.size() - 2).checkpoint().note().bytes());
        for (int cut = 1; cut <= last; cut++) {
            FailingFiles copy = copy();
            copy.replace("journal", Arrays.copyOf(journal, journal.length - cut));
            copy.remove("tile/0/002.p/248");
            copy.remove("tile/entries/002.p/248");
            assertThat(LogRecovery.open(copy, MadeUpLog.TERMS).newest().head().size())
                    .as("cut %d", cut)
                    .isEqualTo(740);
            assertThat(new LogCheck(copy, MadeUpLog.ORIGIN, MadeUpLog.TERMS.verifiers()).findings())
                    .as("cut %d", cut)
                    .isEmpty();
        }
    }

    @Test
    void noFlippedBitOfTheJournalTakesAnAcknowledgedEntryBack() throws IOException {
        byte[] journal = files.bytes("journal");
        Random random = new Random(2);
        for (int round = 0; round < 3_000; round++) {
            int bit = random.nextInt(journal.length * 8);
            byte[] flipped = journal.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            files.replace("journal", flipped);
            assertThatThrownBy(() -> LogRecovery.open(files, MadeUpLog.TERMS))
                    .as("bit %d", bit)
                    .isInstanceOf(StorageUnusable.class);
        }
        files.replace("journal", journal);
        aLogThatWasKilledIsReadBack();
    }

    @Test
    void aJournalThatIsGoneIsRefused() {
        files.remove("journal");
        assertRefused("journal: got none beside tiles or a checkpoint, want it, as it may hold acknowledged entries");
    }

    @Test
    void anotherCheckpointOfTheSameSizeIsRefused() throws IOException {
        FailingFiles other = new FailingFiles();
        LogWriter writer = LogRecovery.open(other, MadeUpLog.TERMS);
        writer.commit(MadeUpLog.bytes(MadeUpLog.entries(1, 740)));
        writer.handOver();
        writer.shelf().publish();
        files.replace("checkpoint", other.bytes("checkpoint"));
        assertThatThrownBy(() -> LogRecovery.open(files, MadeUpLog.TERMS))
                .isInstanceOf(StorageUnusable.class)
                .hasMessageMatching(".*checkpoint: got root [0-9a-f]{64} at tree size 740, want [0-9a-f]{64} at 740.*");
        writer = LogRecovery.open(new FailingFiles(), MadeUpLog.TERMS);
        files.replace(
                "checkpoint",
                writer.commit(MadeUpLog.bytes(MadeUpLog.entries(1, 33))).note().bytes());
        assertThatThrownBy(() -> LogRecovery.open(files, MadeUpLog.TERMS))
                .isInstanceOf(StorageUnusable.class)
                .hasMessageContaining(" at tree size 33, want ");
    }

    @Test
    void changedTilesThatTheLogMustContinueAreRefused() throws IOException {
        byte[] tile = files.bytes("tile/0/002.p/88");
        tile[5] ^= 1;
        files.replace("tile/0/002.p/88", tile);
        assertThatThrownBy(() -> LogRecovery.open(files, MadeUpLog.TERMS))
                .isInstanceOf(StorageUnusable.class)
                .hasMessageContaining("tiles of tree size 600: got root ");
    }

    @Test
    void theCheckNamesEveryFileThatWasChanged() throws IOException {
        LogRecovery.open(files, MadeUpLog.TERMS);
        assertThat(findings()).isEmpty();
        for (String name : files.names("")) {
            byte[] right = files.bytes(name);
            for (int at = 0; at < right.length; at += 1 + right.length / 40) {
                byte[] flipped = right.clone();
                flipped[at] ^= 4;
                files.replace(name, flipped);
                assertThat(findings()).as("%s, byte %d", name, at).isNotEmpty();
            }
            files.replace(name, Arrays.copyOf(right, right.length - 1));
            assertThat(findings()).as("%s, cut", name).isNotEmpty();
            files.remove(name);
            boolean needed = !name.contains(".p/") || name.endsWith("/248") || name.endsWith(".p/2");
            assertThat(findings().isEmpty()).as("%s, gone", name).isEqualTo(!needed);
            files.replace(name, right);
        }
        files.replace("tile/0/003", new byte[8192]);
        files.replace("tile/0/000.p/3", new byte[96]);
        files.replace("notes.txt", new byte[1]);
        assertThat(findings())
                .containsExactlyInAnyOrder(
                        "tile/0/003: got a file that is not the log's, want none",
                        "tile/0/000.p/3: got other bytes, want the beginning of tile/0/000",
                        "notes.txt: got a file that is not the log's, want none");
    }

    private long next;

    private void append(LogWriter writer, int count) throws IOException {
        writer.commit(MadeUpLog.bytes(MadeUpLog.entries(next, count)));
        writer.handOver();
        writer.shelf().publish();
        next += count;
    }

    private FailingFiles copy() throws IOException {
        FailingFiles copy = new FailingFiles();
        for (String name : files.names("")) {
            copy.replace(name, files.bytes(name));
        }
        return copy;
    }

    private List<String> findings() throws IOException {
        return new LogCheck(files, MadeUpLog.ORIGIN, MadeUpLog.TERMS.verifiers()).findings();
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> LogRecovery.open(files, MadeUpLog.TERMS))
                .isInstanceOf(StorageUnusable.class)
                .hasMessage("evidence log " + MadeUpLog.ORIGIN + ": " + message
                        + "; nothing was changed, restore the folder from a copy");
    }
}

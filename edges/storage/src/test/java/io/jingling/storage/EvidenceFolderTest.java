package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.evidence.Check;
import io.jingling.evidence.Entry;
import io.jingling.evidence.LogPolicy;
import io.jingling.evidence.LogProof;
import io.jingling.evidence.Receipt;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Tile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFolderTest {
    private static final LogPolicy POLICY = new LogPolicy(MadeUpLog.ORIGIN, MadeUpLog.TERMS.verifiers(), List.of(), 0);

    @TempDir
    Path folder;

    @Test
    void aReceiptSaysWhereAnEntryIsAndAProofShowsIt() throws IOException {
        List<Entry> entries = MadeUpLog.entries(0, 700);
        try (EvidenceFolder log = open()) {
            assertThat(log.checkpoint().head().size()).isZero();
            List<Receipt> receipts = new ArrayList<>();
            for (int i = 0; i < 700; i += 70) {
                receipts.addAll(log.append(entries.subList(i, i + 70)));
            }
            for (int i = 0; i < 700; i++) {
                Receipt receipt = receipts.get(i);
                assertThat(receipt.index()).isEqualTo(i);
                assertThat(receipt.leaf()).isEqualTo(entries.get(i).leaf());
                assertThat(receipt.origin()).isEqualTo(MadeUpLog.ORIGIN);
                assertThat(receipt.treeSize()).isEqualTo(i / 70 * 70 + 70);
                assertThat(LogProof.read(log.proof(i).bytes()).check(receipt.leaf(), POLICY))
                        .isEqualTo(Check.HOLDS);
                assertThat(log.entry(i)).isEqualTo(entries.get(i));
            }
        }
        assertThat(check()).isEmpty();
    }

    @Test
    void aLogGoesOnWhereItWasClosed() {
        for (int day = 0; day < 6; day++) {
            try (EvidenceFolder log = open()) {
                assertThat(log.append(MadeUpLog.entries(day * 300L, 300))
                                .getFirst()
                                .index())
                        .isEqualTo(day * 300L);
            }
        }
        try (EvidenceFolder log = open()) {
            assertThat(log.checkpoint().head().size()).isEqualTo(1_800);
            assertThat(log.entry(1_799)).isEqualTo(MadeUpLog.entry(1_799));
        }
    }

    @Test
    void theFilesAreThoseOfTheFormat() throws IOException {
        try (EvidenceFolder log = open()) {
            log.append(MadeUpLog.entries(0, 300));
            log.append(MadeUpLog.entries(300, 240));
        }
        assertThat(new LogFolder(folder)
                        .names("").stream()
                                .filter(name -> name.startsWith("tile/"))
                                .map(Tile::of))
                .as("those of the newest checkpoint, and of earlier ones what is not full yet")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Tile.grown(0, 540).stream(), Stream.of(new Tile(1, 0, 1)))
                                .toList());
        assertThat(SignedCheckpoint.read(Files.readAllBytes(folder.resolve("checkpoint")))
                        .head()
                        .size())
                .isEqualTo(540);
    }

    @Test
    void manyThreadsEachGetTheirOwnPlaces() throws Exception {
        Random seeds = new Random(4);
        try (EvidenceFolder log = open();
                ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Callable<List<Receipt>>> writers = new ArrayList<>();
            for (int writer = 0; writer < 16; writer++) {
                long from = writer * 10_000L;
                Random random = new Random(seeds.nextLong());
                writers.add(() -> {
                    List<Receipt> receipts = new ArrayList<>();
                    for (int batch = 0; batch < 40; batch++) {
                        List<Entry> entries = MadeUpLog.entries(from + receipts.size(), 1 + random.nextInt(20));
                        List<Receipt> got = log.append(entries);
                        assertThat(got).hasSameSizeAs(entries);
                        receipts.addAll(got);
                    }
                    return receipts;
                });
            }
            List<Long> places = new ArrayList<>();
            for (Future<List<Receipt>> writer : threads.invokeAll(writers)) {
                for (Receipt receipt : writer.get()) {
                    places.add(receipt.index());
                    assertThat(log.entry(receipt.index()).leaf()).isEqualTo(receipt.leaf());
                }
            }
            assertThat(places)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.range(0, places.size()).boxed().toList());
            assertThat(log.checkpoint().head().size()).isEqualTo(places.size());
        }
        assertThat(check()).isEmpty();
    }

    @Test
    void onlyOneAtATimeHasALog() {
        try (EvidenceFolder log = open()) {
            log.append(MadeUpLog.entries(0, 1));
            assertThatThrownBy(this::open)
                    .isInstanceOf(StorageUnusable.class)
                    .hasMessageContaining("in use by this process");
        }
        open().close();
    }

    @Test
    void tooManyEntriesAtOnceAreRefused() {
        try (EvidenceFolder log = open()) {
            assertThatThrownBy(() -> log.append(List.of())).hasMessage("entries: got 0, want 1 to 4096 at once");
            assertThatThrownBy(() -> log.append(MadeUpLog.entries(0, 4_097)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(log.append(MadeUpLog.entries(0, 4_096))).hasSize(4_096);
        }
    }

    @Test
    void aLogIsNeverContinuedUnderAnotherNameOrKey() {
        open().close();
        LogTerms renamed = new LogTerms("other.example", MadeUpLog.TERMS.signers(), 1 << 20);
        assertThatThrownBy(() -> EvidenceFolder.open(folder, renamed))
                .isInstanceOf(StorageUnusable.class)
                .hasMessage("evidence log other.example: journal: got origin " + MadeUpLog.ORIGIN
                        + ", want other.example;" + " nothing was changed, restore the folder from a copy");
        assertThatThrownBy(() -> EvidenceFolder.open(folder, MadeUpLog.REAL_TERMS))
                .isInstanceOf(StorageUnusable.class)
                .hasMessageContaining("journal: note: got no signature of a known key");
        open().close();
    }

    @Test
    void theKeyIsMadeOnceAndNeverInPlaceOfALostOne() throws IOException {
        Path keys = folder.resolve("keys");
        Path log = folder.resolve("log");
        LogTerms terms = new LogTerms("a.example", List.of(EvidenceKey.readOrMake(keys, log, "a.example")), 1 << 20);
        EvidenceFolder.open(log, terms).close();
        assertThat(EvidenceKey.readOrMake(keys, log, "a.example").verifier().key())
                .isEqualTo(terms.signers().getFirst().verifier().key());
        assertThatThrownBy(() -> EvidenceKey.readOrMake(keys, log, "b.example"))
                .hasMessageContaining("got the key of a.example, want b.example");
        Files.delete(keys.resolve("evidence.key"));
        assertThatThrownBy(() -> EvidenceKey.readOrMake(keys, log, "a.example"))
                .isInstanceOf(StorageUnusable.class)
                .hasMessageContaining("keys: got no evidence.key in " + keys);
    }

    private EvidenceFolder open() {
        return EvidenceFolder.open(folder, MadeUpLog.TERMS);
    }

    private List<String> check() throws IOException {
        return EvidenceFolder.check(folder, MadeUpLog.ORIGIN, MadeUpLog.TERMS.verifiers());
    }
}

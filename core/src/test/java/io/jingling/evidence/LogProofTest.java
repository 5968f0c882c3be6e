package io.jingling.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogProofTest {
    private static final String ORIGIN = "log.example/evidence";
    private static final NoteSigner LOG = Keys.log(ORIGIN);
    private static final NoteSigner WITNESS = Keys.witness("w.example", 1_795_000_000);
    private static final LogPolicy POLICY =
            new LogPolicy(ORIGIN, List.of(LOG.verifier()), List.of(WITNESS.verifier()), 1);

    private final GrownLog log = GrownLog.of(11, 300);

    @Test
    void aProofIsWrittenReadAndHolds() {
        SignedCheckpoint signed = signed(300);
        TreeReader reader = log.reader();
        for (int index = 0; index < 300; index++) {
            LogProof proof = LogProof.of(reader.inclusion(index, 300), signed);
            assertThat(LogProof.read(proof.bytes())).isEqualTo(proof);
            assertThat(proof.check(log.leaves.get(index), POLICY)).isEqualTo(Check.HOLDS);
        }
    }

    @Test
    void theFileIsAsTheFormatSays() {
        LogProof proof = new LogProof(
                "extra".getBytes(StandardCharsets.UTF_8), 1, proof(1, 2).path(), signed(2));
        String text = new String(proof.bytes(), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("c2sp.org/tlog-proof@v1\nextra ZXh0cmE=\nindex 1\n"
                        + log.leaves.getFirst().base64() + "\n\n" + ORIGIN + "\n2\n")
                .contains("\n— " + ORIGIN + " ", "\n— w.example ");
        assertThat(LogProof.read(proof.bytes())).isEqualTo(proof);
    }

    @Test
    void whoeverIsNotBelievedProvesNothing() {
        LogProof proof = proof(7, 300);
        Hash leaf = log.leaves.get(7);
        assertThat(proof.check(leaf, policy("log.example/other", List.of(LOG), 1)))
                .isEqualTo(Check.fails("checkpoint: got origin \"" + ORIGIN + "\", want \"log.example/other\""));
        assertThat(proof.check(leaf, policy(ORIGIN, List.of(Keys.log("x")), 1)).holds())
                .isFalse();
        assertThat(proof.check(leaf, policy(ORIGIN, List.of(LOG, Keys.log("x")), 1)))
                .extracting(Check::toString)
                .asString()
                .contains("want all of the log's 2 keys");
        assertThat(new LogProof(new byte[0], 7, proof.path(), SignedCheckpoint.sign(ORIGIN, head(300), List.of(LOG)))
                        .check(leaf, POLICY)
                        .holds())
                .isFalse();
        assertThat(proof.check(log.leaves.get(8), POLICY).holds()).isFalse();
    }

    @Test
    void aProofOfAnotherSizeIsNotPutTogether() {
        assertThatThrownBy(() -> LogProof.of(log.reader().inclusion(1, 2), signed(3)))
                .hasMessage("proof: got one for tree size 2, want 3");
    }

    /** Every bit of a proof that is not extra is vouched for. */
    @Test
    void noFlippedBitIsBelieved() {
        byte[] file = proof(100, 300).bytes();
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(isBelieved(flipped, 100)).as("bit %d", bit).isFalse();
        }
    }

    /** Seeded: bytes replaced, taken out, doubled. What is believed must still be a right proof of that leaf. */
    @Test
    void whateverBytesComeTheyAreReadOrRefused() {
        Random random = new Random(3);
        byte[] proof = proof(100, 300).bytes();
        byte[] note = signed(300).note().bytes();
        byte[] bundle = log.files.get("tile/entries/000");
        int read = 0;
        for (int round = 0; round < 30_000; round++) {
            byte[] spoiltProof = Spoilt.bytes(random, proof);
            byte[] spoiltNote = Spoilt.bytes(random, note);
            byte[] spoiltBundle = Spoilt.bytes(random, bundle);
            List<Runnable> parsers = new ArrayList<>();
            parsers.add(() -> assertThat(LogProof.read(spoiltProof).bytes()).isEqualTo(spoiltProof));
            parsers.add(() ->
                    assertThat(SignedCheckpoint.read(spoiltNote).note().bytes()).isEqualTo(spoiltNote));
            parsers.add(() -> assertThat(EntryBundle.write(EntryBundle.read(spoiltBundle, 256)))
                    .isEqualTo(spoiltBundle));
            parsers.add(() -> assertThat(Entry.read(spoiltNote).bytes()).isEqualTo(spoiltNote));
            parsers.add(() -> assertThat(NoteKey.of(new String(spoiltNote, StandardCharsets.UTF_8))
                            .text())
                    .isNotEmpty());
            parsers.add(() -> assertThat(Tile.of(new String(spoiltProof, StandardCharsets.UTF_8))
                            .path())
                    .isNotEmpty());
            for (Runnable parser : parsers) {
                read += isReadOrRefused(parser) ? 1 : 0;
            }
        }
        assertThat(read).as("some are spoilt so little that they can be read").isGreaterThan(1_000);
    }

    private static boolean isReadOrRefused(Runnable parser) {
        try {
            parser.run();
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private boolean isBelieved(byte[] file, int index) {
        try {
            return LogProof.read(file).check(log.leaves.get(index), POLICY).holds();
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private LogProof proof(int index, int size) {
        return LogProof.of(log.reader().inclusion(index, size), signed(size));
    }

    private SignedCheckpoint signed(int size) {
        return SignedCheckpoint.sign(ORIGIN, head(size), List.of(LOG, WITNESS));
    }

    private TreeHead head(int size) {
        return log.reader().head(size);
    }

    private static LogPolicy policy(String origin, List<NoteSigner> log, int quorum) {
        return new LogPolicy(
                origin, log.stream().map(NoteSigner::verifier).toList(), List.of(WITNESS.verifier()), quorum);
    }
}

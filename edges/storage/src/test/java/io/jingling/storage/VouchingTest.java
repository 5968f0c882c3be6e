package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.evidence.AddCheckpoint;
import io.jingling.evidence.Cosigning.Said;
import io.jingling.evidence.Ed25519;
import io.jingling.evidence.LogPolicy;
import io.jingling.evidence.NoteVerifier;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Stamping.Stamped;
import io.jingling.evidence.Witness;
import io.jingling.evidence.Witness.Answer;
import io.jingling.platform.StoreFailure;
import io.jingling.platform.Vouching;
import io.jingling.platform.Vouching.Asked;
import io.jingling.platform.Vouching.Turn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log of files, and witnesses that remember in files; only the way between them is short. */
class VouchingTest {
    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Turn DONE = new Turn.Done();
    private static final Turn NOTHING_NEW = new Turn.NothingNew();

    @TempDir
    Path folder;

    private EvidenceFolder log;
    private WitnessFolder first;
    private WitnessFolder second;
    private Vouching vouching;
    private long next;

    @BeforeEach
    void aLogAndTwoWitnesses() {
        log = EvidenceFolder.open(folder.resolve("log"), MadeUpLog.REAL_TERMS);
        first = WitnessFolder.open(folder.resolve("first"), "first.example");
        second = WitnessFolder.open(folder.resolve("second"), "second.example");
        vouching = vouching();
    }

    @AfterEach
    void close() {
        log.close();
        first.close();
        second.close();
    }

    private Vouching vouching() {
        return new Vouching(log, VouchFolder.in(folder.resolve("vouched")), List.of(asked(first), asked(second)), TURN);
    }

    @Test
    void cosignaturesOfATurnComeTogetherUnderOneCheckpoint() {
        assertThat(vouching.cosign(asked(first), NOW)).as("an empty log").isEqualTo(NOTHING_NEW);
        append();
        Instant later = NOW.plus(TURN);
        assertThat(vouching.uncosigned()).isEqualTo(300);
        assertThat(vouching.cosign(asked(first), later)).isEqualTo(DONE);
        assertThat(vouching.cosign(asked(first), later)).isEqualTo(NOTHING_NEW);
        append();
        assertThat(vouching.cosign(asked(second), later.plusSeconds(9))).isEqualTo(DONE);
        SignedCheckpoint both = vouching.cosigned().orElseThrow();
        assertThat(both.head().size()).as("what the first was asked about").isEqualTo(300);
        assertThat(policy(2).check(both).holds()).isTrue();
        assertThat(vouching.uncosigned()).isEqualTo(300);
        assertThat(vouching().cosigned()).as("after a restart").contains(both);
    }

    @Test
    void aWitnessThatIsAwayIsWaitedForOneTurn() {
        append();
        vouching.cosign(asked(first), NOW);
        vouching.cosign(asked(second), NOW);
        append();
        assertThat(vouching.cosign(asked(first), NOW.plus(TURN))).isEqualTo(DONE);
        assertThat(vouching.cosigned().orElseThrow().head().size())
                .as("two say more than one")
                .isEqualTo(300);
        append();
        assertThat(vouching.cosign(asked(first), NOW.plus(TURN.multipliedBy(2))))
                .isEqualTo(DONE);
        assertThat(vouching.cosigned().orElseThrow().head().size())
                .as("as long as the second may still come")
                .isEqualTo(300);
        assertThat(vouching.cosign(asked(second), NOW.plus(TURN.multipliedBy(2)).plusSeconds(1)))
                .as("it is told where it stands")
                .isEqualTo(DONE);
        assertThat(policy(2).check(vouching.cosigned().orElseThrow()).holds()).isTrue();
        assertThat(vouching.uncosigned()).isZero();
    }

    @Test
    void afterARestartAWitnessSaysWhereItStands() {
        append();
        vouching.cosign(asked(first), NOW);
        append();
        assertThat(vouching().cosign(asked(first), NOW)).isEqualTo(DONE);
    }

    @Test
    void aWitnessThatSawAnotherLogRefusesAndIsNotBelieved() throws IOException {
        try (EvidenceFolder other = EvidenceFolder.open(folder.resolve("other"), MadeUpLog.REAL_TERMS)) {
            other.append(MadeUpLog.entries(5_000, 100));
            first.cosign(
                    new Witness(MadeUpLog.REAL_TERMS.verifiers()),
                    new AddCheckpoint(0, List.of(), other.checkpoint()),
                    NOW.getEpochSecond());
        }
        append();
        assertThat(vouching.cosign(asked(first), NOW))
                .isInstanceOfSatisfying(Turn.Refused.class, refused -> assertThat(refused.reason())
                        .startsWith("witness: got status 422"));
        assertThat(vouching.cosigned()).isEmpty();
    }

    @Test
    void aCosignatureOfAnotherKeyIsNotTaken() {
        append();
        Asked posing = new Asked(asked(second).key(), asked(first).call());
        assertThat(vouching.cosign(posing, NOW)).isInstanceOf(Turn.Refused.class);
        Asked babbling =
                new Asked(asked(first).key(), request -> new Said(200, "hello".getBytes(StandardCharsets.UTF_8)));
        assertThat(vouching.cosign(babbling, NOW))
                .isInstanceOfSatisfying(Turn.Refused.class, refused -> assertThat(refused.reason())
                        .startsWith("witness: got no cosignature (signature line: got \"hello\""));
        assertThat(vouching.cosigned()).isEmpty();
    }

    @Test
    void checkpointsAreStampedOnceWithTheirCosignaturesAndKept() throws IOException {
        assertThat(vouching.stamp(content -> List.of())).as("an empty log").isEqualTo(NOTHING_NEW);
        append();
        vouching.cosign(asked(first), NOW);
        assertThat(vouching.stamp(content -> List.of()))
                .isEqualTo(new Turn.Refused("got no timestamp of size 300, want one of an authority"));
        assertThat(vouching.stamp(VouchingTest::stamped)).isEqualTo(DONE);
        assertThat(vouching.stamp(VouchingTest::stamped)).isEqualTo(NOTHING_NEW);
        append();
        assertThat(vouching().stamp(VouchingTest::stamped)).isEqualTo(DONE);
        Files.writeString(folder.resolve("vouched/stamps/1.checkpoint.new"), "left by a crash");
        assertThat(vouching.stamps())
                .containsExactly(
                        "300.checkpoint", "300.one.tsr", "300.two.tsr", "600.checkpoint", "600.one.tsr", "600.two.tsr");
        byte[] note = vouching.stamp("300.checkpoint").orElseThrow();
        assertThat(note).isEqualTo(vouching.cosigned().orElseThrow().note().bytes());
        assertThat(vouching.stamp("300.two.tsr")).contains(note);
        assertThat(vouching.stamp("../cosigned")).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsNotSaidToBe() throws IOException {
        append();
        Files.writeString(folder.resolve("vouched"), "a file where a folder is wanted");
        assertThatThrownBy(() -> vouching.stamp(VouchingTest::stamped)).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> vouching.cosign(asked(first), NOW)).isInstanceOf(StoreFailure.class);
    }

    private static List<Stamped> stamped(byte[] content) {
        return List.of(new Stamped("one", NOW, content), new Stamped("two", NOW, content));
    }

    private void append() {
        log.append(MadeUpLog.entries(next, 300));
        next += 300;
    }

    private LogPolicy policy(int quorum) {
        List<NoteVerifier> witnesses = List.of(Ed25519.verifier(first.key()), Ed25519.verifier(second.key()));
        return new LogPolicy(MadeUpLog.ORIGIN, MadeUpLog.REAL_TERMS.verifiers(), witnesses, quorum);
    }

    private static Asked asked(WitnessFolder witness) {
        Witness rules = new Witness(MadeUpLog.REAL_TERMS.verifiers());
        return new Asked(
                Ed25519.verifier(witness.key()),
                request -> said(witness.cosign(rules, AddCheckpoint.read(request), NOW.getEpochSecond())));
    }

    private static Said said(Answer answer) {
        return switch (answer) {
            case Answer.Cosigns(SignedCheckpoint cosigned) ->
                text(200, cosigned.note().signatures().getLast().toString());
            case Answer.Conflict(long size) -> text(409, Long.toString(size));
            case Answer.UnknownLog(String origin) -> text(404, origin);
            case Answer.Untrusted(String reason) -> text(403, reason);
            case Answer.Inconsistent(String reason) -> text(422, reason);
            case Answer.Malformed(String reason) -> text(400, reason);
        };
    }

    private static Said text(int status, String text) {
        return new Said(status, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

package io.jingling.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.evidence.Witness.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A witness cosigns what continues what it saw, and nothing else; a monitor tells two trees from one. */
class WitnessTest {
    private static final NoteKey PETER =
            NoteKey.of("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final NoteSigner SIGNER = Ed25519.signer(
            PETER, PETER.seedOf("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"));

    private final Tree honest = new Tree("honest");
    private final Tree forked = new Tree("forked");
    private final Witness witness = new Witness(List.of(SIGNER.verifier()));
    private final Monitor monitor =
            new Monitor(new LogPolicy("PeterNeumann", List.of(SIGNER.verifier()), List.of(), 0));

    /** A log whose first hundred entries are those of every other. */
    private static final class Tree {
        private final Map<Tile, byte[]> tiles = new HashMap<>();
        private final GrowingTree tree = GrowingTree.empty();

        Tree(String name) {
            for (int i = 0; i < 600; i++) {
                String entry = (i < 100 ? "common" : name) + i;
                tiles.putAll(tree.append(List.of(entry.getBytes(StandardCharsets.UTF_8))));
            }
        }

        TreeReader reader() {
            return new TreeReader(600, tiles::get);
        }

        SignedCheckpoint at(long size) {
            return SignedCheckpoint.sign("PeterNeumann", reader().head(size), List.of(SIGNER));
        }

        AddCheckpoint from(long old, long size) {
            return new AddCheckpoint(old, reader().consistency(old, size).path(), at(size));
        }
    }

    @Test
    void whatContinuesWhatWasSeenIsCosigned() {
        Optional<TreeHead> seen = Optional.empty();
        long old = 0;
        for (long size : new long[] {0, 1, 64, 100, 300, 300, 600}) {
            AddCheckpoint asked = AddCheckpoint.read(honest.from(old, size).bytes());
            assertThat(witness.decide(asked, seen)).isEqualTo(new Answer.Cosigns(honest.at(size)));
            seen = Optional.of(honest.at(size).head());
            old = size;
        }
    }

    @Test
    void aForkIsRefusedHoweverItIsAsked() {
        Optional<TreeHead> seen = Optional.of(honest.at(300).head());
        assertThat(witness.decide(forked.from(300, 600), seen)).isInstanceOf(Answer.Inconsistent.class);
        assertThat(witness.decide(forked.from(300, 300), seen)).isEqualTo(new Answer.Conflict(300));
        assertThat(witness.decide(forked.from(100, 600), seen)).isEqualTo(new Answer.Conflict(300));
        assertThat(witness.decide(forked.from(0, 600), seen)).isEqualTo(new Answer.Conflict(300));
        assertThat(witness.decide(honest.from(100, 200), seen)).as("going back").isEqualTo(new Answer.Conflict(300));
        AddCheckpoint borrowed =
                new AddCheckpoint(300, honest.reader().consistency(300, 600).path(), forked.at(600));
        assertThat(witness.decide(borrowed, seen)).isInstanceOf(Answer.Inconsistent.class);
    }

    @Test
    void anotherLogAnotherKeyAndNonsenseAreRefused() {
        SignedCheckpoint other = SignedCheckpoint.sign("other", TreeHead.EMPTY, List.of(SIGNER));
        assertThat(witness.decide(new AddCheckpoint(0, List.of(), other), Optional.empty()))
                .isEqualTo(new Answer.UnknownLog("other"));
        SignedCheckpoint unsigned = SignedCheckpoint.sign("PeterNeumann", TreeHead.EMPTY, List.of());
        assertThat(witness.decide(new AddCheckpoint(0, List.of(), unsigned), Optional.empty()))
                .isInstanceOf(Answer.Untrusted.class);
        assertThat(witness.decide(new AddCheckpoint(7, List.of(), honest.at(5)), Optional.empty()))
                .isEqualTo(new Answer.Malformed("old size: got 7, want at most the checkpoint's 5"));
        byte[] body = honest.from(100, 300).bytes();
        for (String spoilt : List.of("", "new 100\n\n", "old -1\n\nx", "old 01\n\nx", "old 1\nx\n\ny")) {
            assertThatThrownBy(() -> AddCheckpoint.read(spoilt.getBytes(StandardCharsets.UTF_8)))
                    .as(spoilt)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(AddCheckpoint.read(body)).isEqualTo(honest.from(100, 300));
    }

    @Test
    void aMonitorTellsTwoTreesFromOneWhicheverItSawFirst() {
        assertThat(monitor.check(honest.at(100), honest.at(600), honest.tiles::get))
                .isEqualTo(Check.HOLDS);
        assertThat(monitor.check(honest.at(600), honest.at(100), honest.tiles::get))
                .as("an older one, such as from a cache, is of the same tree")
                .isEqualTo(Check.HOLDS);
        List<Check> forks = new ArrayList<>();
        forks.add(monitor.check(honest.at(300), forked.at(600), forked.tiles::get));
        forks.add(monitor.check(honest.at(600), forked.at(600), forked.tiles::get));
        forks.add(monitor.check(honest.at(600), forked.at(300), forked.tiles::get));
        forks.add(monitor.check(honest.at(300), forked.at(600), honest.tiles::get));
        assertThat(forks).allSatisfy(check -> assertThat(check.holds()).isFalse());
        assertThat(monitor.check(honest.at(100), forked.at(100), forked.tiles::get))
                .as("before the fork they are one")
                .isEqualTo(Check.HOLDS);
    }
}

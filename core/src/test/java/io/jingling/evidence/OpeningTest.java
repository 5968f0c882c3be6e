package io.jingling.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private static final byte[] CONTENT = "13800130000".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SALT = new byte[Opening.SALT_BYTES];

    @Test
    void theCommitmentIsAsTheReferenceSays() {
        Opening opening = new Opening(EntryKind.REPORT, SALT, CONTENT);
        byte[] said = "jingling/commitment/v1\0\3".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(opening.commitment().hash()).isEqualTo(Hash.sha256(said, SALT, CONTENT));
        assertThat(opening.entry().bytes())
                .startsWith(1, 3)
                .hasSize(34)
                .endsWith(opening.commitment().hash().bytes());
        assertThat(opening.entry().leaf())
                .isEqualTo(Hash.sha256(new byte[] {0}, opening.entry().bytes()));
    }

    /** The example in docs/reference/evidence.md, made there by another program. */
    @Test
    void theExampleOfTheReferenceIsRight() {
        byte[] salt = new byte[Opening.SALT_BYTES];
        for (int i = 0; i < salt.length; i++) {
            salt[i] = (byte) i;
        }
        Entry entry = new Opening(EntryKind.REPORT, salt, "example".getBytes(StandardCharsets.UTF_8)).entry();
        assertThat(entry.commitment().hash())
                .hasToString("ce273b9a3784856273a7f8c91627e436c5fce93836cc159341a399fa6e2720f2");
        assertThat(entry.leaf()).hasToString("ed77b071e8631b1a112f2552bfb4406d2ba735f7289d259981395e472bc8f2c0");
    }

    @Test
    void anotherKindSaltOrContentIsAnotherCommitment() {
        Set<Commitment> all = new HashSet<>();
        for (EntryKind kind : EntryKind.values()) {
            all.add(new Opening(kind, SALT, CONTENT).commitment());
        }
        byte[] salt = SALT.clone();
        salt[31]++;
        all.add(new Opening(EntryKind.REPORT, salt, CONTENT).commitment());
        all.add(new Opening(EntryKind.REPORT, SALT, Arrays.copyOf(CONTENT, 10)).commitment());
        assertThat(all).hasSize(EntryKind.values().length + 2);
    }

    @Test
    void anEntryIsReadAsItWasWrittenAndNotOtherwise() {
        for (EntryKind kind : EntryKind.values()) {
            Entry entry = new Opening(kind, SALT, CONTENT).entry();
            assertThat(Entry.read(entry.bytes())).isEqualTo(entry);
        }
        byte[] bytes = new Opening(EntryKind.REPORT, SALT, CONTENT).entry().bytes();
        assertThatThrownBy(() -> Entry.read(Arrays.copyOf(bytes, 33)))
                .hasMessage("entry: got 33 bytes of version 1, want 34 of version 1");
        bytes[1] = 0;
        assertThatThrownBy(() -> Entry.read(bytes)).hasMessage("kind of entry: got code 0, want 1 to 12");
        bytes[0] = 2;
        assertThatThrownBy(() -> Entry.read(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingOfTheContentIsInTheLogOrInPrint() {
        Opening opening = new Opening(EntryKind.WISH, SALT, CONTENT);
        assertThat(opening).hasToString("opening of a wish entry");
        assertThat(new String(opening.entry().bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("138");
    }

    /** Salt and plaintext go, the log stays: nothing that is checked needs them. */
    @Test
    void aLogStaysWholeWhereOpeningsAreDeleted() {
        Random random = new Random(9);
        GrownLog log = new GrownLog();
        for (int i = 0; i < 400; i++) {
            byte[] salt = new byte[Opening.SALT_BYTES];
            random.nextBytes(salt);
            log.append(
                    List.of(new Opening(EntryKind.WISH, salt, CONTENT).entry().bytes()));
        }
        TreeReader reader = log.reader();
        for (int i = 0; i < 400; i++) {
            assertThat(reader.inclusion(i, 400).check(reader.leaf(i), log.tree.head()))
                    .isEqualTo(Check.HOLDS);
        }
        assertThat(new HashSet<>(log.leaves))
                .as("equal contents cannot be told")
                .hasSize(400);
    }

    @Test
    void codesOfKindsNeverChange() {
        assertThat(Arrays.stream(EntryKind.values()).map(kind -> kind.code() + " " + kind.word()))
                .containsExactly(
                        "1 decisions",
                        "2 wish",
                        "3 report",
                        "4 appeal",
                        "5 model",
                        "6 rules",
                        "7 number_access",
                        "8 file",
                        "9 canary_plan",
                        "10 mark_plan",
                        "11 finding",
                        "12 custody");
    }
}

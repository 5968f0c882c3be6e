package io.jingling.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.evidence.Note.Trust;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    /* Key and note of the format's first implementation, golang.org/x/mod/sumdb/note. */
    private static final NoteKey PETER =
            NoteKey.of("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final String PETERS_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String SIGNED = TEXT + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcEl"
            + "ZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    /* The example of C2SP tlog-cosignature. */
    private static final String COSIGNED = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa \
            Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 \
            jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    @Test
    void theFirstImplementationsNoteIsVouchedForByItsKey() {
        Note note = read(SIGNED);
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.vouchers(List.of(Ed25519.verifier(PETER)))).isEqualTo(new Trust.Vouched(List.of(PETER)));
    }

    @Test
    void signingWithItsSecretMakesItsVeryBytes() {
        NoteSigner signer = Ed25519.signer(PETER, PETER.seedOf(PETERS_SECRET));
        assertThat(new String(Note.sign(TEXT, List.of(signer)).bytes(), StandardCharsets.UTF_8))
                .isEqualTo(SIGNED);
        assertThat(PETER.secretText(PETER.seedOf(PETERS_SECRET))).isEqualTo(PETERS_SECRET);
    }

    @Test
    void anotherSecretIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> PETER.seedOf(PETERS_SECRET.replace("c74f20a3", "c74f20a4")))
                .hasMessage("secret key: got something else, want that of " + PETER)
                .hasNoCause();
        assertThatThrownBy(() -> Ed25519.signer(PETER, new byte[32]))
                .hasMessage("secret key: got that of another, want that of " + PETER);
    }

    @Test
    void noPartOfAKeyAndNoChangedKeyIsAKey() {
        String text = PETER.text();
        for (int start = 0; start <= text.length(); start++) {
            for (int end = start; end <= text.length(); end++) {
                String part = text.substring(start, end);
                if (!part.equals(text)) {
                    assertThatThrownBy(() -> NoteKey.of(part)).isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
        for (int at = 0; at < text.length(); at++) {
            char[] changed = text.toCharArray();
            changed[at]++;
            assertThatThrownBy(() -> NoteKey.of(new String(changed))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theExampleOfAWitnessedCheckpointIsRead() {
        SignedCheckpoint signed = SignedCheckpoint.read(COSIGNED.getBytes(StandardCharsets.UTF_8));
        assertThat(signed.checkpoint().origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(signed.head().size()).isEqualTo(20_852_163);
        assertThat(signed.head().root().base64()).isEqualTo("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
        Cosignature witness =
                Cosignature.of(signed.note().signatures().getLast().bytes());
        assertThat(witness.seconds()).isEqualTo(1_679_315_147);
        assertThat(new String(
                        Cosignature.message(
                                witness.seconds(), signed.note().text().getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8))
                .isEqualTo("cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\n"
                        + "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
        assertThat(new String(signed.note().bytes(), StandardCharsets.UTF_8)).isEqualTo(COSIGNED);
    }

    @Test
    void aSignatureOfAnUnknownKeySaysNothing() {
        assertThat(read(COSIGNED).vouchers(List.of(Ed25519.verifier(PETER))))
                .isEqualTo(new Trust.Untrusted("note: got no signature of a known key, want one"));
    }

    @Test
    void aWrongSignatureOfAKnownKeyRefusesTheNoteThoughOthersAreRight() {
        NoteSigner log = Keys.log("log.example");
        Note note = Note.sign(TEXT, List.of(log));
        Note both = new Note(
                TEXT.replace("you", "we"),
                List.of(note.signatures().getFirst(), signedBy(Keys.log("other"), TEXT.replace("you", "we"))));
        assertThat(both.vouchers(List.of(Keys.log("other").verifier(), log.verifier())))
                .isInstanceOf(Trust.Untrusted.class);
    }

    @Test
    void aCosignatureIsOverItsTimeToo() {
        NoteSigner witness = Keys.witness("w.example", 1_795_000_000);
        Note note = Note.sign("log.example\n0\n" + Hash.EMPTY.base64() + "\n", List.of(witness));
        byte[] signature = note.signatures().getFirst().bytes();
        byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
        assertThat(witness.verifier().verifies(text, signature)).isTrue();
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(witness.verifier().verifies(text, flipped))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\nPeterNeumann x08go/ZJ\n",
                "text\n\n- PeterNeumann x08go/ZJkg==\n",
                "text\n\n— PeterNeumann x08go/ZJkg==",
                "text\n\n— PeterNeumann x08go/ZJkg\n",
                "text\n\n— PeterNeumann x08go/ZJkh==\n",
                "text\n\n— PeterNeumann x08gow==\n",
                "text\n\n— Peter+Neumann x08go/ZJkg==\n",
                "text\n\n— Peter\u00a0Neumann x08go/ZJkg==\n",
                "text\n\n—  x08go/ZJkg==\n",
                "text\n\n— PeterNeumann  x08go/ZJkg==\n",
                "text\n\n— PeterNeumann x08go/ZJkg== \n",
                "text\r\n\n— PeterNeumann x08go/ZJkg==\n",
                "te\txt\n\n— PeterNeumann x08go/ZJkg==\n",
                "text\n\n— PeterNeumann x08go/ZJkg==\nmore\n"
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sixtyFourSignaturesAreReadAndNoMore() {
        String line = "— PeterNeumann x08go/ZJkg==\n";
        assertThat(read("text\n\n" + line.repeat(64)).signatures()).hasSize(64);
        assertThatThrownBy(() -> read("text\n\n" + line.repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log\n1\n",
                "log\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log\n９\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "log\n1\nAAAA\n",
                "log\n0\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nmore\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static NoteSignature signedBy(NoteSigner signer, String text) {
        return Note.sign(text, List.of(signer)).signatures().getFirst();
    }

    private static Note read(String text) {
        return Note.read(text.getBytes(StandardCharsets.UTF_8));
    }
}

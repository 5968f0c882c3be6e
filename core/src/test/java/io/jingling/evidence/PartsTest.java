package io.jingling.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final Part.Kept FIRST = part(1, "jingling/decision/v1\naction reject\n");
    private static final Part.Kept SECOND = part(2, "example");

    @Test
    void aPartsCommitmentIsAsTheReferenceSays() {
        byte[] domain = "jingling/part/v1\0".getBytes(StandardCharsets.US_ASCII);
        assertThat(SECOND.commitment().hash()).isEqualTo(Hash.sha256(domain, SECOND.salt(), SECOND.content()));
    }

    @Test
    void theContentIsTheSameWhateverWasDeleted() {
        byte[] content = new Parts(List.of(FIRST, SECOND)).content();
        assertThat(new Parts(List.of(FIRST.deleted(), SECOND)).content()).isEqualTo(content);
        assertThat(new Parts(List.of(FIRST.deleted(), SECOND.deleted())).content())
                .isEqualTo(content);
        assertThat(new String(content, StandardCharsets.US_ASCII))
                .isEqualTo("jingling/parts/v1\n" + FIRST.commitment().hash().base64() + "\n"
                        + SECOND.commitment().hash().base64() + "\n");
    }

    @Test
    void anotherOrderSaltOrContentIsAnotherContent() {
        byte[] content = new Parts(List.of(FIRST, SECOND)).content();
        assertThat(new Parts(List.of(SECOND, FIRST)).content()).isNotEqualTo(content);
        assertThat(new Parts(List.of(FIRST, part(3, "example"))).content()).isNotEqualTo(content);
        assertThat(new Parts(List.of(FIRST, part(2, "examplE"))).content()).isNotEqualTo(content);
    }

    @Test
    void aContentIsReadAsItWasWrittenAndNotOtherwise() {
        byte[] content = new Parts(List.of(FIRST, SECOND)).content();
        assertThat(Parts.read(content)).containsExactly(FIRST.commitment(), SECOND.commitment());
        for (int at = 0; at < content.length; at++) {
            byte[] flipped = content.clone();
            flipped[at] ^= 0x40;
            List<Commitment> known = List.of(FIRST.commitment(), SECOND.commitment());
            assertThat(readsAs(flipped, known)).as("byte %d", at).isFalse();
        }
        assertThatThrownBy(() -> Parts.read("example".getBytes(StandardCharsets.US_ASCII)))
                .hasMessage("parts: got 1 lines, want jingling/parts/v1 and a commitment a line");
    }

    @Test
    void noneAndTooManyAreRefused() {
        assertThatThrownBy(() -> new Parts(List.of())).hasMessage("parts: got 0, want 1 to 1024");
        assertThatThrownBy(() -> new Parts(Collections.nCopies(1025, FIRST)))
                .hasMessage("parts: got 1025, want 1 to 1024");
        assertThat(Parts.read(new Parts(Collections.nCopies(1024, FIRST)).content()))
                .hasSize(1024);
    }

    private static boolean readsAs(byte[] content, List<Commitment> commitments) {
        try {
            return Parts.read(content).equals(commitments);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static Part.Kept part(int salt, String content) {
        byte[] bytes = new byte[Opening.SALT_BYTES];
        bytes[0] = (byte) salt;
        return new Part.Kept(bytes, content.getBytes(StandardCharsets.UTF_8));
    }
}

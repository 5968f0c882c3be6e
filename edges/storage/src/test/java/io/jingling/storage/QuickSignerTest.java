package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.evidence.Ed25519;
import io.jingling.evidence.NoteKey;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuickSignerTest {
    private static final NoteKey PETER =
            NoteKey.of("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final byte[] SEED =
            PETER.seedOf("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");

    @Test
    void itsSignaturesAreTheJdksByteForByte() {
        QuickSigner quick = new QuickSigner(PETER, SEED);
        Random random = new Random(1);
        for (int length = 0; length < 200; length++) {
            byte[] text = new byte[length];
            random.nextBytes(text);
            byte[] signature = quick.sign(text);
            assertThat(signature).isEqualTo(Ed25519.signer(PETER, SEED).sign(text));
            assertThat(quick.verifier().verifies(text, signature)).isTrue();
        }
    }

    @Test
    void anothersSecretIsRefused() {
        assertThatThrownBy(() -> new QuickSigner(PETER, new byte[32]))
                .hasMessageStartingWith("secret key: got that of another");
        assertThat(new QuickSigner(PETER, SEED)).hasToString("signer of " + PETER);
    }
}

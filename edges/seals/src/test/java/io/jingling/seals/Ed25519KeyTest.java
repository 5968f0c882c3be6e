package io.jingling.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.evidence.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Ed25519KeyTest {
    @TempDir
    private Path folder;

    @Test
    void aKeyIsMadeOnceAndReadEverAfter() throws IOException {
        NoteSigner made = Ed25519Key.readOrMake(folder, "issuer", "jingling.example");
        NoteSigner read = Ed25519Key.readOrMake(folder, "issuer", "jingling.example");
        assertThat(read.verifier().key()).isEqualTo(made.verifier().key());
        byte[] text = {1, 2, 3};
        assertThat(read.verifier().verifies(text, made.sign(text))).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("issuer.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anothersKeyAndAKeyThatOthersCanReadAreRefused() throws IOException {
        Ed25519Key.readOrMake(folder, "issuer", "jingling.example");
        assertThatThrownBy(() -> Ed25519Key.readOrMake(folder, "issuer", "other.example"))
                .isInstanceOf(SealFailure.class)
                .hasMessageContaining("got the key of jingling.example, want that of other.example");
        Files.setPosixFilePermissions(folder.resolve("issuer.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Ed25519Key.readOrMake(folder, "issuer", "jingling.example"))
                .hasMessageContaining("chmod 600");
    }
}

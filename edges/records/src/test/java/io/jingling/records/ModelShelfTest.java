package io.jingling.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.platform.ModelStore.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTest {
    private static final Instant AT = Instant.parse("2026-11-28T00:00:00Z");

    @TempDir
    private Path folder;

    private ModelShelf shelf;
    private SigningKey own;

    @BeforeEach
    void open() throws IOException {
        shelf = ModelShelf.in(folder);
        own = SigningKey.read(folder.resolve("signing.key"));
    }

    @Test
    void theFirstStartMakesAKeyOfItsOwnAndTrustsIt() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("signing.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(folder.resolve("trusted.keys")))
                .contains(own.signer().text() + " this platform");
        ModelShelf.in(folder);
        assertThat(SigningKey.read(folder.resolve("signing.key")).signer()).isEqualTo(own.signer());
    }

    @Test
    void aModelOfATrustedKeyIsKeptOverARestart() throws IOException {
        Kept kept = shelf.add(signed(own), AT);
        assertThat(kept.signer()).isEqualTo("this platform");
        assertThat(kept.sha256()).startsWith(kept.id());
        shelf.published(List.of(kept.id()));
        ModelShelf again = ModelShelf.in(folder);
        assertThat(again.all()).containsExactly(kept);
        assertThat(again.published()).containsExactly(kept.id());
        assertThat(again.open(kept.id()).name()).isEqualTo("small");
    }

    @Test
    void theSameModelAgainStaysAsItWas() throws IOException {
        Kept kept = shelf.add(signed(own), AT);
        assertThat(shelf.add(signed(own), AT.plusSeconds(60))).isEqualTo(kept);
        assertThat(shelf.all()).hasSize(1);
    }

    @Test
    void aModelThatNobodySignedOrAStrangerDidIsRefused() {
        byte[] unsigned = SignedModel.unsigned(SignedModelTest.small()).bytes();
        assertThatThrownBy(() -> shelf.add(unsigned, AT)).hasMessageContaining("got one that nobody signed, want");
        byte[] foreign = signed(SigningKey.make());
        assertThatThrownBy(() -> shelf.add(foreign, AT)).hasMessageContaining("want one of a key in trusted.keys");
        assertThat(shelf.all()).isEmpty();
    }

    @Test
    void aKeyThatIsTakenOutOpensNothingAnyMore() throws IOException {
        Kept kept = shelf.add(signed(own), AT);
        Files.writeString(folder.resolve("trusted.keys"), "# nobody\n");
        assertThat(shelf.all()).isEmpty();
        assertThatThrownBy(() -> shelf.open(kept.id()))
                .hasMessageStartingWith(kept.id() + ".model: model: got one signed by key");
    }

    @Test
    void aFileThatWasAlteredIsNotListedAndSaysWhyWhenAskedFor() throws IOException {
        Kept kept = shelf.add(signed(own), AT);
        Path file = folder.resolve(kept.id() + ".model");
        byte[] bytes = Files.readAllBytes(file);
        bytes[200] ^= 1;
        Files.write(file, bytes);
        assertThat(shelf.all()).isEmpty();
        assertThatThrownBy(() -> shelf.open(kept.id())).hasMessageContaining("it is cut off or changed");
    }

    @Test
    void anIdIsNoPath() {
        assertThatThrownBy(() -> shelf.open("../signing.key")).hasMessageStartingWith("model id: got something else");
        assertThatThrownBy(() -> shelf.open("0123456789abcdef")).hasMessageContaining("want one whose file is there");
    }

    private static byte[] signed(SigningKey key) {
        return SignedModel.of(SignedModelTest.small(), key).bytes();
    }
}

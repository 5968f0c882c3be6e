package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {
    @TempDir
    Path folder;

    private StorageSettings settings;

    @BeforeEach
    void aDatabaseWithItsKeys() {
        settings = SharedServer.settings(folder);
        Storage.open(settings).close();
    }

    @Test
    void nobodyElseMayReadTheKeys() throws IOException {
        for (String name : new String[] {"seal-1.key", "lookup.key"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void keysThatOthersCanReadAreRefused() throws IOException {
        Files.setPosixFilePermissions(key("lookup.key"), PosixFilePermissions.fromString("rw-r-----"));
        assertRefused(
                "secret file %s: got permissions rw-r-----, want rw------- (chmod 600); whoever could read it"
                        + " may know the secret",
                key("lookup.key"));
    }

    @Test
    void missingKeysAreNotMadeAnewForADatabaseThatHasSome() throws IOException {
        Files.delete(key("seal-1.key"));
        assertRefused(
                "keys: got no seal-1.key in %s, want the keys that this database was made with; without them its"
                        + " numbers stay unreadable",
                folder.toRealPath().resolve("keys"));
        assertThat(key("seal-1.key")).doesNotExist();
    }

    @Test
    void anotherSealingKeyIsRefused() {
        SecretFile.write(key("seal-1.key"), "ab".repeat(32));
        assertOtherKeys();
    }

    @Test
    void anotherLookUpKeyIsRefused() {
        SecretFile.write(key("lookup.key"), "ab".repeat(32));
        assertOtherKeys();
    }

    @Test
    void aKeyFileThatHoldsNoKeyIsRefused() {
        SecretFile.write(key("lookup.key"), "secret");
        assertRefused("key file %s: got 6 characters, want 64 hexadecimal digits", key("lookup.key"));
    }

    @Test
    void aKeyMayBeAdded() {
        SecretFile.write(key("seal-2.key"), "ab".repeat(32));
        try (Storage storage = Storage.open(settings)) {
            storage.standings().readAll((caller, standing) -> {});
            assertThat(storage.health().isUp()).isTrue();
        }
    }

    private void assertOtherKeys() {
        assertRefused(
                "keys in %s: got ones that do not open this database, want those it was made with",
                folder.toAbsolutePath().resolve("keys"));
    }

    private void assertRefused(String message, Path named) {
        assertThatThrownBy(() -> Storage.open(settings))
                .isInstanceOf(StorageUnusable.class)
                .hasMessage(message.formatted(named));
        // What was claimed for the refused opening is free again.
        DataDirectory.claim(folder).close();
    }

    private Path key(String name) {
        return folder.resolve("keys").resolve(name);
    }
}

package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalOwnerTest {
    @TempDir
    Path folder;

    @BeforeEach
    void somethingWasLeft() throws IOException {
        Files.writeString(folder.resolve("000000000001.journal"), "blocks");
        Files.createFile(folder.resolve("000000000002.journal"));
    }

    @Test
    void itIsTheSameAfterARestart() {
        assertThat(JournalOwner.of(folder)).isEqualTo(JournalOwner.of(folder));
    }

    @Test
    void whatIsLeftStaysWhereNobodyElseWroteSince() throws IOException {
        JournalOwner owner = JournalOwner.of(folder);
        owner.follow(owner.id());
        owner.follow(new UUID(0, 0));
        assertThat(new DiskFiles(folder).names()).hasSize(2);
        assertThat(owner.aside()).isZero();
    }

    @Test
    void whatIsLeftIsSetAsideWhereAnotherWroteSince() throws IOException {
        JournalOwner owner = JournalOwner.of(folder);
        owner.follow(UUID.fromString("00000000-0000-0000-0000-000000000007"));
        assertThat(new DiskFiles(folder).names()).containsExactly("000000000002.journal");
        assertThat(folder.resolve("000000000001.journal.aside")).hasContent("blocks");
        assertThat(owner.aside()).isEqualTo(1);
    }
}

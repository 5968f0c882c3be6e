package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NicenessTest {
    @TempDir
    Path processes;

    @Test
    void sessionsOfTheServerAreToldOnceEach() throws IOException {
        process(100, "101 102 ");
        process(101, "");
        process(102, "");
        Niceness niceness = new Niceness(processes);
        niceness.tell(100);
        assertThat(autogroup(100)).hasContent("10");
        assertThat(autogroup(101)).hasContent("10");
        Files.delete(autogroup(101));
        niceness.tell(100);
        assertThat(autogroup(101)).doesNotExist();
    }

    @Test
    void aSessionThatTheKernelDidNotHearOfIsToldLater() throws IOException {
        process(100, "101 ");
        Niceness niceness = new Niceness(processes);
        niceness.tell(100);
        process(101, "");
        niceness.tell(100);
        assertThat(autogroup(101)).hasContent("10");
    }

    @Test
    void aNumberUsedAgainIsToldAgain() throws IOException {
        process(100, "101 ");
        process(101, "");
        Niceness niceness = new Niceness(processes);
        niceness.tell(100);
        Files.delete(autogroup(101));
        process(100, "");
        niceness.tell(100);
        process(100, "101 ");
        niceness.tell(100);
        assertThat(autogroup(101)).hasContent("10");
    }

    @Test
    void withoutSuchFilesNothingIsDone() {
        new Niceness(processes.resolve("none")).tell(100);
        assertThat(processes).isEmptyDirectory();
    }

    @Test
    void theEmbeddedServersSessionsGiveWay() throws IOException {
        try (Storage storage = Storage.open(SharedServer.embedded(processes.resolve("data")))) {
            long server = storage.database()
                    .server()
                    .orElseThrow()
                    .process()
                    .orElseThrow()
                    .pid();
            Path real = Path.of("/proc/" + server);
            // What this machine's kernel has: sessions, or niceness alone.
            if (Files.exists(real.resolve("autogroup"))) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> Files.readString(real.resolve("autogroup")).contains("nice 10"));
            }
            if (Files.exists(real.resolve("stat"))) {
                String afterName = Files.readString(real.resolve("stat")).split("\\) ")[1];
                assertThat(afterName.split(" ")[16]).isEqualTo("10");
            }
        }
    }

    private void process(long id, String children) throws IOException {
        Path task = Files.createDirectories(processes.resolve(id + "/task/" + id));
        Files.writeString(task.resolve("children"), children);
    }

    private Path autogroup(long id) {
        return processes.resolve(id + "/autogroup");
    }
}

package io.jingling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.evidence.Ed25519;
import io.jingling.evidence.Entry;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.Opening;
import io.jingling.storage.EvidenceFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evidence} on a true log in a folder, and against a platform on a real socket. */
class EvidenceCommandTest {
    /** The published key pair of Go's tests. */
    private static final NoteKey PETER =
            NoteKey.of("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    private static final NoteSigner SIGNER = Ed25519.signer(
            PETER, PETER.seedOf("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aWholeLogIsCleanAndAChangedOneIsNamed() throws IOException {
        Path log = folder.resolve("evidence");
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/evidence.pub"), PETER.text() + "\n");
        try (EvidenceFolder opened = EvidenceFolder.open(log, SIGNER, List.of())) {
            opened.append(entries(600));
        }
        assertThat(run("fsck", folder.toString())).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines(log + ": clean");
        assertThat(run("fsck", log.toString(), "--json")).isZero();
        byte[] tile = Files.readAllBytes(log.resolve("tile/entries/001"));
        tile[100] ^= 1;
        Files.write(log.resolve("tile/entries/001"), tile);
        assertThat(run("fsck", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("tile/0/001: got other bytes, want what the entries come to");
        assertThat(run(
                        "fsck",
                        folder.toString(),
                        "--vkey",
                        folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("key: got no file");
        assertThat(run("fsck", folder.resolve("nothing").toString())).isEqualTo(2);
    }

    @Test
    void aFileIsCommittedToByItsHash() throws IOException {
        Path file = folder.resolve("recording.wav");
        Files.writeString(file, "hello");
        try (StandInPlatform platform = new StandInPlatform()) {
            Files.writeString(folder.resolve("operator.key"), StandInPlatform.KEY + "\n");
            assertThat(asked(platform, "append", file.toString())).isZero();
            JsonNode sent = platform.questions.getLast();
            assertThat(sent.path("kind").asText()).isEqualTo("file");
            assertThat(new String(
                            Base64.getDecoder().decode(sent.path("content").asText()), StandardCharsets.UTF_8))
                    .isEqualTo("jingling/file/v1\nname recording.wav\nbytes 5\nsha256"
                            + " 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\n");
            assertThat(out.toString()).contains("\"index\":7", "recording.wav");
            assertThat(asked(platform, "append", folder.resolve("none").toString()))
                    .isEqualTo(2);
        }
    }

    @Test
    void checkpointAndProofArePrintedAsTheyCameOrWritten() throws IOException {
        Path file = folder.resolve("7.tlog-proof");
        try (StandInPlatform platform = new StandInPlatform()) {
            Files.writeString(folder.resolve("operator.key"), StandInPlatform.KEY + "\n");
            assertThat(asked(platform, "checkpoint")).isZero();
            assertThat(out.toString()).isEqualTo(StandInPlatform.CHECKPOINT);
            assertThat(asked(platform, "checkpoint", "--json")).isZero();
            assertThat(out.toString()).contains("\"origin\":\"PeterNeumann\",\"size\":0");
            assertThat(asked(platform, "proof", "7", "--out", file.toString())).isZero();
            assertThat(Files.readString(file)).isEqualTo("c2sp.org/tlog-proof@v1\n");
        }
    }

    private int asked(StandInPlatform platform, String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(Arrays.asList(more));
        words.addAll(List.of("--server", platform.url(), "--data", folder.toString()));
        return run(words.toArray(String[]::new));
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("evidence"));
        all.addAll(Arrays.asList(words));
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        return Main.run(terminal, Map.of(), all.toArray(String[]::new));
    }

    private static List<Entry> entries(int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new Opening(EntryKind.FILE, new byte[32], new byte[i]).entry());
        }
        return entries;
    }
}

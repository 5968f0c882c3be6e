package io.jingling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aTownIsWrittenAndToldOf() throws IOException {
        assertThat(run("--subscribers", "200", "--json")).isZero();
        assertThat(out.toString()).contains("\"benign_calls\":", "\"harassing_calls\":");
        assertThat(Files.readAllLines(folder.resolve("town/truth.csv")).getFirst())
                .isEqualTo("caller,actor,campaign,type");
        assertThat(folder.resolve("town/calls.csv")).isNotEmptyFile();
        assertThat(folder.resolve("town/truth-calls.csv")).isNotEmptyFile();
    }

    @Test
    void absurdInputEndsWithTwoAndASentence() throws IOException {
        assertThat(run("--subscribers", "5")).isEqualTo(2);
        assertThat(err.toString()).contains("subscribers: got 5, want 100 to 5,000,000");
        assertThat(run("--subscribers", "200", "--scenario", "none.scenario")).isEqualTo(2);
        assertThat(err.toString()).contains("--scenario: got \"none.scenario\", want a file, or one of");
        Path file = Files.writeString(folder.resolve("my.scenario"), "people.calls-a-day = -1\n");
        assertThat(run("--subscribers", "200", "--scenario", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("my.scenario:1: people.calls-a-day: got -1");
    }

    @Test
    void aFolderThatCannotBeMadeEndsWithThree() throws IOException {
        Files.writeString(folder.resolve("town"), "a file");
        assertThat(run("--subscribers", "200")).isEqualTo(3);
        assertThat(err.toString()).contains("want a folder to write in");
    }

    private int run(String... more) {
        String[] all = new String[7 + more.length];
        System.arraycopy(
                new String[] {
                    "simulate",
                    "--seed",
                    "1",
                    "--days",
                    "1",
                    "--out",
                    folder.resolve("town").toString()
                },
                0,
                all,
                0,
                7);
        System.arraycopy(more, 0, all, 7, more.length);
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        return Main.run(terminal, Map.of(), all);
    }
}

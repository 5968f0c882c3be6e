package io.jingling.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.CallRecord;
import io.jingling.records.CallFormat;
import io.jingling.records.CallFormat.Times;
import io.jingling.records.Row;
import io.jingling.records.Rows;
import io.jingling.simulator.SimulationFiles.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationFilesTest {
    private static final Simulation.Settings SETTINGS =
            new Simulation.Settings(9, 2, 500, Scenario.named("held-out").orElseThrow());

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        SimulationFiles.write(SETTINGS, folder.resolve("one"), share -> {});
        SimulationFiles.write(SETTINGS, folder.resolve("other"), share -> {});
        for (String file : new String[] {"calls.csv", "truth.csv", "truth-calls.csv"}) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("other").resolve(file));
        }
    }

    @Test
    void everyCallIsReadBackAndItsCallerIsInTheTruth() throws IOException {
        Summary summary = SimulationFiles.write(SETTINGS, folder, share -> {});
        Set<String> callers = new HashSet<>();
        Files.readAllLines(folder.resolve("truth.csv")).forEach(line -> callers.add(line.split(",")[0]));
        long read = 0;
        try (InputStream in = Files.newInputStream(folder.resolve("calls.csv"));
                Rows<CallRecord> rows =
                        CallFormat.GENERIC.read(in, new Times(ZoneOffset.UTC, Instant.parse("2026-06-01T00:00:00Z")))) {
            while (rows.hasNext()) {
                Row<CallRecord> row = rows.next();
                assertThat(row).isInstanceOf(Row.Taken.class);
                read++;
            }
        }
        assertThat(read).isEqualTo(summary.benign() + summary.harassing());
        assertThat(Files.readAllLines(folder.resolve("truth-calls.csv"))).hasSize((int) summary.harassing() + 1);
        assertThat(callers.size() - 1).isEqualTo((int) summary.numbers());
    }
}

package io.jingling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.detection.Calibration;
import io.jingling.detection.Feature;
import io.jingling.detection.Model;
import io.jingling.detection.Segment;
import io.jingling.detection.Thresholds;
import io.jingling.detection.Trees;
import io.jingling.records.ModelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
    private static final String HEADER =
            "call_id,start_time,caller,callee,direction,answered,ring_ms,duration_ms,released_by,cause";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aModelThatRejectsWhoCalledThreeTimesWithinAnHour() throws IOException {
        Trees trees = new Trees(
                Feature.COUNT,
                new int[] {0},
                new int[] {Feature.CALLS_IN_HOUR.ordinal(), -1, -1},
                new float[] {1.9f, 0, 0},
                new int[] {1, 0, 0},
                new float[] {0, -4, 4});
        float[] slopes = new float[Segment.COUNT];
        Arrays.fill(slopes, 1);
        Calibration calibration = new Calibration(slopes, new float[Segment.COUNT]);
        ModelFile.write(
                folder.resolve("three.model"),
                new Model(
                        "three calls",
                        trees,
                        Optional.empty(),
                        calibration,
                        Thresholds.same(3, 2, 1),
                        Optional.empty()));
    }

    @Test
    void eachCallIsJudgedByWhatWasKnownWhenItRang() throws IOException {
        List<String> calls = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 6; i++) {
            calls.add(call("c" + i, "2026-03-02T01:0" + i + ":00Z", "1380013800" + i));
        }
        assertThat(score(calls)).isZero();
        List<String> judged = Files.readAllLines(folder.resolve("judged.csv"));
        assertThat(judged.getFirst()).isEqualTo("call_id,score,action,campaign,reasons");
        assertThat(judged).filteredOn(line -> line.contains(",pass,")).hasSize(3);
        assertThat(judged.get(4)).startsWith("c3,0.98").endsWith(",reject,,RATE");
        assertThat(out.toString()).contains("6 calls judged by three calls, 3 reject, 0 challenge, 0 label, 3 pass");
    }

    @Test
    void linesInAnotherOrderAreJudgedAlikeAndCopiesOnce() throws IOException {
        List<String> calls = new ArrayList<>(List.of(HEADER));
        for (int i : new int[] {3, 0, 5, 1, 3, 4, 2, 5}) {
            calls.add(call("c" + i, "2026-03-02T01:0" + i + ":00Z", "1380013800" + i));
        }
        assertThat(score(calls)).isZero();
        List<String> judged = Files.readAllLines(folder.resolve("judged.csv"));
        assertThat(judged).hasSize(7);
        assertThat(judged.get(4)).startsWith("c3,0.98");
        assertThat(out.toString()).contains(", 2 twice");
    }

    @Test
    void aBadLineIsKeptBesideAndALateOnePasses() throws IOException {
        List<String> calls = List.of(
                HEADER,
                call("now", "2026-03-02T09:00:00Z", "13800138001"),
                call("late", "2026-03-02T01:00:00Z", "13800138002"),
                call("bad", "yesterday", "13800138003"));
        assertThat(score(calls)).isZero();
        assertThat(Files.readAllLines(folder.resolve("judged.csv"))).contains("late,,pass,,LATE");
        assertThat(Files.readString(folder.resolve("calls.csv.rejected"))).contains("start_time", "yesterday");
        assertThat(out.toString()).contains("1 too late to be judged", "1 rejected");
    }

    @Test
    void aForeignOrMissingModelIsToldAndNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("three.model"), "not a model at all, as anybody can see who reads this");
        assertThat(score(List.of(HEADER))).isEqualTo(2);
        assertThat(err.toString()).contains("--model", "JINGLING MODEL 3");
        Files.delete(folder.resolve("three.model"));
        assertThat(score(List.of(HEADER))).isEqualTo(2);
        assertThat(err.toString()).contains("--model: got none at");
        assertThat(folder.resolve("judged.csv")).doesNotExist();
    }

    private static String call(String id, String start, String callee) {
        return id + "," + start + ",17012345678," + callee + ",out,false,20000,0,caller,16";
    }

    private int score(List<String> lines) throws IOException {
        Path calls = Files.write(folder.resolve("calls.csv"), lines);
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        return Main.run(
                terminal,
                Map.of(),
                "score",
                "--model",
                folder.resolve("three.model").toString(),
                "--calls",
                calls.toString(),
                "--out",
                folder.resolve("judged.csv").toString());
    }
}

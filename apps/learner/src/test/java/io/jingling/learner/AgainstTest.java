package io.jingling.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.detection.Calibration;
import io.jingling.detection.Feature;
import io.jingling.detection.Model;
import io.jingling.detection.Segment;
import io.jingling.detection.Thresholds;
import io.jingling.detection.Trees;
import io.jingling.records.ModelFile;
import io.jingling.simulator.Scenario;
import io.jingling.simulator.Simulation.Settings;
import io.jingling.simulator.SimulationFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of one question, judged against each other by the command. */
class AgainstTest {
    private static final float NOBODY = 99;
    private static final float HUNDREDS = 8;

    @TempDir
    static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void town() throws IOException {
        SimulationFiles.write(
                new Settings(9, 2, 600, Scenario.named("default").orElseThrow()), folder.resolve("town"), share -> {});
        ModelFile.write(folder.resolve("idle.model"), callsInDay(NOBODY));
        ModelFile.write(folder.resolve("busy.model"), callsInDay(HUNDREDS));
    }

    @Test
    void aModelIsNotPromotedAgainstItself() {
        assertThat(evaluate("busy.model", "busy.model")).as(err.toString()).isEqualTo(1);
        assertThat(out.toString()).contains("NOT PROMOTED", "campaigns: got p = 1.00", "town/");
    }

    @Test
    void eachCampaignIsShownUnderBothModels() {
        evaluate("busy.model", "idle.model");
        assertThat(out.toString()).as(err.toString()).contains("  100.0%", "Wilcoxon, one-sided");
    }

    private int evaluate(String model, String against) {
        return Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "evaluate",
                "--model",
                folder.resolve(model).toString(),
                "--against",
                folder.resolve(against).toString(),
                "--calls",
                folder.resolve("town").toString());
    }

    /** Rejects who called so often within a day; as the base-2 logarithm. */
    private static Model callsInDay(float atLeast) {
        float[] slopes = new float[Segment.COUNT];
        Arrays.fill(slopes, 1);
        Trees trees = new Trees(
                Feature.COUNT,
                new int[] {0},
                new int[] {Feature.CALLS_IN_DAY.ordinal(), -1, -1},
                new float[] {atLeast, 0, 0},
                new int[] {1, 0, 0},
                new float[] {0, -5, 5});
        Calibration calibration = new Calibration(slopes, new float[Segment.COUNT]);
        return new Model("busy", trees, Optional.empty(), calibration, Thresholds.same(3, 2, 1), Optional.empty());
    }
}

package io.jingling.learner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jingling.simulator.Scenario;
import io.jingling.simulator.Simulation.Settings;
import io.jingling.simulator.SimulationFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small towns, real XGBoost, real PyTorch: a model is learned, and judges another town better than the rule of volume. */
class LearnerTest {
    @TempDir
    static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void towns() {
        for (int seed = 1; seed <= 4; seed++) {
            SimulationFiles.write(
                    new Settings(seed, 6, 2_500, Scenario.named("default").orElseThrow()),
                    folder.resolve("train/t" + seed),
                    share -> {});
        }
        SimulationFiles.write(
                new Settings(9, 4, 1_500, Scenario.named("default").orElseThrow()),
                folder.resolve("other"),
                share -> {});
    }

    @Test
    void aModelIsLearnedTheSameTwiceAndStopsMoreThanItHarms() throws IOException {
        assertThat(learn("one.model")).as(err.toString()).isZero();
        assertThat(learn("two.model")).isZero();
        assertThat(Files.readAllBytes(folder.resolve("two.model")))
                .isEqualTo(Files.readAllBytes(folder.resolve("one.model")));
        assertThat(run(
                        "evaluate",
                        "--json",
                        "--model",
                        folder.resolve("one.model").toString(),
                        "--rivals",
                        folder.resolve("rivals").toString(),
                        "--calls",
                        folder.resolve("other").toString()))
                .isZero();
        JsonNode result =
                new ObjectMapper().readTree(out.toString().lines().toList().getLast());
        assertThat(result.at("/model/benign/calls").asLong()).isGreaterThan(10_000);
        double wrong = result.at("/model/benign/share").asDouble();
        double wrongByVolume = result.at("/20~1h or 80~1d/benign/share").asDouble();
        assertThat(wrong).isLessThan(wrongByVolume);
        // Of trades a small town has one or two workers each, who are not like those that were learned from.
        assertThat(type(result, "benign_person").get("rejectedShare").asDouble())
                .isLessThan(1e-2);
        assertThat(type(result, "harass_ai_naive").get("rejectedShare").asDouble())
                .isGreaterThan(0.3);
    }

    @Test
    void badInputEndsWithTwoAndASentence() {
        assertThat(run("learn", "--calls", folder.resolve("none").toString(), "--out", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--calls: got none at");
        assertThat(run("evaluate", "--calls", folder.resolve("other").toString(), "--model", "/dev/null"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("JINGLING MODEL 2");
    }

    @Test
    void realUsersInTheFormOfTheSichuanSetAreMeasured() throws IOException {
        Random random = new Random(6);
        StringBuilder file = new StringBuilder("phone" + ",c".repeat(Sichuan.ALL) + ",label\n");
        for (int i = 0; i < 400; i++) {
            boolean fraud = i % 3 == 0;
            file.append("u").append(i);
            for (int c = 0; c < Sichuan.ALL; c++) {
                file.append(',').append(c == 7 ? "" : random.nextGaussian() + (fraud && c < 3 ? 1.5 : 0));
            }
            file.append(fraud ? ",1\n" : ",0\n");
        }
        Path data = Files.writeString(folder.resolve("users.csv"), file.toString());
        assertThat(run("sichuan", "--states", "2", "--data", data.toString())).isZero();
        assertThat(out.toString().lines()).hasSize(14);
        assertThat(out.toString()).contains("| all 55 | 20 %, drawn 2 times | trees | 0.9", "| 26 about calls |");
    }

    private static JsonNode type(JsonNode result, String name) {
        for (JsonNode type : result.at("/model/types")) {
            if (type.get("name").asText().equals(name)) {
                return type;
            }
        }
        throw new AssertionError("got no " + name + " in " + result);
    }

    private int learn(String model) {
        return run(
                "learn",
                "--calls",
                folder.resolve("train").toString(),
                "--out",
                folder.resolve(model).toString(),
                "--name",
                "test",
                "--trees",
                "60",
                "--rounds",
                "1",
                "--reject-share",
                "3e-3",
                "--rivals",
                folder.resolve("rivals").toString());
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}

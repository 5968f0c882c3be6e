package io.jingling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, signatures and what is in a model's file, without a platform. */
class ModelsTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aModelIsSignedAndShowsWhoDid() throws IOException {
        String key = folder.resolve("team.key").toString();
        String model = folder.resolve("my.model").toString();
        ModelFile.write(Path.of(model), small());
        assertThat(run("models", "key", key)).as(err.toString()).isZero();
        assertThat(Files.getPosixFilePermissions(Path.of(key))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(out.toString()).endsWith(" team.key" + System.lineSeparator());
        String before = shown(model).path("sha256").asText();
        assertThat(shown(model).path("signer").asText()).isEmpty();
        assertThat(run("models", "sign", model, "--key", key)).isZero();
        JsonNode after = shown(model);
        assertThat(after.path("sha256").asText()).isEqualTo(before).hasSize(64);
        assertThat(err.toString()).contains("key " + after.path("signer").asText());
        assertThat(after.path("features")).hasSize(Feature.COUNT);
    }

    @Test
    void aKeyIsNeverReplacedAndNoModelIsToldToBeNone() throws IOException {
        Path file = Files.writeString(folder.resolve("something"), "else");
        assertThat(run("models", "key", file.toString())).isEqualTo(2);
        assertThat(Files.readString(file)).isEqualTo("else");
        assertThat(run("models", "show", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("keys are not replaced", "model: got 4 bytes of something else");
        assertThat(run("models", "show", folder.resolve("none").toString())).isEqualTo(2);
    }

    private JsonNode shown(String model) throws IOException {
        out.getBuffer().setLength(0);
        assertThat(run("models", "show", model, "--json")).isZero();
        return Client.JSON.readTree(out.toString());
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        return Main.run(terminal, Map.of(), arguments);
    }

    private static Model small() {
        float[] slopes = new float[Segment.COUNT];
        Arrays.fill(slopes, 1);
        Trees trees = new Trees(
                Feature.COUNT, new int[] {0}, new int[] {-1}, new float[] {0}, new int[] {0}, new float[] {1});
        Calibration calibration = new Calibration(slopes, new float[Segment.COUNT]);
        return new Model("small", trees, Optional.empty(), calibration, Thresholds.same(3, 2, 1), Optional.empty());
    }
}

package io.jingling.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one jar, as it is handed on: from a folder of its own, with nothing beside it. Runs once it is packaged. */
class VerifierJarIT {
    private static final int BYTES_MAX = 4 << 20;

    @TempDir
    private Path folder;

    @Test
    void aloneItVerifiesABundleWithItsTimestampsAndItsRenewal() throws Exception {
        Path jar = Files.copy(Path.of("target/tlzj-verify.jar"), folder.resolve("tlzj-verify.jar"));
        assertThat(Files.size(jar)).isLessThan(BYTES_MAX);
        assertThat(run(jar, ExampleTest.BUNDLE.toString(), "--trust", ExampleTest.TRUST.toString()))
                .startsWith("exit 0\n")
                .contains("完整性：成立", "时间：成立", "来源：成立", "续期：仅为制作单位自述");
    }

    @Test
    void anAlteredBundleEndsItWithOne() throws Exception {
        byte[] bytes = Files.readAllBytes(ExampleTest.BUNDLE);
        bytes[bytes.length / 3] ^= 4;
        Path altered = Files.write(folder.resolve("altered.tlzj"), bytes);
        Path jar = Path.of("target/tlzj-verify.jar").toAbsolutePath();
        assertThat(run(jar, altered.toString())).startsWith("exit 1\n").contains("完整性：不成立");
    }

    private String run(Path jar, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return "exit " + process.waitFor() + "\n" + said;
    }
}

package io.jingling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of {@code ./jingling} and {@code ./dev} that finds what to run with, in a real shell. */
class LauncherTest {
    private static final Path ROOT = root();

    @TempDir
    private Path folder;

    @BeforeEach
    void linkWhatTheScriptNeeds() throws IOException {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        for (String program : List.of("sed", "readlink")) {
            Path found = Stream.of("/usr/bin/", "/bin/", "/usr/local/bin/")
                    .map(place -> Path.of(place + program))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(programs.resolve(program), found);
        }
    }

    @Test
    void theNewestJdkIsTaken() throws Exception {
        Path old = jdk("a", "17.0.15");
        Path newest = jdk("b", "25.0.3");
        Path newEnough = jdk("c", "21.0.9");
        assertThat(javaHome("", old, newest, newEnough)).isEqualTo(newest + "\n");
    }

    @Test
    void javaHomeIsTakenWhereItIsNewEnough() throws Exception {
        Path newest = jdk("b", "25.0.3");
        Path wished = jdk("c", "21");
        assertThat(javaHome(wished.toString(), newest)).isEqualTo(wished + "\n");
    }

    @Test
    void javaHomeIsPassedOverWhereItIsTooOldOrNoJdk() throws Exception {
        Path newest = jdk("b", "25.0.3");
        assertThat(javaHome(jdk("a", "20.0.2").toString(), newest)).isEqualTo(newest + "\n");
        assertThat(javaHome(folder + "/none", newest)).isEqualTo(newest + "\n");
    }

    @Test
    void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
        Path runtime = jdk("a", "25.0.3");
        Files.delete(runtime.resolve("bin/javac"));
        assertThat(javaHome("", runtime)).startsWith("Java: got no JDK of version 21 or newer");
    }

    @Test
    void whereThereIsNoneItSaysWhatToInstall() throws Exception {
        assertThat(javaHome("", jdk("a", "17.0.15")))
                .startsWith("Java: got no JDK of version 21 or newer in JAVA_HOME, PATH or /usr/lib/jvm, want one.")
                .contains("sudo apt-get install openjdk-21-jdk")
                .endsWith("exit 1\n");
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        assertThat(shell("", "find_maven || echo \"exit $?\""))
                .startsWith("Maven: got none in PATH, want one")
                .contains("sudo apt-get install maven")
                .endsWith("exit 1\n");
    }

    private String javaHome(String given, Path... homes) throws Exception {
        String named = String.join(" ", Stream.of(homes).map(Path::toString).toList());
        return shell(given, "find_jdk " + named + " && echo \"$JAVA_HOME\" || echo \"exit $?\"");
    }

    private String shell(String javaHome, String script) throws Exception {
        Path sourced = ROOT.resolve("deploy/java.sh");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", "set -euo pipefail; source " + sourced + "; " + script)
                .redirectErrorStream(true);
        bash.environment().put("PATH", folder.resolve("programs").toString());
        bash.environment().put("JAVA_HOME", javaHome);
        Process process = bash.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path programs = Files.createDirectories(home.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Files.createFile(
                    programs.resolve(program),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static Path root() {
        Path place = Path.of("").toAbsolutePath();
        while (!Files.exists(place.resolve("deploy/java.sh"))) {
            place = place.getParent();
        }
        return place;
    }
}

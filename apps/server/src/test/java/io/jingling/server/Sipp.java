package io.jingling.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's programs, run for a test: sipp as caller and as telephone, and whatever else is named. */
final class Sipp {
    private static final long SECONDS_MAX = 30;

    private final Path directory;

    /** @param directory where what they say is written */
    Sipp(Path directory) {
        this.directory = directory;
    }

    /** The program, or a failure that names its Debian package. */
    static String installed(String program, String debianPackage) {
        for (String place : (System.getenv("PATH") + ":/usr/sbin:/usr/bin").split(":")) {
            if (Files.isExecutable(Path.of(place, program))) {
                return Path.of(place, program).toString();
            }
        }
        throw new AssertionError(program + ": got a machine without it, want the Debian package " + debianPackage
                + " (./dev test installs it as root; sudo apt-get install " + debianPackage + ")");
    }

    /** A UDP port that was free a moment ago. */
    static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a program; what it says goes to a file of that name. */
    Process start(String name, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".out").toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    /** What programs have said so far. */
    String said(String... names) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String name : names) {
            said.append(Files.readString(directory.resolve(name + ".out")));
        }
        return said.toString();
    }

    /** A telephone that takes every call, and writes down what it got. */
    Process telephone(int port) throws IOException {
        return start(
                "telephone",
                List.of(
                        installed("sipp", "sip-tester"),
                        "-sf",
                        scenario("telephone"),
                        "-aa",
                        "-i",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(port),
                        "-nostdin",
                        "-trace_msg",
                        "-message_file",
                        directory.resolve("telephone.log").toString()));
    }

    /** What the telephone has got so far. */
    String heard() throws IOException {
        Path log = directory.resolve("telephone.log");
        return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    }

    /**
     * Makes one call and plays a scenario.
     *
     * @return what was sent and received
     * @throws AssertionError where it did not go as the scenario says
     */
    String call(String scenario, int proxy, String callee, Caller caller) throws IOException, InterruptedException {
        Path log = directory.resolve("call.log");
        Files.deleteIfExists(log);
        List<String> command = new ArrayList<>(List.of(
                installed("sipp", "sip-tester"),
                "127.0.0.1:" + proxy,
                "-sf",
                scenario(scenario),
                "-m",
                "1",
                "-i",
                "127.0.0.1",
                "-p",
                String.valueOf(freePort()),
                "-s",
                callee,
                "-timeout",
                "15s",
                "-timeout_error",
                "-nostdin",
                "-trace_msg",
                "-message_file",
                log.toString()));
        command.addAll(List.of(
                "-key",
                "caller",
                caller.from(),
                "-key",
                "asserted",
                caller.asserted(),
                "-key",
                "privacy",
                caller.privacy()));
        Process sipp = start("call", command);
        if (!sipp.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
            sipp.destroyForcibly();
            throw new AssertionError(scenario + ": got no end within " + SECONDS_MAX + " s");
        }
        String said = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
        if (sipp.exitValue() != 0) {
            throw new AssertionError(scenario + ": got another course (sipp says " + sipp.exitValue() + ")\n" + said
                    + Files.readString(directory.resolve("call.out")));
        }
        return said;
    }

    private String scenario(String name) throws IOException {
        Path file = directory.resolve(name + ".xml");
        return Files.write(file, Sipp.class.getResourceAsStream(name + ".xml").readAllBytes())
                .toString();
    }

    /** Who calls: the URI in From, the one asserted, and what is in Privacy. */
    record Caller(String from, String asserted, String privacy) {
        static Caller of(String number) {
            return new Caller("sip:" + number + "@127.0.0.1", "tel:+86" + number, "none");
        }

        static Caller hidden(String number) {
            return new Caller("sip:anonymous@anonymous.invalid", "tel:+86" + number, "id");
        }
    }
}

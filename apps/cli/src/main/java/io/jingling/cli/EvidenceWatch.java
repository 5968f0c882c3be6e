package io.jingling.cli;

import io.jingling.cli.Commands.Surroundings;
import io.jingling.evidence.Check;
import io.jingling.evidence.Cosigning;
import io.jingling.evidence.LogPolicy;
import io.jingling.evidence.Monitor;
import io.jingling.evidence.NoteVerifier;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Witness;
import io.jingling.storage.StorageUnusable;
import io.jingling.storage.WitnessFolder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands of those who watch somebody's evidence log: witness, cosign, monitor. None needs a key of the platform. */
final class EvidenceWatch {
    private EvidenceWatch() {}

    /** {@code evidence witness}. */
    @Command(
            name = "witness",
            mixinStandardHelpOptions = true,
            description =
                    "Cosigns checkpoints that continue all it saw of a log before, and no others (C2SP tlog-witness)."
                            + " Run it where the log's keeper cannot reach.",
            footerHeading = "%nExamples:%n",
            footer = "  ./jingling evidence witness witness-data --name witness.example.cn --log evidence.pub")
    static final class Serve implements Callable<Integer> {
        @Parameters(paramLabel = "DIR", description = "Its key, and what it saw; made at the first start.")
        private Path folder;

        @Option(names = "--name", required = true, description = "Whose cosignatures these are.")
        private String name;

        @Option(
                names = "--log",
                paramLabel = "FILE",
                required = true,
                description = "A log's public key; may be said again.")
        private List<Path> logs;

        @Option(names = "--host", description = "Where to listen; default ${DEFAULT-VALUE}.")
        private String host = "127.0.0.1";

        @Option(names = "--port", paramLabel = "N", description = "Default ${DEFAULT-VALUE}; 0 for any free one.")
        private int port = 8090;

        private final Terminal terminal;

        Serve(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            Witness witness = new Witness(
                    logs.stream().map(file -> VerifierKey.read(file).verifier()).toList());
            try (WitnessFolder opened = WitnessFolder.open(folder, name);
                    WitnessServer server = WitnessServer.start(
                            opened, witness, InstantSource.system(), new InetSocketAddress(host, port))) {
                terminal.out().println("key " + opened.key().text());
                terminal.out().println("ready http://" + host + ":" + server.port());
                terminal.out().flush();
                new CountDownLatch(1).await();
                return 0;
            } catch (StorageUnusable | IllegalArgumentException bad) {
                throw Trouble.badInput(bad.getMessage());
            } catch (IOException taken) {
                throw Trouble.worldFailed("port: got " + port + " (" + taken.getMessage() + "), want a free one");
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
    }

    /** {@code evidence cosign}. */
    @Command(
            name = "cosign",
            mixinStandardHelpOptions = true,
            description =
                    "Asks a witness to cosign a log's newest checkpoint, and prints that with the cosignature. Exit 1 where"
                            + " it refuses.",
            footerHeading = "%nExamples:%n",
            footer =
                    "  ./jingling evidence cosign --log http://127.0.0.1:8080/evidence --witness http://127.0.0.1:8090")
    static final class Cosign implements Callable<Integer> {
        @Option(names = "--log", paramLabel = "URL", required = true, description = "Before /checkpoint and /tile.")
        private String log;

        @Option(names = "--witness", paramLabel = "URL", required = true, description = "Before /add-checkpoint.")
        private String witness;

        @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; default: standard output.")
        private Path out = Path.of("");

        private final Terminal terminal;

        Cosign(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (RemoteLog from = new RemoteLog(log);
                    RemoteLog at = new RemoteLog(witness)) {
                EvidenceCommand.write(cosigned(from, at).note().bytes(), out, terminal);
                return 0;
            }
        }

        private static SignedCheckpoint cosigned(RemoteLog log, RemoteLog witness) {
            return switch (Cosigning.ask(
                    log.checkpoint(), 0, log, request -> witness.post("/add-checkpoint", request))) {
                case Cosigning.Outcome.Cosigned(SignedCheckpoint cosigned) -> cosigned;
                case Cosigning.Outcome.Refused(String reason) -> throw Trouble.negative(reason);
            };
        }
    }

    /** {@code evidence monitor}. */
    @Command(
            name = "monitor",
            mixinStandardHelpOptions = true,
            description =
                    "Looks every so often whether a log's newest checkpoint continues all that was seen before, here and by"
                            + " witnesses. Where it does not: exit 1, and the two checkpoints that convict the log are in the folder.",
            footerHeading = "%nExamples:%n",
            footer =
                    "  ./jingling evidence monitor monitor-data --log http://127.0.0.1:8080/evidence --vkey evidence.pub")
    static final class Watch implements Callable<Integer> {
        @Parameters(paramLabel = "DIR", description = "What it saw last; made where missing.")
        private Path folder;

        @Option(names = "--log", paramLabel = "URL", required = true, description = "Before /checkpoint and /tile.")
        private String log;

        @Option(names = "--vkey", paramLabel = "FILE", required = true, description = "The log's public key.")
        private Path key;

        @Option(names = "--witness", paramLabel = "URL", description = "To compare with; may be said again.")
        private List<String> witnesses = new ArrayList<>();

        @Option(names = "--every", paramLabel = "DURATION", description = "Default ${DEFAULT-VALUE}.")
        private Duration every = Duration.ofMinutes(1);

        @Option(names = "--rounds", paramLabel = "N", description = "How often to look; default for ever.")
        private long rounds = Long.MAX_VALUE;

        private final Terminal terminal;

        Watch(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            NoteVerifier vkey = VerifierKey.read(key).verifier();
            Monitor monitor = new Monitor(new LogPolicy(vkey.key().name(), List.of(vkey), List.of(), 0));
            try (RemoteLog at = new RemoteLog(log)) {
                for (long round = 1; round < rounds; round++) {
                    try {
                        look(monitor, at);
                    } catch (Trouble away) {
                        if (away.exitCode() != Trouble.WORLD_FAILED) {
                            throw away;
                        }
                        terminal.err().println("jingling: " + away.getMessage());
                    }
                    new CountDownLatch(1).await(every.toMillis(), TimeUnit.MILLISECONDS);
                }
                look(monitor, at);
                return 0;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }

        private void look(Monitor monitor, RemoteLog at) {
            SignedCheckpoint now = at.checkpoint();
            Optional<SignedCheckpoint> last = last();
            compare(monitor, last.orElse(now), now, at);
            for (String witness : witnesses) {
                seenBy(witness, now.checkpoint().origin()).ifPresent(seen -> compare(monitor, seen, now, at));
            }
            if (last.isEmpty() || last.get().head().size() < now.head().size()) {
                write("last", now);
            }
            terminal.out()
                    .println(now.checkpoint().origin() + ": size " + now.head().size() + ", continues what was seen");
            terminal.out().flush();
        }

        private void compare(Monitor monitor, SignedCheckpoint seen, SignedCheckpoint now, RemoteLog at) {
            if (monitor.check(seen, now, at) instanceof Check.Fails(String reason)) {
                write("fork-seen.checkpoint", seen);
                write("fork-now.checkpoint", now);
                throw Trouble.negative("log " + now.checkpoint().origin() + ": got tree size "
                        + now.head().size() + " that does not continue size "
                        + seen.head().size() + " (" + reason
                        + "); both checkpoints are in " + folder);
            }
        }

        private static Optional<SignedCheckpoint> seenBy(String witness, String origin) {
            try (RemoteLog at = new RemoteLog(witness)) {
                String path = "/seen/" + URLEncoder.encode(origin, StandardCharsets.UTF_8);
                return at.get(path).status() == 404 ? Optional.empty() : Optional.of(at.checkpoint(path));
            }
        }

        private Optional<SignedCheckpoint> last() {
            Path file = folder.resolve("last");
            try {
                return Files.exists(file)
                        ? Optional.of(SignedCheckpoint.read(Files.readAllBytes(file)))
                        : Optional.empty();
            } catch (IOException | IllegalArgumentException broken) {
                throw Trouble.badInput("folder: got another file " + file + ", want the checkpoint that was seen last");
            }
        }

        private void write(String file, SignedCheckpoint checkpoint) {
            try {
                Files.createDirectories(folder);
                Path draft = folder.resolve(file + ".new");
                Files.write(draft, checkpoint.note().bytes());
                Files.move(draft, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failure) {
                throw Trouble.badInput("folder: got no way to write " + folder.resolve(file) + ", want one");
            }
        }
    }
}

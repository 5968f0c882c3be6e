package io.jingling.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.storage.EvidenceFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evidence}: the log that its keeper cannot rewrite. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "The evidence log: put entries in, prove them, check all of it; witness and watch somebody's; verify bundles.",
        subcommands = {
            EvidenceCommand.Append.class,
            EvidenceCommand.Checkpoint.class,
            EvidenceCommand.Proof.class,
            EvidenceOpen.class,
            EvidenceExport.class,
            EvidenceTrust.class,
            EvidenceCommand.Fsck.class,
            EvidenceWatch.Serve.class,
            EvidenceWatch.Cosign.class,
            EvidenceWatch.Watch.class,
            EvidenceVerify.class
        })
final class EvidenceCommand {
    private EvidenceCommand() {}

    static void write(byte[] bytes, Path out, Terminal terminal) {
        if (out.toString().isEmpty()) {
            terminal.out().print(new String(bytes, StandardCharsets.UTF_8));
            terminal.out().flush();
            return;
        }
        try {
            Files.write(out, bytes);
        } catch (IOException failure) {
            throw Trouble.worldFailed("out: got a failure at " + out + " (" + failure.getMessage()
                    + "), want a file that may be written");
        }
    }

    /** {@code evidence append}. */
    @Command(
            name = "append",
            mixinStandardHelpOptions = true,
            description =
                    "Commits to files: their names and SHA-256, not their contents, are kept by the platform. Prints a"
                            + " receipt (JSON) a file, once it is durable.",
            footerHeading = "%nExamples:%n",
            footer = "  ./jingling evidence append recording.wav")
    static final class Append implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Any files.")
        private List<Path> files;

        @Option(names = "--json", description = "Receipts are JSON in any case.")
        private boolean json;

        private final Terminal terminal;

        Append(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                for (Path file : files) {
                    ObjectNode entry = Client.JSON
                            .createObjectNode()
                            .put("kind", "file")
                            .put("content", FileStatement.of(file).getBytes(StandardCharsets.UTF_8));
                    JsonNode receipt = client.post("/v1/evidence", entry);
                    terminal.out().println(((ObjectNode) receipt).put("file", file.toString()));
                    terminal.out().flush();
                }
                return 0;
            }
        }
    }

    /** {@code evidence checkpoint}. */
    @Command(
            name = "checkpoint",
            mixinStandardHelpOptions = true,
            description = "The log's newest checkpoint, a signed note: keep it, and no later tree can deny it.",
            footerHeading = "%nExamples:%n",
            footer = "  ./jingling evidence checkpoint --out today.checkpoint")
    static final class Checkpoint implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; default: standard output.")
        private Path out = Path.of("");

        @Option(names = "--json", description = "Print name, size and root as JSON.")
        private boolean json;

        private final Terminal terminal;

        Checkpoint(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                byte[] note = client.fetch("/evidence/checkpoint");
                write(json ? (summary(note) + "\n").getBytes(StandardCharsets.UTF_8) : note, out, terminal);
                return 0;
            }
        }

        private static ObjectNode summary(byte[] note) {
            try {
                SignedCheckpoint signed = SignedCheckpoint.read(note);
                return Client.JSON
                        .createObjectNode()
                        .put("origin", signed.checkpoint().origin())
                        .put("size", signed.head().size())
                        .put("root", signed.head().root().base64());
            } catch (IllegalArgumentException other) {
                throw Trouble.worldFailed("server: got no checkpoint (" + other.getMessage() + "), want one");
            }
        }
    }

    /** {@code evidence proof}. */
    @Command(
            name = "proof",
            mixinStandardHelpOptions = true,
            description = "That an entry is in the log: a .tlog-proof (C2SP), which needs nothing else.",
            footerHeading = "%nExamples:%n",
            footer = "  ./jingling evidence proof 1042 --out 1042.tlog-proof")
    static final class Proof implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "INDEX", description = "The entry's, from its receipt.")
        private long index;

        @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; default: standard output.")
        private Path out = Path.of("");

        @Option(names = "--json", description = "Print the proof as a JSON string.")
        private boolean json;

        private final Terminal terminal;

        Proof(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                byte[] proof = client.fetch("/v1/evidence/" + index + "/proof");
                ObjectNode node = Client.JSON
                        .createObjectNode()
                        .put("index", index)
                        .put("proof", new String(proof, StandardCharsets.UTF_8));
                write(json ? (node + "\n").getBytes(StandardCharsets.UTF_8) : proof, out, terminal);
                return 0;
            }
        }
    }

    /** {@code evidence fsck}. */
    @Command(
            name = "fsck",
            mixinStandardHelpOptions = true,
            description = "Reads all of a log's folder, or of a copy of it, and names each file that is wrong. Needs no"
                    + " platform; of a running one, copy the folder first.",
            footerHeading = "%nExamples:%n",
            footer = "  ./jingling evidence fsck data")
    static final class Fsck implements Callable<Integer> {
        @Parameters(paramLabel = "DIR", description = "A data folder, or the log's own.")
        private Path folder;

        @Option(
                names = "--vkey",
                paramLabel = "FILE",
                description = "The log's public key; default keys/evidence.pub of the data folder.")
        private Path key = Path.of("");

        @Option(names = "--json", description = "Print the findings as JSON.")
        private boolean json;

        private final Terminal terminal;

        Fsck(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            Path log = Files.exists(folder.resolve("evidence")) ? folder.resolve("evidence") : folder;
            if (!Files.isDirectory(log)) {
                throw Trouble.badInput("folder: got no folder " + log + ", want one with an evidence log");
            }
            Path beside = log.resolve("..").normalize().resolve("keys/evidence.pub");
            VerifierKey vkey = VerifierKey.read(key.toString().isEmpty() ? beside : key);
            List<String> findings = findings(log, vkey);
            terminal.out().println(json ? json(findings) : text(log, findings));
            return findings.isEmpty() ? 0 : Trouble.NEGATIVE;
        }

        private static List<String> findings(Path log, VerifierKey vkey) {
            try {
                return EvidenceFolder.check(log, vkey.origin(), List.of(vkey.verifier()));
            } catch (IOException failure) {
                throw Trouble.worldFailed(
                        "folder: got a failure at " + log + " (" + failure.getMessage() + "), want it readable");
            }
        }

        private static String json(List<String> findings) {
            ArrayNode all = Client.JSON.createArrayNode();
            findings.forEach(all::add);
            return Client.JSON
                    .createObjectNode()
                    .put("clean", findings.isEmpty())
                    .set("findings", all)
                    .toString();
        }

        private static String text(Path log, List<String> findings) {
            return findings.isEmpty() ? log + ": clean" : String.join("\n", findings);
        }
    }
}

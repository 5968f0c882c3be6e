package io.jingling.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evidence trust}. */
@Command(
        name = "trust",
        mixinStandardHelpOptions = true,
        description = "The trust file of one who believes this platform: hand it on apart from any bundle.",
        footerHeading = "%nExamples:%n",
        footer = "  ./jingling evidence trust --out jingling.trust")
final class EvidenceTrust implements Callable<Integer> {
    @Mixin
    private Connection connection;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; default: standard output.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print the file as a JSON string.")
    private boolean json;

    private final Terminal terminal;

    EvidenceTrust(Surroundings surroundings) {
        this.terminal = surroundings.terminal();
    }

    @Override
    public Integer call() {
        try (Client client = connection.open()) {
            byte[] trust = client.fetch("/v1/bundles/trust");
            ObjectNode node = Client.JSON.createObjectNode().put("trust", new String(trust, StandardCharsets.UTF_8));
            EvidenceCommand.write(json ? (node + "\n").getBytes(StandardCharsets.UTF_8) : trust, out, terminal);
            return 0;
        }
    }
}

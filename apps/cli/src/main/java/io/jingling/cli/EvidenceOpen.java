package io.jingling.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evidence open}. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description =
                "What an entry commits to, with full numbers: for the one who asked for it (releases ask --entry), after"
                        + " another person released it.",
        footerHeading = "%nExamples:%n",
        footer = "  ./jingling evidence open 1042 --release 0b0e1f8e-5f0c-4c53-8a39-1b7c7a3f2b11")
final class EvidenceOpen implements Callable<Integer> {
    @Mixin
    private Connection connection;

    @Parameters(paramLabel = "INDEX", description = "The entry's, from its receipt.")
    private long index;

    @Option(names = "--release", required = true, paramLabel = "ID", description = "As releases ask printed it.")
    private String release;

    @Option(names = "--json", description = "Print the answer as JSON, with the salts.")
    private boolean json;

    private final Terminal terminal;

    EvidenceOpen(Surroundings surroundings) {
        this.terminal = surroundings.terminal();
    }

    @Override
    public Integer call() {
        try (Client client = connection.open()) {
            ObjectNode by = Client.JSON.createObjectNode().put("release", release);
            JsonNode opened = client.post("/v1/evidence/" + index + "/opening", by);
            terminal.out().println(json ? opened.toString() : text(opened));
            return 0;
        }
    }

    private static String text(JsonNode opened) {
        StringBuilder text = new StringBuilder("kind " + opened.path("kind").asText());
        if (opened.path("parts").isEmpty()) {
            text.append("\n\n").append(decoded(opened.path("content")));
        }
        opened.path("parts").forEach(part -> text.append("\n\n")
                .append(part.path("salt").asText().isEmpty() ? "deleted" : decoded(part.path("content"))));
        return text.toString().stripTrailing();
    }

    private static String decoded(JsonNode base64) {
        return new String(Base64.getDecoder().decode(base64.asText()), StandardCharsets.UTF_8);
    }
}

package io.jingling.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evidence export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "The bundle of a case: calls and decisions, a campaign's story, what somebody handed in; logged, stamped"
                        + " and sealed. Numbers are masked without a release (releases ask), and nobody's but the"
                        + " complainant's calls are told one by one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./jingling evidence export --campaign 6a85377a6912 --release ID --case '公(刑)立字〔2026〕1141号' \\",
            "    --purpose '供公安机关核查' --file recording.wav --sort recording --by 报案人 --how '来电时由手机录音' \\",
            "    --key officer.key --out case.tlzj"
        })
final class EvidenceExport implements Callable<Integer> {
    private static final long FILES_BYTES_MAX = 45L << 20;

    @Mixin
    private Connection connection;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Decisions: all calls of their callers are told.")
    private List<String> decisions = new ArrayList<>();

    @Option(names = "--caller", paramLabel = "NUMBER", description = "A caller; may be repeated.")
    private List<String> callers = new ArrayList<>();

    @Option(names = "--campaign", paramLabel = "ID", description = "All numbers of a campaign, and its story.")
    private String campaign = "";

    @Option(
            names = "--subscriber",
            paramLabel = "NUMBER",
            description = "The complainant, whose calls are told one by one.")
    private String subscriber = "";

    @Option(
            names = "--release",
            paramLabel = "ID",
            description = "As releases ask printed it: its numbers are in full.")
    private String release = "";

    @Option(
            names = "--case",
            required = true,
            paramLabel = "CASE",
            description = "The case's number at who receives it.")
    private String caseId;

    @Option(names = "--purpose", required = true, paramLabel = "TEXT", description = "What it is made for.")
    private String purpose;

    @Option(names = "--from", paramLabel = "TIME", description = "ISO 8601 with an offset; default 7 days before to.")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "ISO 8601 with an offset; default now.")
    private String to = "";

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<Handed> files = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "FILE.tlzj", description = "Where to write it.")
    private Path out;

    @Option(names = "--json", description = "Print name and size as JSON.")
    private boolean json;

    private final Terminal terminal;

    /** A file that somebody handed in, and what is said of it. */
    static final class Handed {
        @Option(names = "--file", required = true, paramLabel = "FILE", description = "What somebody handed in.")
        private Path file;

        @Option(
                names = "--sort",
                required = true,
                paramLabel = "WORD",
                description = "recording, screenshot, sms, transfer, call_log, or another word.")
        private String sort;

        @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who handed it in.")
        private String by;

        @Option(names = "--how", required = true, paramLabel = "TEXT", description = "How it was made.")
        private String how;

        ObjectNode json() {
            try {
                return Client.JSON
                        .createObjectNode()
                        .put("name", file.getFileName().toString())
                        .put("sort", sort)
                        .put("from", by)
                        .put("how", how)
                        .put("content", Files.readAllBytes(file));
            } catch (NoSuchFileException none) {
                throw Trouble.badInput("file: got no file " + file + ", want one");
            } catch (IOException failure) {
                throw Trouble.worldFailed(
                        "file: got a failure at " + file + " (" + failure.getMessage() + "), want it readable");
            }
        }

        long bytes() {
            return file.toFile().length();
        }
    }

    EvidenceExport(Surroundings surroundings) {
        this.terminal = surroundings.terminal();
    }

    @Override
    public Integer call() {
        if (files.stream().mapToLong(Handed::bytes).sum() > FILES_BYTES_MAX) {
            throw Trouble.badInput("file: got more than 45 MiB together, want at most that; make several bundles");
        }
        try (Client client = connection.open()) {
            byte[] bundle = client.fetch("/v1/bundles", order(client));
            EvidenceCommand.write(bundle, out, terminal);
            terminal.out()
                    .println(
                            json
                                    ? Client.JSON
                                            .createObjectNode()
                                            .put("file", out.toString())
                                            .put("bytes", bundle.length)
                                            .toString()
                                    : out + ": " + Text.count(bundle.length) + " bytes");
            return 0;
        }
    }

    private ObjectNode order(Client client) {
        ObjectNode order = Client.JSON.createObjectNode().put("caseId", caseId).put("purpose", purpose);
        decisions.forEach(order.putArray("decisions")::add);
        callers.forEach(order.putArray("callers")::add);
        put(order, "campaign", campaign);
        put(order, "release", release);
        put(order, "from", from);
        put(order, "to", to);
        if (!subscriber.isEmpty()) {
            ObjectNode asked = Client.JSON.createObjectNode().put("number", subscriber);
            order.put(
                    "subscriberId",
                    client.post("/v1/subscribers/lookup", asked).path("id").asText());
        }
        ArrayNode handed = order.putArray("files");
        files.forEach(file -> handed.add(file.json()));
        return order;
    }

    private static void put(ObjectNode order, String field, String value) {
        if (!value.isEmpty()) {
            order.put(field, value);
        }
    }
}

package io.jingling.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import io.jingling.cli.Source.Result;
import io.jingling.records.CallFormat;
import io.jingling.records.CallFormat.Times;
import io.jingling.records.GenericCallsWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest}: records of calls that have happened. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in call records of a switch. A record that is known already changes nothing, so a file may be"
                    + " ingested again. gzip is unpacked."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./jingling ingest --source pbx-1 /var/log/asterisk/cdr-csv/Master.csv",
            "  ./jingling ingest --format freeswitch --zone UTC Master.csv.1.gz Master.csv",
            "  ./jingling ingest --format kamailio acc.csv --json"
        })
final class Ingest implements Callable<Integer> {
    @Mixin
    private Connection connection;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "generic, asterisk, freeswitch or kamailio; default: told from each file's first lines.")
    private CallFormat format;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Names the switch, since call ids are unique within one only; default: the format.")
    private String source = "";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Asia/Shanghai",
            description = "Time zone of switches that write local times; default ${DEFAULT-VALUE}.")
    private ZoneId zone;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "Where bad lines go, for one FILE; default FILE.rejected.")
    private String rejected = "";

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    private final Surroundings surroundings;

    Ingest(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!rejected.isEmpty() && files.size() > 1) {
            throw Trouble.badInput("--rejected: got one for " + files.size() + " files, want one file, or none");
        }
        // All are looked at before the first is sent, so that a wrong name costs nothing.
        List<Plan> plans = new ArrayList<>();
        files.forEach(file -> plans.add(plan(new Source(file, surroundings), file)));
        List<Result> results = new ArrayList<>();
        try (Client client = connection.open()) {
            for (Plan plan : plans) {
                Result result = send(plan, client);
                results.add(result);
                print(result);
            }
        }
        printJson(results);
        return results.stream().mapToInt(Result::exitCode).max().orElse(0);
    }

    /** A file and what it is. */
    private record Plan(Source source, CallFormat format) {}

    private Plan plan(Source file, Path path) {
        if (format != null) {
            return new Plan(file, format);
        }
        CallFormat told = CallFormat.detect(file.head(CallFormat.HEAD_MAX))
                .orElseThrow(() -> Trouble.badInput("--format: got none, and " + path
                        + " does not tell, want one of generic, asterisk, freeswitch, kamailio"));
        return new Plan(file, told);
    }

    private Result send(Plan plan, Client client) {
        Times times = new Times(zone, Instant.now());
        String name = source.isEmpty() ? plan.format().word() : source;
        String path = "/v1/calls?source=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        CallLines lines = new CallLines();
        return plan.source()
                .send(
                        rejected,
                        in -> plan.format().read(in, times),
                        rows -> new Upload.Form<>(GenericCallsWriter.HEADER, row -> lines.line(row.value())),
                        body -> client.post(path, "text/csv", body));
    }

    private void print(Result result) {
        if (!json) {
            surroundings
                    .terminal()
                    .out()
                    .println(result.file() + ": " + Text.count(result.outcome().added()) + " added, "
                            + Text.count(result.outcome().known()) + " known already" + result.rejectedPart() + ", "
                            + Text.seconds(result.seconds()));
        }
    }

    private void printJson(List<Result> results) {
        if (json) {
            ObjectNode all = Client.JSON.createObjectNode();
            all.put(
                    "added",
                    results.stream().mapToLong(one -> one.outcome().added()).sum());
            all.put(
                    "known",
                    results.stream().mapToLong(one -> one.outcome().known()).sum());
            all.put(
                    "rejected",
                    results.stream().mapToLong(one -> one.outcome().rejected()).sum());
            ArrayNode each = all.putArray("files");
            results.forEach(one -> each.add(one.json()
                    .put("added", one.outcome().added())
                    .put("known", one.outcome().known())));
            surroundings.terminal().out().println(all);
        }
    }
}

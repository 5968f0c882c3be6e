package io.jingling.cli;

import io.jingling.cli.Commands.Surroundings;
import io.jingling.records.LabelsFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code labels}: what people say of numbers and calls. */
@Command(
        name = "labels",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "What people say of numbers and calls: harassment, legitimate trade, or benign.",
        subcommands = Labels.Import.class)
final class Labels {
    /** {@code labels import FILE}. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Imports a file of labels, to learn from. The same file again changes nothing.",
                "CSV with the header number,call_id,claim,category,source,who,at, a JSON array, or one JSON object a line;"
                        + " gzip is unpacked."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  ./jingling labels import labels.csv",
                "",
                "  number,call_id,claim,category,source,who,at",
                "  17012345678,,harassment,07,reporter,b7f2c1e0,2026-11-23T09:30:00+08:00",
                "  95338,,legit_trade,,officer,,2026-11-24T10:00:00+08:00"
            })
    static final class Import implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "FILE")
        private Path file;

        @Option(names = "--rejected", paramLabel = "FILE", description = "Where bad lines go; default FILE.rejected.")
        private String rejected = "";

        @Option(names = "--json", description = "Print the result as JSON.")
        private boolean json;

        private final Surroundings surroundings;

        Import(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Source source = new Source(file, surroundings);
            Instant now = Instant.now();
            try (Client client = connection.open()) {
                Source.Result result = source.send(
                        rejected,
                        in -> LabelsFile.read(in, now),
                        Upload.Form::asInFile,
                        body -> client.post("/v1/labels", isJson(body) ? "application/x-ndjson" : "text/csv", body));
                String told = result.file() + ": " + Text.count(result.outcome().added()) + " labels new, "
                        + Text.count(result.outcome().known()) + " known" + result.rejectedPart();
                surroundings.terminal().out().println(json ? result.json().toString() : told);
                return result.exitCode();
            }
        }

        private static boolean isJson(byte[] body) {
            return body.length > 0 && body[0] == '{';
        }
    }
}

package io.jingling.cli;

import io.jingling.cli.Commands.Surroundings;
import io.jingling.records.StandingsFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standings}: what is thought of callers. */
@Command(
        name = "standings",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "What is thought of callers: who is listed for what, and who is protected.",
        subcommands = Standings.Import.class)
final class Standings {
    /** {@code standings import FILE}. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Imports a file of standings; they are in force at once, and the last row about a number holds.",
                "CSV with the header number,category,score,expires (and, if wished, evidence,evidence_value), a JSON"
                        + " array, or one JSON object a line; gzip is unpacked."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  ./jingling standings import standings.csv",
                "",
                "  number,category,score,expires,evidence,evidence_value",
                "  17012345678,07,83,2027-01-31T00:00:00+08:00,calls_per_hour,312",
                "  95338,L1,,2027-12-31T00:00:00+08:00,,"
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
                        in -> StandingsFile.read(in, now),
                        Upload.Form::asInFile,
                        body -> client.post("/v1/standings", isJson(body) ? "application/x-ndjson" : "text/csv", body));
                ImportPage.print(result, "standings", json, surroundings.terminal());
                return result.exitCode();
            }
        }

        private static boolean isJson(byte[] body) {
            return body.length > 0 && body[0] == '{';
        }
    }
}

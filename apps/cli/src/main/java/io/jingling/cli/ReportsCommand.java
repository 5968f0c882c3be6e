package io.jingling.cli;

import io.jingling.cli.Commands.Surroundings;
import io.jingling.records.ReportsFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reports}: what people report of calls. */
@Command(
        name = "reports",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "What people report of calls.",
        subcommands = ReportsCommand.Import.class)
final class ReportsCommand {
    /** {@code reports import FILE}. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Imports a call centre's reports. The same file again changes nothing.",
                "CSV with the header key,reporter,number,at and more (docs/reference/reports.md); gzip is unpacked."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  ./jingling reports import reports.csv",
                "",
                "  key,reporter,number,at,category,mode,asked_to_stop,description",
                "  cc-4711,13700137000,170 1234 5678,2026-11-23T09:30:00+08:00,07,robot_ai,true,机器人推销贷款"
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
                        in -> ReportsFile.csv(in, now),
                        Upload.Form::asInFile,
                        body -> client.post("/v1/reports/import", "text/csv", body));
                String told = result.file() + ": " + Text.count(result.outcome().added()) + " reports new, "
                        + Text.count(result.outcome().known()) + " known" + result.rejectedPart();
                surroundings.terminal().out().println(json ? result.json().toString() : told);
                return result.exitCode();
            }
        }
    }
}

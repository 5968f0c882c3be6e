package io.jingling.cli;

import io.jingling.cli.Commands.Surroundings;
import io.jingling.records.WishesFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wishes}: what subscribers asked for. */
@Command(
        name = "wishes",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "What subscribers asked for.",
        subcommands = WishesCommand.Import.class)
final class WishesCommand {
    /** {@code wishes import FILE}. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Imports a file of wishes. Each row changes one wish and leaves the subscriber's others as they are.",
                "CSV with the header number,category,action (and, if wished, note); gzip is unpacked.",
                "category: 01 to 21, F1, preset:400, prefix:0571, white:NUMBER, black:NUMBER, quiet:22:00-07:00,"
                        + " courier:2h or service. action: pass, label, silent, challenge, reject; default takes the"
                        + " wish back; on or off for service."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  ./jingling wishes import wishes.csv",
                "",
                "  number,category,action,note",
                "  13700137000,07,reject,",
                "  13700137000,preset:overseas,silent,",
                "  13700137000,white:010-12345678,pass,the school"
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
                        in -> WishesFile.csv(in, now),
                        Upload.Form::asInFile,
                        body -> client.post("/v1/wishes", "text/csv", body));
                ImportPage.print(result, "wishes", json, surroundings.terminal());
                return result.exitCode();
            }
        }
    }
}

package io.jingling.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root command: its help is the list of all. */
@Command(
        name = "jingling",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Jingling 静铃 screens a call before the telephone rings, and says why.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Serve.class,
            Screen.class,
            Standings.class,
            WishesCommand.class,
            Ingest.class,
            Simulate.class,
            Score.class,
            Classify.class,
            Learn.class,
            Evaluate.class,
            Models.class,
            Labels.class,
            ReportsCommand.class,
            Report.class,
            RangesCommand.class,
            ReleasesCommand.class,
            EvidenceCommand.class,
            Keys.class,
            HelpCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./jingling serve --demo",
            "  ./jingling screen --caller 17012345678 --callee 13800001111",
            "  ./jingling standings import standings.csv",
            "",
            "Exit codes: 0 done, 1 a negative answer, 2 bad input, 3 the world failed."
        })
final class Jingling implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

package io.jingling.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code evidence}: what can be shown to others. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Evidence that others can check.",
        subcommands = {Evidence.Verify.class})
final class Evidence {
    /** Stands in the list of commands; the launcher starts the verifier, which is a jar of its own. */
    @Command(
            name = "verify",
            description = "Verifies a bundle offline. ./jingling evidence verify --help has its options.")
    static final class Verify implements Runnable {
        @Unmatched
        private String[] options = {};

        @Override
        public void run() {
            throw Trouble.badInput("evidence verify: got the command line's own jar, want ./jingling evidence verify "
                    + String.join(" ", options) + ", which starts the verifier");
        }
    }
}

package io.jingling.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Stands in the list of commands; the launcher starts the server itself. */
@Command(
        name = "serve",
        description = "Starts the platform: SIP, HTTP and the console. ./jingling serve --help has its options.")
final class Serve implements Runnable {
    @Unmatched
    private String[] options = {};

    @Override
    public void run() {
        throw Trouble.badInput("serve: got the command line's own jar, want ./jingling serve "
                + String.join(" ", options) + ", which starts the server");
    }
}

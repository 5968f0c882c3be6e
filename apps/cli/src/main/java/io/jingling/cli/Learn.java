package io.jingling.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Stands in the list of commands; the launcher starts what learns, which has libraries of its own. */
@Command(
        name = "learn",
        description = "Learns a model from calls whose makers are known. ./jingling learn --help has its options.")
final class Learn implements Runnable {
    @Unmatched
    private String[] options = {};

    @Override
    public void run() {
        throw Trouble.badInput("learn: got the command line's own jar, want ./jingling learn "
                + String.join(" ", options) + ", which starts what learns");
    }
}

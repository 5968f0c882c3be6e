package io.jingling.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Stands in the list of commands; the launcher starts what measures, which has libraries of its own. */
@Command(
        name = "evaluate",
        description =
                "Measures what a model does to calls whose makers are known. ./jingling evaluate --help has its options.")
final class Evaluate implements Runnable {
    @Unmatched
    private String[] options = {};

    @Override
    public void run() {
        throw Trouble.badInput("evaluate: got the command line's own jar, want ./jingling evaluate "
                + String.join(" ", options) + ", which starts what measures");
    }
}

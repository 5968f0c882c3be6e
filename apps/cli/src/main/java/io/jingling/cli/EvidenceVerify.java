package io.jingling.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code evidence verify}: stands in the list of commands; the launcher starts the verifier, which is a jar of its own. */
@Command(name = "verify", description = "Verifies a bundle offline. ./jingling evidence verify --help has its options.")
final class EvidenceVerify implements Runnable {
    @Unmatched
    private String[] options = {};

    @Override
    public void run() {
        throw Trouble.badInput("evidence verify: got the command line's own jar, want ./jingling evidence verify "
                + String.join(" ", options) + ", which starts the verifier");
    }
}

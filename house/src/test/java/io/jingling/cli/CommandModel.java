package io.jingling.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import picocli.CommandLine;

/** What the launcher's commands take. In their package, as they are nobody else's business. */
public final class CommandModel {
    private CommandModel() {}

    public static CommandLine commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Main.commands(new Terminal(nowhere, nowhere, false, false), Map.of());
    }
}

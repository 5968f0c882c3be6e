package io.jingling.server;

import picocli.CommandLine;

/** What {@code serve} takes. In its package, as it is nobody else's business. */
public final class ServeModel {
    private ServeModel() {}

    public static CommandLine serve() {
        return new CommandLine(new Serve());
    }
}

package io.jingling.server;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** Where the process begins. Ends with 0 when stopped, 2 on bad input, 3 where the world failed. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        CommandLine line = new CommandLine(new Serve());
        line.setParameterExceptionHandler((wrong, words) -> {
            Console.complain(wrong.getMessage());
            return Exit.BAD_INPUT;
        });
        System.exit(line.execute(arguments));
    }
}

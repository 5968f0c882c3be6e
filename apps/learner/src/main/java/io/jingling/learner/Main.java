package io.jingling.learner;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

/** Where {@code ./jingling learn} and {@code ./jingling evaluate} end up. */
@Command(
        name = "jingling",
        mixinStandardHelpOptions = true,
        subcommands = {
            Learn.class,
            Evaluate.class,
            SichuanCommand.class,
            TranscriptsCommand.class,
            TextsCommand.class,
            HelpCommand.class
        })
public final class Main {
    static final int BAD_INPUT = 2;
    static final int WORLD_FAILED = 3;

    private Main() {}

    public static void main(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exit = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        IParameterExceptionHandler badArguments = (bad, given) -> {
            bad.getCommandLine().getErr().println("jingling: " + bad.getMessage());
            return BAD_INPUT;
        };
        IExecutionExceptionHandler failure = (why, command, result) -> {
            command.getErr().println("jingling: " + why.getMessage());
            return why instanceof IllegalArgumentException ? BAD_INPUT : WORLD_FAILED;
        };
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(badArguments)
                .setExecutionExceptionHandler(failure)
                .execute(arguments);
    }
}

package io.jingling.cli;

import io.jingling.records.CallFormat;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Where {@code ./jingling} ends up, except for {@code serve}. */
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Terminal terminal = Terminal.ofProcess();
        int exit = run(terminal, System.getenv(), arguments);
        terminal.flush();
        System.exit(exit);
    }

    static int run(Terminal terminal, Map<String, String> environment, String... arguments) {
        return commands(terminal, environment).execute(arguments);
    }

    /** All commands, ready to be executed, or only to be asked what they take. */
    static CommandLine commands(Terminal terminal, Map<String, String> environment) {
        return new CommandLine(new Jingling(), new Commands(terminal, environment))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(terminal.colours())
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .registerConverter(CallFormat.class, Main::format)
                .registerConverter(ZoneId.class, Main::zone)
                .setParameterExceptionHandler(Complaints::badArguments)
                .setExecutionExceptionHandler(Complaints::failure);
    }

    private static CallFormat format(String word) {
        try {
            return CallFormat.of(word);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new TypeConversionException("zone: got \"" + name + "\", want a name such as Asia/Shanghai or UTC");
        }
    }
}

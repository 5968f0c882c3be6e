package io.jingling.cli;

import io.jingling.records.UnreadableFile;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in a sentence, never with a stack trace. */
final class Complaints {
    private Complaints() {}

    static int badArguments(ParameterException bad, String... arguments) {
        CommandLine command = bad.getCommandLine();
        command.getErr().println(bad.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(bad, command.getErr())) {
            command.getErr().println("Try: ./" + command.getCommandSpec().qualifiedName() + " --help");
        }
        return Trouble.BAD_INPUT;
    }

    static int failure(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println(String.valueOf(failure.getMessage()));
        return switch (failure) {
            case Trouble trouble -> trouble.exitCode();
            case UnreadableFile unreadable -> Trouble.BAD_INPUT;
            default -> Trouble.WORLD_FAILED;
        };
    }
}

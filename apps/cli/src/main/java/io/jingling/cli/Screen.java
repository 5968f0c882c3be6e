package io.jingling.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code screen}: one decision, with every reason. */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description = "Decides one call and says why. Ends with 0 where the telephone rings, 1 where it does not.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./jingling screen --caller 17012345678 --callee 13800001111",
            "  ./jingling screen --caller '' --callee 13800001111     a hidden caller",
            "  ./jingling screen --caller 95013 --callee 13800001111 --at 2026-11-23T23:30:00+08:00 --json"
        })
final class Screen implements Callable<Integer> {
    private static final int NOT_RINGING = 1;

    @Mixin
    private Connection connection;

    @Option(
            names = "--caller",
            required = true,
            paramLabel = "N",
            description = "Who calls, in any national or international form; '' for a hidden number.")
    private String caller;

    @Option(names = "--callee", required = true, paramLabel = "N", description = "Whose telephone would ring.")
    private String callee;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When, ISO 8601 with offset; default now. More than 5 minutes from now it is a rehearsal.")
    private String at = "";

    @Option(names = "--rehearse", description = "Only ask: no log entry, and no effect on a second call.")
    private boolean rehearse;

    @Option(names = "--entitled", description = "The trunk may present emergency and public safety numbers.")
    private boolean entitled;

    @Option(names = "--json", description = "Print the platform's answer as JSON.")
    private boolean json;

    private final Terminal terminal;

    Screen(Surroundings surroundings) {
        this.terminal = surroundings.terminal();
    }

    @Override
    public Integer call() {
        try (Client client = connection.open()) {
            JsonNode decision = client.post("/v1/screen", question());
            terminal.out().println(json ? decision.toString() : new DecisionPage(decision, terminal).text());
            return rings(decision.path("action").asText()) ? 0 : NOT_RINGING;
        }
    }

    private ObjectNode question() {
        ObjectNode question = Client.JSON.createObjectNode();
        question.put("caller", caller).put("callee", callee);
        if (!at.isEmpty()) {
            question.put("at", at);
        }
        return question.put("rehearse", rehearse).put("publicNumbersEntitled", entitled);
    }

    private static boolean rings(String action) {
        return io.jingling.domain.Action.of(action).rings();
    }
}

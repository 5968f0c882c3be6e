package io.jingling.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import io.jingling.domain.NumberRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ranges}: rules on whole ranges of numbers. */
@Command(
        name = "ranges",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Rules on ranges of numbers, weaker the broader they are; looked at before they are in force.",
        subcommands = {
            RangesCommand.All.class,
            RangesCommand.Preview.class,
            RangesCommand.Put.class,
            RangesCommand.Remove.class
        })
final class RangesCommand {
    private static final String PATH = "/v1/ranges";

    private RangesCommand() {}

    /** What a rule is made of. */
    static final class RuleOptions {
        @Parameters(paramLabel = "RANGE", description = "Known digits and a * for each free one: '1650023****'.")
        private String range;

        @Option(names = "--category", paramLabel = "CODE", required = true, description = "01, 02, 04 to 21 or F1.")
        private String category;

        @Option(names = "--score", required = true, description = "How sure, were it one number: 0 to 100.")
        private int score;

        @Option(
                names = "--expires",
                paramLabel = "TIME",
                required = true,
                description = "ISO 8601 with an offset; at most 366 days from now.")
        private String expires;

        ObjectNode json() {
            return Client.JSON
                    .createObjectNode()
                    .put("range", range)
                    .put("category", category)
                    .put("score", score)
                    .put("expires", expires);
        }
    }

    private static boolean isDone(JsonNode preview) {
        return preview.path("state").asText().equals("done");
    }

    private static String page(JsonNode preview) {
        String calls = Text.count(preview.path("calls").asLong());
        if (!isDone(preview)) {
            String why = preview.path("why").asText();
            return preview.path("state").asText() + (why.isEmpty() ? "" : " (" + why + ")") + ": " + calls
                    + " calls so far; ask again";
        }
        JsonNode blocked = preview.path("newlyBlocked");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("NUMBER", "KIND", "CALLS", "OVER 60 S"));
        blocked.path("listed")
                .forEach(one -> rows.add(List.of(
                        one.path("number").asText(),
                        one.path("kind").asText(),
                        one.path("calls").asText(),
                        one.path("talks").asText())));
        return calls + " calls of the last 7 days, "
                + Text.count(preview.path("ofRange").asLong()) + " out of the range\n"
                + Text.count(preview.path("newlyLabelled").asLong()) + " calls newly labelled\n"
                + Text.count(blocked.path("calls").asLong()) + " calls of "
                + Text.count(blocked.path("numbers").asLong()) + " numbers newly blocked; "
                + Text.count(blocked.path("talks").asLong()) + " of them were answered and lasted over 60 s\n"
                + (rows.size() == 1 ? "" : Text.table(rows) + "\n");
    }

    private static String text(JsonNode rule) {
        return rule.path("range").asText() + ": score " + rule.path("score").asText() + " weighs "
                + rule.path("weight").asText() + ", may do: "
                + rule.path("reach").asText() + ", until "
                + rule.path("expires").asText();
    }

    /** {@code ranges list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "The rules that a platform has.")
    static final class All implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        All(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                JsonNode answer = client.get(PATH);
                terminal.out().println(json ? answer.toString() : table(answer.path("rules")));
                return 0;
            }
        }

        private static String table(JsonNode rules) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("RANGE", "CATEGORY", "SCORE", "WEIGHT", "MAY DO", "EXPIRES"));
            rules.forEach(rule -> rows.add(List.of(
                    rule.path("range").asText(),
                    rule.path("category").asText(),
                    rule.path("score").asText(),
                    rule.path("weight").asText(),
                    rule.path("reach").asText(),
                    rule.path("expires").asText() + (rule.path("inForce").asBoolean() ? "" : " (expired)"))));
            return Text.table(rows);
        }
    }

    /** {@code ranges preview}. */
    @Command(
            name = "preview",
            mixinStandardHelpOptions = true,
            description =
                    "What a rule would have changed in the last 7 days. The first time it is asked for, a platform begins"
                            + " to work it out: ask again until it is done.",
            footerHeading = "%nExamples:%n",
            footer = "  ./jingling ranges preview '1650023****' --category 07 --score 95"
                    + " --expires 2026-12-31T00:00:00+08:00")
    static final class Preview implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Mixin
        private RuleOptions rule;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Preview(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                JsonNode answer = client.post(PATH + "/preview", rule.json());
                terminal.out().println(json ? answer.toString() : page(answer));
                return isDone(answer) ? 0 : 1;
            }
        }
    }

    /** {@code ranges put}. */
    @Command(
            name = "put",
            mixinStandardHelpOptions = true,
            description =
                    "Puts a rule in force, in place of the one on the same range: shows its preview, asks, and does it.",
            footerHeading = "%nExamples:%n",
            footer = "  ./jingling ranges put '1650023****' --category 07 --score 95"
                    + " --expires 2026-12-31T00:00:00+08:00 --yes")
    static final class Put implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Mixin
        private RuleOptions rule;

        @Option(names = "--yes", description = "Do not ask after the preview.")
        private boolean yes;

        @Option(names = "--force", description = "Also without a preview.")
        private boolean force;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Put(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                if (!force && !isWanted(client.post(PATH + "/preview", rule.json()))) {
                    return Trouble.NEGATIVE;
                }
                JsonNode answer = client.put(PATH + (force ? "?force=true" : ""), rule.json());
                terminal.out().println(json ? answer.toString() : text(answer));
                return 0;
            }
        }

        private boolean isWanted(JsonNode preview) {
            terminal.err().println(page(preview));
            if (!isDone(preview) || yes) {
                return isDone(preview);
            }
            if (!terminal.watched()) {
                terminal.err().println("Nothing is changed yet: say --yes to put it in force.");
                return false;
            }
            terminal.err().print("Put it in force? [y/N] ");
            terminal.err().flush();
            return isYes();
        }

        /** The process's own input is not ours to close. */
        private static boolean isYes() {
            try {
                String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
                return line != null && line.strip().equalsIgnoreCase("y");
            } catch (IOException gone) {
                return false;
            }
        }
    }

    /** {@code ranges remove}. */
    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Takes a rule out of force with the next call.")
    static final class Remove implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "RANGE", description = "From ranges list, in quotes: '1650023****'.")
        private String range;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Remove(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            NumberRange known = read(range);
            try (Client client = connection.open()) {
                client.delete(PATH + "/" + known);
                ObjectNode answer = Client.JSON.createObjectNode().put("removed", known.toString());
                terminal.out().println(json ? answer.toString() : known + ": removed");
                return 0;
            }
        }

        private static NumberRange read(String text) {
            try {
                return NumberRange.parse(text);
            } catch (IllegalArgumentException bad) {
                throw Trouble.badInput(bad.getMessage());
            }
        }
    }
}

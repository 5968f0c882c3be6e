package io.jingling.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code releases}: full numbers for two people. */
@Command(
        name = "releases",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Full numbers: one person asks, another releases, the first reads; and the log of all that.",
        subcommands = {
            ReleasesCommand.Ask.class,
            ReleasesCommand.All.class,
            ReleasesCommand.Release.class,
            ReleasesCommand.Refuse.class,
            ReleasesCommand.Numbers.class,
            ReleasesCommand.Log.class
        })
final class ReleasesCommand {
    private static final String PATH = "/v1/releases";

    private ReleasesCommand() {}

    private static String person(JsonNode person) {
        return person.isMissingNode()
                ? ""
                : person.path("name").asText() + " (" + person.path("role").asText() + ")";
    }

    private static String line(JsonNode one) {
        return one.path("id").asText() + ": " + one.path("about").asText() + " "
                + one.path("of").asText() + ", " + one.path("stage").asText();
    }

    /** One of what numbers can be asked of. */
    static final class About {
        @Option(names = "--decision", paramLabel = "ID", description = "The caller of that decision.")
        private String decision = "";

        @Option(names = "--campaign", paramLabel = "ID", description = "The numbers of that campaign.")
        private String campaign = "";

        @Option(names = "--entry", paramLabel = "INDEX", description = "What opens that entry of the evidence log.")
        private String entry = "";

        ObjectNode json() {
            String word = decision.isEmpty() ? campaign.isEmpty() ? "entry" : "campaign" : "decision";
            return Client.JSON.createObjectNode().put("about", word).put("of", decision + campaign + entry);
        }
    }

    /** {@code releases ask}. */
    @Command(
            name = "ask",
            mixinStandardHelpOptions = true,
            description = "Asks to see full numbers. Prints the release's id, for somebody else to release it.",
            footerHeading = "%nExamples:%n",
            footer =
                    "  ./jingling releases ask --campaign c-1 --case '公(刑)立字〔2026〕1141号' --reason '核查主叫' --key officer.key")
    static final class Ask implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @ArgGroup(multiplicity = "1")
        private About about;

        @Option(names = "--case", required = true, paramLabel = "CASE", description = "1 to 100 characters.")
        private String caseId;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "1 to 200 characters.")
        private String reason;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Ask(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                JsonNode asked =
                        client.post(PATH, about.json().put("caseId", caseId).put("reason", reason));
                terminal.err()
                        .println("Asked; somebody else has to release it until "
                                + asked.path("until").asText() + ".");
                terminal.out()
                        .println(json ? asked.toString() : asked.path("id").asText());
                return 0;
            }
        }
    }

    /** {@code releases list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Who asked for what, and what became of it.")
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
                terminal.out().println(json ? answer.toString() : table(answer.path("releases")));
                return 0;
            }
        }

        private static String table(JsonNode releases) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("ID", "WHAT", "STAGE", "CASE", "ASKED BY", "ANSWERED BY", "UNTIL"));
            releases.forEach(one -> rows.add(List.of(
                    one.path("id").asText(),
                    one.path("about").asText() + " " + one.path("of").asText(),
                    one.path("stage").asText(),
                    one.path("caseId").asText(),
                    person(one.path("asker")),
                    person(one.path("answerer")),
                    one.path("until").asText())));
            return Text.table(rows);
        }
    }

    /** {@code releases release}. */
    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Lets the one who asked read, for a while.",
            footerHeading = "%nExamples:%n",
            footer = "  ./jingling releases release 0b0e1f8e-5f0c-4c53-8a39-1b7c7a3f2b11")
    static final class Release implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "ID", description = "As ask printed it.")
        private String id;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Release(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                JsonNode answer = client.post(PATH + "/" + id + "/release", Client.JSON.createObjectNode());
                terminal.out().println(json ? answer.toString() : line(answer));
                return 0;
            }
        }
    }

    /** {@code releases refuse}. */
    @Command(name = "refuse", mixinStandardHelpOptions = true, description = "Says no, and why.")
    static final class Refuse implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "ID", description = "As ask printed it.")
        private String id;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "1 to 200 characters.")
        private String reason;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Refuse(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                ObjectNode why = Client.JSON.createObjectNode().put("reason", reason);
                JsonNode answer = client.post(PATH + "/" + id + "/refuse", why);
                terminal.out().println(json ? answer.toString() : line(answer));
                return 0;
            }
        }
    }

    /** {@code releases numbers}. */
    @Command(
            name = "numbers",
            mixinStandardHelpOptions = true,
            description =
                    "The full numbers, one a line, for the one who asked. That they are read is in evidence first.")
    static final class Numbers implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "ID", description = "As ask printed it.")
        private String id;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Numbers(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                JsonNode answer = client.post(PATH + "/" + id + "/numbers", Client.JSON.createObjectNode());
                if (json) {
                    terminal.out().println(answer);
                } else {
                    answer.path("numbers").forEach(number -> terminal.out().println(number.asText()));
                }
                return 0;
            }
        }
    }

    /** {@code releases log}. */
    @Command(
            name = "log",
            mixinStandardHelpOptions = true,
            description = "Who did what with full numbers, the latest first.")
    static final class Log implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Option(names = "--limit", paramLabel = "N", description = "1 to 1000; default 100.")
        private int limit = 100;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Log(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                JsonNode answer = client.get("/v1/accesses?limit=" + limit);
                terminal.out().println(json ? answer.toString() : table(answer.path("accesses")));
                return 0;
            }
        }

        private static String table(JsonNode accesses) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("AT", "WHO", "DID", "WHAT", "CASE", "REASON"));
            accesses.forEach(one -> rows.add(List.of(
                    one.path("at").asText(),
                    person(one.path("who")),
                    one.path("step").asText(),
                    one.path("what").asText(),
                    one.path("caseId").asText(),
                    one.path("reason").asText())));
            return Text.table(rows);
        }
    }
}

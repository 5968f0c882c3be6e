package io.jingling.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys}: who may use the platform. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Who may use the platform: API keys and their roles.",
        subcommands = {Keys.Add.class, Keys.All.class, Keys.Revoke.class})
final class Keys {
    private static final String PATH = "/v1/keys";

    /** {@code keys add}. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Makes a key. It is shown now and never again: the platform keeps only its SHA-256.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  umask 077; ./jingling keys add --name 'SBC 3' --role operator > sbc3.key",
                "  ./jingling keys add --name 'Mrs Li' --role subscriber --subscriber 13700137000"
            })
    static final class Add implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Option(
                names = "--name",
                required = true,
                paramLabel = "NAME",
                description = "Whose it is; 1 to 100 characters.")
        private String name;

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "subscriber, officer, operator, tenant, regulator, store or auditor.")
        private String role;

        @Option(
                names = "--subscriber",
                paramLabel = "NUMBER",
                description = "For a subscriber's key: whose data it opens.")
        private String subscriber = "";

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Add(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                ObjectNode wished =
                        Client.JSON.createObjectNode().put("name", name).put("role", role);
                if (!subscriber.isEmpty()) {
                    wished.put("subscriberId", idOf(subscriber, client));
                }
                JsonNode made = client.post(PATH, wished);
                // The key alone goes to standard output, so that it can be sent into a file.
                terminal.err()
                        .println("Key " + made.path("id").asText() + " for " + name + " ("
                                + made.path("role").asText() + "). Keep it: it is not shown again.");
                terminal.out().println(json ? made.toString() : made.path("key").asText());
                return 0;
            }
        }

        private static String idOf(String number, Client client) {
            ObjectNode asked = Client.JSON.createObjectNode().put("number", number);
            return client.post("/v1/subscribers/lookup", asked).path("id").asText();
        }
    }

    /** {@code keys list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all keys that open something.")
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
                terminal.out().println(json ? answer.toString() : table(answer.path("keys")));
                return 0;
            }
        }

        private static String table(JsonNode keys) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("ID", "ROLE", "CREATED", "NAME"));
            keys.forEach(key -> rows.add(List.of(
                    key.path("id").asText(),
                    key.path("role").asText(),
                    key.path("created").asText(),
                    key.path("name").asText())));
            return Text.table(rows);
        }
    }

    /** {@code keys revoke}. */
    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Revokes keys: from then on they open nothing.",
            footerHeading = "%nExamples:%n",
            footer = "  ./jingling keys revoke 9f86d081884c7d65")
    static final class Revoke implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "ID", arity = "1..*", description = "From keys list.")
        private List<String> ids;

        @Option(names = "--json", description = "Print the result as JSON.")
        private boolean json;

        private final Terminal terminal;

        Revoke(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                for (String id : ids) {
                    client.delete(PATH + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
                    terminal.out()
                            .println(
                                    json
                                            ? Client.JSON
                                                    .createObjectNode()
                                                    .put("revoked", id)
                                                    .toString()
                                            : "revoked " + id);
                }
                return 0;
            }
        }
    }
}

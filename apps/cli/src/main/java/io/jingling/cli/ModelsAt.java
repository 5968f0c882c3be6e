package io.jingling.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.cli.Commands.Surroundings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands of {@code models} that ask a platform. */
final class ModelsAt {
    private static final String PATH = "/v1/models";

    private ModelsAt() {}

    private static String of(String id, String what) {
        return PATH + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/" + what;
    }

    private static String text(JsonNode model) {
        String name = model.path("name").asText();
        return model.path("id").asText() + (name.isEmpty() ? "" : " " + name) + ": "
                + model.path("state").asText();
    }

    /** {@code models list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "The models that a platform has.")
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
                terminal.out().println(json ? answer.toString() : table(answer.path("models")));
                return 0;
            }
        }

        private static String table(JsonNode models) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("ID", "STATE", "SIGNED BY", "NAME"));
            models.forEach(model -> rows.add(List.of(
                    model.path("id").asText(),
                    model.path("state").asText(),
                    model.path("signer").asText(),
                    model.path("name").asText())));
            return Text.table(rows);
        }
    }

    /** {@code models send}. */
    @Command(
            name = "send",
            mixinStandardHelpOptions = true,
            description = "Sends a signed model to a platform, where it changes nothing until it is published.")
    static final class Send implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "FILE")
        private Path file;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Send(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                JsonNode answer = client.post(PATH, "application/octet-stream", Models.bytes(file));
                terminal.out().println(json ? answer.toString() : text(answer));
                return 0;
            }
        }
    }

    /** {@code models preview}. */
    @Command(
            name = "preview",
            mixinStandardHelpOptions = true,
            description =
                    "What a model would have changed in the last 7 days. The first time it is asked for, a platform"
                            + " begins to work it out: ask again until it is done.")
    static final class Preview implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "ID", description = "From models list.")
        private String id;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Preview(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                JsonNode answer = client.get(of(id, "preview"));
                terminal.out().println(json ? answer.toString() : page(answer));
                return answer.path("state").asText().equals("done") ? 0 : 1;
            }
        }

        private static String page(JsonNode answer) {
            if (!answer.path("state").asText().equals("done")) {
                return answer.path("state").asText() + ": "
                        + Text.count(answer.path("calls").asLong()) + " calls so far; ask again";
            }
            return Text.count(answer.path("calls").asLong()) + " calls replayed\n"
                    + table("newly blocked", answer.path("newlyBlocked"))
                    + table("no longer blocked", answer.path("noLongerBlocked"));
        }

        private static String table(String what, JsonNode list) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("NUMBER", "KIND", "CALLS", "REASONS"));
            list.path("listed")
                    .forEach(one -> rows.add(List.of(
                            one.path("number").asText(),
                            one.path("kind").asText(),
                            one.path("calls").asText(),
                            one.path("reasons").toString())));
            return Text.count(list.path("calls").asLong()) + " calls of "
                    + Text.count(list.path("numbers").asLong()) + " numbers " + what + "\n" + Text.table(rows) + "\n";
        }
    }

    /** {@code models publish}. */
    @Command(
            name = "publish",
            mixinStandardHelpOptions = true,
            description = "Judges by a model from now on; its preview must have been made.")
    static final class Publish implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "ID", description = "From models list.")
        private String id;

        @Option(names = "--force", description = "Also without a preview.")
        private boolean force;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Publish(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                JsonNode nothing = Client.JSON.createObjectNode();
                JsonNode answer = client.post(of(id, "publish") + (force ? "?force=true" : ""), nothing);
                terminal.out().println(json ? answer.toString() : text(answer));
                return 0;
            }
        }
    }

    /** {@code models rollback}. */
    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Judges by the model before again, at once.")
    static final class Rollback implements Callable<Integer> {
        @Mixin
        private Connection connection;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Rollback(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            try (Client client = connection.open()) {
                JsonNode answer = client.post(PATH + "/rollback", Client.JSON.createObjectNode());
                terminal.out().println(json ? answer.toString() : text(answer));
                return 0;
            }
        }
    }
}

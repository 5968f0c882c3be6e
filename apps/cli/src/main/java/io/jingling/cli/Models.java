package io.jingling.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import io.jingling.detection.Feature;
import io.jingling.records.ModelFile;
import io.jingling.records.SignedModel;
import io.jingling.records.Signer;
import io.jingling.records.SigningKey;
import io.jingling.records.TrustedKeys;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models}: who vouches for a model, and which one is in force. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Models: keys to sign them with, what is in a file, and which one a platform judges by.",
        subcommands = {
            Models.Key.class,
            Models.Sign.class,
            Models.Show.class,
            ModelsAt.All.class,
            ModelsAt.Send.class,
            ModelsAt.Preview.class,
            ModelsAt.Publish.class,
            ModelsAt.Rollback.class
        })
final class Models {
    private Models() {}

    /** {@code models key}. */
    @Command(
            name = "key",
            mixinStandardHelpOptions = true,
            description = "Makes a key to sign models with, readable by you alone, and prints its line for a platform's"
                    + " models/trusted.keys.",
            footerHeading = "%nExamples:%n",
            footer = "  ./jingling models key team.key >> data/models/trusted.keys")
    static final class Key implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "Must not be there yet.")
        private Path file;

        @Option(names = "--json", description = "Print the result as JSON.")
        private boolean json;

        private final Terminal terminal;

        Key(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            SigningKey key = SigningKey.make();
            try {
                key.write(file);
            } catch (FileAlreadyExistsException taken) {
                throw Trouble.badInput("key: got " + file + ", which is there, want a new file: keys are not replaced");
            } catch (IOException failure) {
                throw Trouble.worldFailed("key: got a failure at " + file + " (" + failure.getMessage()
                        + "), want a folder that may be written");
            }
            Signer signer = key.signer();
            terminal.err().println(file + ": key " + signer.id() + ". Keep it: who has it can sign as you.");
            String line = TrustedKeys.line(signer, String.valueOf(file.getFileName()));
            ObjectNode answer = Client.JSON.createObjectNode().put("id", signer.id());
            terminal.out().println(json ? answer.put("trusted", line).toString() : line);
            return 0;
        }
    }

    /** {@code models sign}. */
    @Command(
            name = "sign",
            mixinStandardHelpOptions = true,
            description = "Signs a model that is there; another signature is replaced.")
    static final class Sign implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "The model; it is replaced by the signed one.")
        private Path file;

        @Option(names = "--key", paramLabel = "KEYFILE", required = true, description = "From models key.")
        private Path key;

        private final Terminal terminal;

        Sign(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            SignedModel signed = read(file, path -> SignedModel.of(ModelFile.read(path), SigningKey.read(key)));
            read(file, path -> {
                ModelFile.write(path, signed);
                return path;
            });
            terminal.out().println(file + ": signed by key " + signed.signer().orElseThrow());
            return 0;
        }
    }

    /** {@code models show}. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "What is in a model's file: its name, features, SHA-256, and who signed it.",
            footerHeading = "%nExamples:%n",
            footer = {"  ./jingling models show my.model", "  ./jingling models show my.model --json"})
    static final class Show implements Callable<Integer> {
        @Parameters(paramLabel = "FILE")
        private Path file;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        private final Terminal terminal;

        Show(Surroundings surroundings) {
            this.terminal = surroundings.terminal();
        }

        @Override
        public Integer call() {
            SignedModel model = read(file, ModelFile::open);
            ObjectNode answer = json(model);
            terminal.out().println(json ? answer.toString() : text(answer));
            return 0;
        }

        private static ObjectNode json(SignedModel model) {
            ObjectNode answer = Client.JSON.createObjectNode();
            answer.put("name", model.model().name()).put("sha256", model.sha256());
            answer.put("signer", model.signer().map(Signer::id).orElse(""));
            answer.put("trees", model.model().trees().roots().length);
            answer.put("sequence", model.model().sequence().isPresent());
            answer.put("linking", model.model().linking().isPresent());
            Arrays.stream(Feature.values())
                    .forEach(feature -> answer.withArray("features").add(feature.name()));
            return answer;
        }

        private static String text(ObjectNode answer) {
            String signer = answer.path("signer").asText();
            List<List<String>> rows = List.of(
                    List.of("name", answer.path("name").asText()),
                    List.of("sha256", answer.path("sha256").asText()),
                    List.of("signed by", signer.isEmpty() ? "nobody" : "key " + signer),
                    List.of("trees", answer.path("trees").asText()),
                    List.of("sequence", yes(answer.path("sequence"))),
                    List.of("linking", yes(answer.path("linking"))),
                    List.of("features", answer.path("features").size() + ": " + names(answer.path("features"))));
            return Text.table(rows);
        }

        private static String yes(JsonNode is) {
            return is.asBoolean() ? "yes" : "no";
        }

        private static String names(JsonNode features) {
            StringBuilder names = new StringBuilder();
            features.forEach(feature -> names.append(names.isEmpty() ? "" : " ").append(feature.asText()));
            return names.toString();
        }
    }

    /** Does something with a file. */
    interface FromFile<T> {
        T of(Path file) throws IOException;
    }

    static <T> T read(Path file, FromFile<T> reader) {
        try {
            return reader.of(file);
        } catch (IllegalArgumentException bad) {
            throw Trouble.badInput(file + ": " + bad.getMessage());
        } catch (NoSuchFileException none) {
            throw Trouble.badInput("file: got none at " + none.getFile() + ", want one");
        } catch (IOException failure) {
            throw Trouble.worldFailed(
                    file + ": got a failure (" + failure.getMessage() + "), want a file that can be read and written");
        }
    }

    static byte[] bytes(Path file) {
        return read(file, Files::readAllBytes);
    }
}

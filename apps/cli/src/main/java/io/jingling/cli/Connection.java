package io.jingling.cli;

import io.jingling.cli.Commands.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options by which a command finds the platform and its key. */
final class Connection {
    private static final String USUAL_SERVER = "http://127.0.0.1:8080";
    private static final long KEY_BYTES_MAX = 4_096;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Where the platform answers; default JINGLING_SERVER, or " + USUAL_SERVER + ".")
    private String server = "";

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "File with an API key; default operator.key in the data folder.")
    private String key = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The platform's data folder, for its key; default JINGLING_DATA, or ./data.")
    private String data = "";

    private final Map<String, String> environment;

    Connection(Surroundings surroundings) {
        this.environment = surroundings.environment();
    }

    Client open() {
        return new Client(address(), keyFile(), readKey());
    }

    private URI address() {
        String url = server.isEmpty() ? environment.getOrDefault("JINGLING_SERVER", USUAL_SERVER) : server;
        try {
            URI address = URI.create(url.replaceAll("/+$", ""));
            if (address.getHost() != null && (url.startsWith("http://") || url.startsWith("https://"))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw Trouble.badInput("server: got \"" + url + "\", want a URL such as " + USUAL_SERVER);
    }

    private Path keyFile() {
        String folder = data.isEmpty() ? environment.getOrDefault("JINGLING_DATA", "data") : data;
        return key.isEmpty() ? Path.of(folder, "operator.key") : Path.of(key);
    }

    private String readKey() {
        Path file = keyFile();
        try {
            if (Files.size(file) <= KEY_BYTES_MAX) {
                String text = Files.readString(file).strip();
                if (text.matches("[\\x21-\\x7E]+")) {
                    return text;
                }
            }
        } catch (NoSuchFileException e) {
            throw Trouble.badInput("key: got no file " + file + ", want one with an API key. The first start of"
                    + " ./jingling serve writes operator.key into its data folder: name that with --data DIR, or the"
                    + " file with --key FILE");
        } catch (IOException e) {
            throw Trouble.badInput("key: got a file that cannot be read (" + file + "), want one with an API key");
        }
        throw Trouble.badInput("key: got a file of another kind (" + file + "), want one with an API key");
    }
}

package io.jingling.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The packaged server as a process of its own, on free ports. */
final class ServerProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path out;
    private final Path data;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ServerProcess(Process process, Path out, Path data) {
        this.process = process;
        this.out = out;
        this.data = data;
    }

    /** An answer as it came. */
    record Answer(int status, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Starts with these options beside {@code --data}; does not wait. */
    static ServerProcess launch(Path data, String... options) {
        try {
            Path out = Files.createTempFile("jingling-server", ".out");
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    JAR.toString(),
                    "--data",
                    data.toString()));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            return new ServerProcess(process, out, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts on free ports and waits until it says that it is ready. */
    static ServerProcess start(Path data, String... options) {
        List<String> all = new ArrayList<>(List.of("--http-port", "0", "--sip-port", "0"));
        all.addAll(List.of(options));
        ServerProcess server = launch(data, all.toArray(String[]::new));
        Awaitility.await()
                .atMost(STARTS_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> server.readyLine().isPresent() || !server.process.isAlive());
        server.readyLine().orElseThrow(() -> new AssertionError("got no ready line in " + server.lines()));
        return server;
    }

    List<String> lines() {
        try {
            return Files.readAllLines(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> readyLine() {
        return lines().stream().filter(line -> line.startsWith("ready ")).findFirst();
    }

    /** The exit code, once it has ended. */
    int ended() {
        try {
            if (!process.waitFor(STARTS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("got a process that goes on, want an end; " + lines());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    String key() {
        try {
            return Files.readString(data.resolve("operator.key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int sipPort() {
        String says = get("/q/health/ready").text();
        return Integer.parseInt(says.replaceAll("(?s).*listens on port (\\d+).*", "$1"));
    }

    Answer get(String path) {
        return send("GET", path, "", BodyPublishers.noBody());
    }

    Answer post(String path, String type, String body) {
        return send("POST", path, type, BodyPublishers.ofString(body));
    }

    /** As somebody else than the first operator. */
    Answer postAs(String otherKey, String path, String body) {
        try {
            return sendOrFail(otherKey, "POST", path, "application/json", BodyPublishers.ofString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer getAs(String otherKey, String path) {
        try {
            return sendOrFail(otherKey, "GET", path, "", BodyPublishers.noBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it answers with, where that is no text. */
    byte[] bytesAs(String otherKey, String path, String body) {
        try {
            var answer = client.send(
                    request(otherKey, "POST", path, "application/json", BodyPublishers.ofString(body)),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(
                        "got " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A new key of that role. */
    String keyOf(String name, String role) {
        String wished = "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}";
        return post("/v1/keys", "application/json", wished).json().path("key").asText();
    }

    Answer send(String method, String path, String type, BodyPublisher body) {
        try {
            return sendOrFail(method, path, type, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer sendOrFail(String method, String path, String type, BodyPublisher body) throws IOException {
        return sendOrFail(key(), method, path, type, body);
    }

    private Answer sendOrFail(String by, String method, String path, String type, BodyPublisher body)
            throws IOException {
        try {
            var answer = client.send(request(by, method, path, type, body), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String by, String method, String path, String type, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(readyLine().orElseThrow().substring("ready ".length()) + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + by)
                .method(method, body);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return request.build();
    }

    /** Processes that it started, such as the database. */
    Stream<ProcessHandle> children() {
        return process.toHandle().descendants();
    }

    @Override
    public void close() {
        process.destroy();
        ended();
    }
}

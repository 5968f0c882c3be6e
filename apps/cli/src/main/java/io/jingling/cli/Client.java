package io.jingling.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;

/** Asks the platform; whatever goes wrong is a {@link Trouble} that says what to do. */
final class Client implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .build();
    private final URI server;
    private final Path keyFile;
    private final String key;

    /** @param keyFile where the key came from, for messages */
    Client(URI server, Path keyFile, String key) {
        this.server = server;
        this.keyFile = keyFile;
        this.key = key;
    }

    JsonNode post(String path, JsonNode body) {
        return post(path, "application/json", body.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    JsonNode post(String path, String type, byte[] body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    JsonNode put(String path, JsonNode body) {
        byte[] bytes = body.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofByteArray(bytes)));
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** What is no JSON: a note or a file, as it comes. */
    byte[] fetch(String path) {
        HttpResponse<byte[]> response =
                answer(request(path).setHeader("Accept", "*/*").GET());
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        throw refused(response.statusCode(), detail(response.body()));
    }

    /** The same for what is made of a document. */
    byte[] fetch(String path, JsonNode body) {
        byte[] bytes = body.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        HttpResponse<byte[]> response = answer(request(path)
                .setHeader("Accept", "*/*")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bytes)));
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        throw refused(response.statusCode(), detail(response.body()));
    }

    void delete(String path) {
        send(request(path).DELETE());
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = answer(request);
        if (response.statusCode() / 100 == 2) {
            return tree(response.body());
        }
        throw refused(response.statusCode(), detail(response.body()));
    }

    private String detail(byte[] problem) {
        return tree(problem).path("detail").asText("no reason");
    }

    private JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException other) {
            throw Trouble.worldFailed("server: got an answer at " + server + " that is not Jingling's, want JSON");
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw Trouble.worldFailed("server: got no answer at " + server
                    + ", want a running platform. Start one with ./jingling serve, or name it with --server URL");
        } catch (HttpTimeoutException e) {
            throw Trouble.worldFailed("server: got no answer from " + server + " in time, want one within "
                    + ANSWER_MAX.toSeconds() + " s");
        } catch (IOException e) {
            throw Trouble.worldFailed(
                    "server: got a broken connection to " + server + " (" + e.getMessage() + "), want a whole answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.worldFailed("server: got an interruption, want an answer");
        }
    }

    private Trouble refused(int status, String detail) {
        return switch (status) {
            case 401 ->
                Trouble.badInput("key: got one that opens nothing at " + server + " (" + keyFile
                        + "), want the key of that platform: operator.key in its data folder, by --key FILE or --data"
                        + " DIR");
            case 403 -> Trouble.badInput("key: got one that may not do this (" + keyFile + "): " + detail);
            case 409 -> Trouble.negative(detail);
            case 400, 404, 413, 415 -> Trouble.badInput(detail);
            default -> Trouble.worldFailed("server: got status " + status + " (" + detail + "), want 200");
        };
    }
}

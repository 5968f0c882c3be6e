package io.jingling.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jingling.platform.ApiKey;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** A caller of the API over a real socket, with a key of every role. */
@Singleton
public class Api {
    static final String JSON = "application/json";

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final KeyRing ring;
    private final Map<ApiKey.Role, String> keys = new EnumMap<>(ApiKey.Role.class);

    Api(HttpServer server, KeyRing ring) {
        this.server = server;
        this.ring = ring;
    }

    /** An answer as it came. */
    public record Answer(int status, String mediaType, String text, Map<String, java.util.List<String>> headers) {
        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    synchronized String key(ApiKey.Role role) {
        return keys.computeIfAbsent(
                role, wanted -> ring.cut("test", wanted, wanted == ApiKey.Role.SUBSCRIBER ? "id1" : "")
                        .secret());
    }

    public Answer asOperator(String method, String path, String body) {
        return send(key(ApiKey.Role.OPERATOR), method, path, JSON, body);
    }

    Answer as(ApiKey.Role role, String method, String path, String body) {
        return send(key(role), method, path, JSON, body);
    }

    Answer send(String key, String method, String path, String type, String body) {
        BodyPublisher publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return send(key, method, path, type, publisher);
    }

    Answer send(String key, String method, String path, String type, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return send(request.build());
    }

    int port() {
        return server.getPort();
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    answer.statusCode(), type, answer.body(), answer.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

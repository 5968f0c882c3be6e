package io.jingling.cli;

import io.jingling.evidence.Cosigning.Said;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Tile;
import io.jingling.evidence.TileReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Somebody's log, or a witness, by its URL; needs no key. */
final class RemoteLog implements TileReader, AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;

    /** @param url before {@code /checkpoint} and {@code /tile/…} */
    RemoteLog(String url) {
        this.url = url.replaceAll("/+$", "");
        if (!this.url.matches("https?://[^\\s/]+(/\\S*)?")) {
            throw Trouble.badInput("log: got \"" + url + "\", want a URL such as http://127.0.0.1:8080/evidence");
        }
    }

    SignedCheckpoint checkpoint() {
        return checkpoint("/checkpoint");
    }

    SignedCheckpoint checkpoint(String path) {
        try {
            return SignedCheckpoint.read(fetched(path));
        } catch (IllegalArgumentException other) {
            throw Trouble.worldFailed("log: got no checkpoint at " + url + path + " (" + other.getMessage() + ")");
        }
    }

    @Override
    public byte[] read(Tile tile) {
        Said exact = get("/" + tile.path());
        if (exact.status() == 200) {
            return exact.body();
        }
        throw Trouble.worldFailed("log: got status " + exact.status() + " for " + url + "/" + tile.path()
                + ", want the tile, as the log's own checkpoint covers it");
    }

    private byte[] fetched(String path) {
        Said answer = get(path);
        if (answer.status() == 200) {
            return answer.body();
        }
        throw Trouble.worldFailed("log: got status " + answer.status() + " at " + url + path + ", want 200");
    }

    Said get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    Said post(String path, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).POST(BodyPublishers.ofByteArray(body)));
    }

    private Said send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.timeout(ANSWER_MAX).build(), BodyHandlers.ofByteArray());
            return new Said(answer.statusCode(), answer.body());
        } catch (IOException away) {
            throw Trouble.worldFailed("log: got no answer at " + url + " (" + away + "), want one within "
                    + ANSWER_MAX.toSeconds() + " s");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Trouble.worldFailed("log: got an interruption, want an answer");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

package io.jingling.seals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Any time stamping authority, by its URL (RFC 3161 §3.4). */
public final class TimestampClient implements TimestampAuthority, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final URI url;
    private final HttpClient http;

    public TimestampClient(URI url) {
        this.url = url;
        this.http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    }

    @Override
    public byte[] answer(byte[] request) {
        HttpRequest asked = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(asked, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new SealFailure(
                        SealFailure.Category.AUTHORITY,
                        "time stamping authority " + url + ": got status " + answer.statusCode() + ", want 200");
            }
            return answer.body();
        } catch (IOException failure) {
            throw new SealFailure(
                    SealFailure.Category.AUTHORITY,
                    "time stamping authority " + url + ": got no answer (" + failure + "), want one within "
                            + TIMEOUT.toSeconds() + " s",
                    failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SealFailure(
                    SealFailure.Category.AUTHORITY,
                    "time stamping authority " + url + ": got stopped, want an answer",
                    stopped);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

package io.jingling.seals;

import io.jingling.evidence.Cosigning.Said;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Somebody's server that is asked by POST: the whole answer within some seconds and bytes, or none. No redirect is followed.
 *
 * @param who how failures name it, such as {@code witness}
 */
record Outside(String who, URI url, Duration timeMax, HttpClient http) implements AutoCloseable {
    private static final int BYTES_MAX = 1 << 18;

    static Outside of(String who, URI url, Duration timeMax) {
        return new Outside(
                who,
                url,
                timeMax,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeMax)
                        .build());
    }

    /** @throws SealFailure where no whole answer came in time */
    Said post(byte[] body, String type, String accepted) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", type)
                .header("Accept", accepted)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, head -> new Limited());
        try {
            HttpResponse<byte[]> whole = answer.get(timeMax.toMillis(), TimeUnit.MILLISECONDS);
            return new Said(whole.statusCode(), whole.body());
        } catch (ExecutionException | TimeoutException failure) {
            answer.cancel(true);
            Throwable cause = failure instanceof ExecutionException ? failure.getCause() : failure;
            throw failure("got no answer (" + cause + "), want one within " + timeMax.toMillis() + " ms", cause);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failure("got stopped, want an answer", stopped);
        }
    }

    SealFailure failure(String why, Throwable cause) {
        return new SealFailure(SealFailure.Category.AUTHORITY, who + " " + url + ": " + why, cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** Takes so many bytes and no more. */
    private static final class Limited implements BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private Flow.Subscription subscription;

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> some) {
            for (ByteBuffer part : some) {
                byte[] bytes = new byte[part.remaining()];
                part.get(bytes);
                taken.writeBytes(bytes);
            }
            if (taken.size() > BYTES_MAX) {
                subscription.cancel();
                whole.completeExceptionally(new IOException("more than " + BYTES_MAX + " bytes"));
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            whole.complete(taken.toByteArray());
        }
    }
}

package io.jingling.http;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/** What every request under {@code /v1} meets first: are we ready, is it of a size and writing we take. */
@Singleton
class BeforeAll {
    /** Of one JSON document: the largest has two lists of 1,000 numbers with notes. */
    static final long DOCUMENT_BYTES_MAX = 2L << 20;

    private static final int BEFORE_SECURITY = 1_000;
    private static final Set<String> FILES = Set.of("/v1/standings", "/v1/wishes", "/v1/calls");

    private final Vitals vitals;

    BeforeAll(Vitals vitals) {
        this.vitals = vitals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_SECURITY);
    }

    private void admit(RoutingContext context) {
        if (!context.normalizedPath().startsWith("/v1/")) {
            context.next();
            return;
        }
        if (!vitals.isReady()) {
            refuse(context, Problem.starting());
            return;
        }
        HttpServerRequest request = context.request();
        if (request.method() == HttpMethod.GET || FILES.contains(context.normalizedPath())) {
            admitWriting(context, request);
            return;
        }
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, DOCUMENT_BYTES_MAX);
        if (contentLength(request) > DOCUMENT_BYTES_MAX) {
            refuse(context, Problem.tooLarge(DOCUMENT_BYTES_MAX));
            return;
        }
        admitWriting(context, request);
    }

    private static void admitWriting(RoutingContext context, HttpServerRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            refuse(
                    context,
                    Problem.about(
                            415,
                            "media-type",
                            "Unsupported media type",
                            "Content-Encoding",
                            "an encoding",
                            "none: the body as it is"));
            return;
        }
        context.next();
    }

    private static long contentLength(HttpServerRequest request) {
        String sent = request.getHeader("Content-Length");
        // Vert.x has refused what is no number.
        return sent == null ? 0 : Long.parseLong(sent);
    }

    static void refuse(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(Buffer.buffer(Json.write(problem)));
    }
}

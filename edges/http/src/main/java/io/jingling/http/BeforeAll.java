package io.jingling.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What every request under {@code /v1} and {@code /evidence} meets first: are we ready, is it of a size and writing we take. */
@Singleton
class BeforeAll {
    /** Of one JSON document: the largest has two lists of 1,000 numbers with notes. */
    static final long DOCUMENT_BYTES_MAX = 2L << 20;

    /** Of one with files in it: what is handed in for a bundle. */
    static final long WITH_FILES_BYTES_MAX = 64L << 20;

    private static final int BEFORE_SECURITY = 1_000;
    private static final Set<String> FILES = Set.of("/v1/standings", "/v1/wishes", "/v1/calls", "/v1/reports/import");
    /** Its resource bounds what it reads. */
    private static final Pattern UPLOAD = Pattern.compile("/v1/reports/[^/]+/files");

    private final Vitals vitals;

    BeforeAll(Vitals vitals) {
        this.vitals = vitals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_SECURITY);
    }

    private void admit(RoutingContext context) {
        if (isAmbiguous(context.request().path())) {
            refuse(context, Problem.about(400, "bad-input", "Bad input", "path", "a ;", "one without"));
            return;
        }
        if (!isOurs(context.normalizedPath())) {
            context.next();
            return;
        }
        if (!vitals.isReady()) {
            refuse(context, Problem.starting());
            return;
        }
        Optional<Problem> refusal = refusal(context.request(), isFile(context.normalizedPath()));
        refusal.ifPresentOrElse(problem -> refuse(context, problem), context::next);
    }

    private static boolean isFile(String path) {
        return FILES.contains(path) || UPLOAD.matcher(path).matches();
    }

    private static boolean isOurs(String path) {
        return path.startsWith("/v1/") || path.startsWith("/evidence/");
    }

    /** RESTEasy drops what follows a semicolon (RFC 3986, 3.3) and everybody before it does not. */
    private static boolean isAmbiguous(String path) {
        return path.indexOf(';') >= 0 || path.toLowerCase(Locale.ROOT).contains("%3b");
    }

    private static Optional<Problem> refusal(HttpServerRequest request, boolean file) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return Optional.of(Problem.about(
                    415, "media-type", "Unsupported media type", "Content-Encoding", "an encoding", "none"));
        }
        if (file || request.method() == HttpMethod.GET || request.method() == HttpMethod.DELETE) {
            return Optional.empty();
        }
        // The framework gathers a document of unknown length without any bound.
        String length = request.getHeader("Content-Length");
        if (length == null) {
            boolean hasBody = request.getHeader("Transfer-Encoding") != null || request.version() == HttpVersion.HTTP_2;
            return hasBody ? Optional.of(Problem.noLength()) : Optional.empty();
        }
        long most = request.path().equals("/v1/bundles") ? WITH_FILES_BYTES_MAX : DOCUMENT_BYTES_MAX;
        return Long.parseLong(length) > most ? Optional.of(Problem.tooLarge(most)) : Optional.empty();
    }

    static void answer(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Buffer.buffer(Json.write(problem)));
    }

    private static void refuse(RoutingContext context, Problem problem) {
        answer(context, problem);
        // What still comes is dropped unread, so that the sender gets to see the answer.
        context.request().resume();
    }
}

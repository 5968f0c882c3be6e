package io.jingling.http.citizen;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** No form of a citizen is larger; files are, and are counted where they are read. */
@Singleton
class FormLimit {
    static final long BYTES_MAX = 64L << 10;

    private static final int BEFORE_SECURITY = 1_000;
    private static final int TOO_LARGE = 413;

    void register(@Observes Filters filters) {
        filters.register(FormLimit::admit, BEFORE_SECURITY);
    }

    private static void admit(RoutingContext context) {
        String path = context.normalizedPath();
        if (!path.startsWith(Citizen.HOME) || path.endsWith("/files")) {
            context.next();
            return;
        }
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, BYTES_MAX);
        String sent = context.request().getHeader("Content-Length");
        if (sent != null && Long.parseLong(sent) > BYTES_MAX) {
            if (context.request().version() != HttpVersion.HTTP_2) {
                context.response().putHeader("Connection", "close");
            }
            context.response().setStatusCode(TOO_LARGE).end();
            return;
        }
        context.next();
    }
}

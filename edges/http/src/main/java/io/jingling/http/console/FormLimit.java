package io.jingling.http.console;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** No form of the console is larger; whoever sends more is cut off before anything is read. */
@Singleton
class FormLimit {
    static final long BYTES_MAX = 512L << 10;

    private static final int BEFORE_SECURITY = 1_000;
    private static final int TOO_LARGE = 413;

    void register(@Observes Filters filters) {
        filters.register(FormLimit::admit, BEFORE_SECURITY);
    }

    private static void admit(RoutingContext context) {
        if (!context.normalizedPath().startsWith("/console")) {
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

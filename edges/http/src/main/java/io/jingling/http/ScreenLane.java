package io.jingling.http;

import io.jingling.platform.ApiKey;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The short way of {@code POST /v1/screen}, ahead of the framework's own layers, which cost more than the decision.
 *
 * <p>It takes a request only where all is as it should be: a key that is fresh and opens this, JSON of a
 * known and modest length. Whatever else comes goes the long way to {@link ScreenResource}, which says what is wrong.
 */
@Singleton
class ScreenLane {
    private static final Logger LOG = Logger.getLogger(ScreenLane.class);
    private static final String PATH = "/v1/screen";
    private static final String SCHEME = "Bearer ";
    private static final Set<ApiKey.Role> ROLES = Set.of(ApiKey.Role.OPERATOR, ApiKey.Role.OFFICER);
    private static final int LENGTH_DIGITS_MAX = 4;
    /** Before {@link BeforeAll}, which looks at every request. */
    private static final int FIRST = 2_000;

    private final KeyRing ring;
    private final Screener screener;
    private final Vitals vitals;

    ScreenLane(KeyRing ring, Screener screener, Vitals vitals) {
        this.ring = ring;
        this.screener = screener;
        this.vitals = vitals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, FIRST);
    }

    private void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.method() == HttpMethod.POST
                && PATH.equals(request.path())
                && vitals.isReady()
                && isPlainJson(request)
                && mayScreen(request.getHeader("Authorization"))) {
            request.body().onSuccess(body -> answer(context, body)).onFailure(context::fail);
            // The framework holds a request back until somebody wants its body.
            request.resume();
        } else {
            context.next();
        }
    }

    private static boolean isPlainJson(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null
                && length.length() <= LENGTH_DIGITS_MAX
                && request.getHeader("Content-Encoding") == null
                && request.getHeader("Expect") == null
                && takesJson(request.getHeader("Accept"))
                && MediaType.APPLICATION_JSON.equals(request.getHeader("Content-Type"));
    }

    private static boolean takesJson(String accepted) {
        return accepted == null || accepted.equals(MediaType.WILDCARD) || accepted.equals(MediaType.APPLICATION_JSON);
    }

    private boolean mayScreen(String authorization) {
        return authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")
                && ring.fresh(authorization.substring(SCHEME.length()).strip())
                        .filter(key -> ROLES.contains(key.role()))
                        .isPresent();
    }

    private void answer(RoutingContext context, Buffer body) {
        try {
            byte[] answer = Json.write(screener.answer(body.getBytes()));
            context.response()
                    .putHeader("Content-Type", "application/json;charset=UTF-8")
                    .end(Buffer.buffer(answer));
        } catch (BadInput bad) {
            BeforeAll.answer(context, Problem.badInput(bad));
        } catch (RuntimeException fault) {
            LOG.error("request: got a fault of ours, want an answer", fault);
            BeforeAll.answer(context, Problem.of(500, "fault", "Fault", "a fault of ours; it is in the log"));
        }
    }
}

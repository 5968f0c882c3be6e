package io.jingling.http.console;

import io.jingling.http.Vitals;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Stands before every page: without a session there is only the log-in, and a POST is taken only
 * from our own pages (its site, its origin, and the session's secret in it).
 */
class Gate {
    private static final Set<String> OPEN = Set.of(Console.LOG_IN, "/console/language");
    private static final Set<String> OWN_SITE = Set.of("", "same-origin", "none");

    private final Vitals vitals;
    private final Sessions sessions;
    private final Visit visit;

    Gate(Vitals vitals, Sessions sessions, Visit visit) {
        this.vitals = vitals;
        this.sessions = sessions;
        this.visit = visit;
    }

    @Console
    @WithFormRead
    @ServerRequestFilter
    Optional<Response> admit(ResteasyReactiveContainerRequestContext request, HttpServerRequest http) {
        String path = request.getUriInfo().getRequestUri().getPath();
        visit.begins(Language.of(cookie(request, Console.LANGUAGE_COOKIE)), path);
        if (!vitals.isReady()) {
            return Optional.of(starting());
        }
        visit.sent(form(request));
        Optional<Session> session = sessions.find(cookie(request, Console.COOKIE));
        session.ifPresent(visit::isOf);
        if (isPost(request) && !isFromOurPages(request, http, session)) {
            return Optional.of(Response.status(Response.Status.FORBIDDEN)
                    .type("text/plain;charset=UTF-8")
                    .entity(visit.words().say("foreignForm"))
                    .build());
        }
        return session.isPresent() || OPEN.contains(path) ? Optional.empty() : Optional.of(toLogIn(request));
    }

    /** The lists are still being read; nobody is kept waiting for them. */
    private Response starting() {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .type("text/html;charset=UTF-8")
                .header("Retry-After", 2)
                .entity(visit.speaking(Pages.problem(
                        visit.page(""),
                        visit.words().say("startingTitle"),
                        visit.words().say("startingText"))))
                .build();
    }

    private boolean isFromOurPages(
            ResteasyReactiveContainerRequestContext request, HttpServerRequest http, Optional<Session> session) {
        String origin = header(request, "Origin");
        // Not the header Host: HTTP/2 has another one.
        boolean ownOrigin = origin.isEmpty() || origin.endsWith("//" + http.authority());
        boolean ownSite = OWN_SITE.contains(header(request, "Sec-Fetch-Site"));
        return ownOrigin
                && ownSite
                && session.map(s -> Secrets.same(s.csrf(), csrf(request))).orElse(true);
    }

    private String csrf(ResteasyReactiveContainerRequestContext request) {
        String sent = header(request, "X-CSRF-Token");
        return sent.isEmpty() ? visit.form().text("csrf") : sent;
    }

    /** htmx would put the log-in page into a corner of this one; it is told to go there instead. */
    private static Response toLogIn(ResteasyReactiveContainerRequestContext request) {
        return "true".equals(header(request, "HX-Request"))
                ? Response.status(Response.Status.UNAUTHORIZED)
                        .header("HX-Redirect", Console.LOG_IN)
                        .build()
                : Response.seeOther(URI.create(Console.LOG_IN)).build();
    }

    private static Form form(ResteasyReactiveContainerRequestContext request) {
        FormData data = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
        return data == null ? Form.EMPTY : Form.of(data);
    }

    private static boolean isPost(ResteasyReactiveContainerRequestContext request) {
        return "POST".equals(request.getMethod());
    }

    private static String header(ResteasyReactiveContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getHeaderString(name)).orElse("");
    }

    private static String cookie(ResteasyReactiveContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getCookies().get(name))
                .map(Cookie::getValue)
                .orElse("");
    }
}

package io.jingling.http.citizen;

import io.jingling.http.Vitals;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Stands before every page: without a session there are only the first page, the codes and the guidance, and a POST is
 * taken from our own pages only (its cookie, its site and its origin).
 */
class CitizenGate {
    private static final Set<String> OPEN = Set.of("/h5", "/h5/", "/h5/code", "/h5/log-in", "/h5/elder");
    private static final String GUIDE = "/h5/guide";
    private static final Set<String> OWN_SITE = Set.of("", "same-origin", "none");

    private final Vitals vitals;
    private final Sessions sessions;
    private final Visit visit;

    CitizenGate(Vitals vitals, Sessions sessions, Visit visit) {
        this.vitals = vitals;
        this.sessions = sessions;
        this.visit = visit;
    }

    @Citizen
    @ServerRequestFilter
    Optional<Response> admit(ResteasyReactiveContainerRequestContext request, HttpServerRequest http) {
        visit.begins(cookie(request, Citizen.ELDER).equals("1"));
        if (!vitals.isReady()) {
            return Optional.of(plain(503, "正在启动,请稍后刷新。"));
        }
        sessions.find(cookie(request, Citizen.COOKIE)).ifPresent(visit::isOf);
        if ("POST".equals(request.getMethod()) && !isFromOurPages(request, http)) {
            return Optional.of(plain(403, "这个请求不是从本站页面发出的,没有执行。请回到本站页面再试。"));
        }
        String path = request.getUriInfo().getRequestUri().getPath();
        return visit.isLoggedIn() || OPEN.contains(path) || path.startsWith(GUIDE)
                ? Optional.empty()
                : Optional.of(Response.seeOther(URI.create(Citizen.HOME)).build());
    }

    private static boolean isFromOurPages(ResteasyReactiveContainerRequestContext request, HttpServerRequest http) {
        String origin = header(request, "Origin");
        return (origin.isEmpty() || origin.endsWith("//" + http.authority()))
                && OWN_SITE.contains(header(request, "Sec-Fetch-Site"));
    }

    private static Response plain(int status, String text) {
        return Response.status(status)
                .type("text/plain;charset=UTF-8")
                .entity(text)
                .build();
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

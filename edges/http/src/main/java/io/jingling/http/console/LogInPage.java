package io.jingling.http.console;

import io.jingling.platform.StoreFailure;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Logging in with an API key, logging out, and the language. */
@Console
@Blocking
@Path("/console")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class LogInPage {
    private static final int LANGUAGE_SECONDS = 365 * 86_400;

    private final Sessions sessions;
    private final LogInAttempts attempts;
    private final Visit visit;

    LogInPage(Sessions sessions, LogInAttempts attempts, Visit visit) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.visit = visit;
    }

    @GET
    public Response begin() {
        return Response.seeOther(URI.create("/console/live")).build();
    }

    @GET
    @Path("log-in")
    public TemplateInstance form() {
        return page("");
    }

    @POST
    @Path("log-in")
    public Uni<Response> logIn(HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        if (!attempts.mayTry(address)) {
            return Uni.createFrom().item(problem(Status.TOO_MANY_REQUESTS, "logInTooOften"));
        }
        try {
            return switch (sessions.open(visit.form().text("key"))) {
                case Sessions.Outcome.Opened opened -> Uni.createFrom().item(opened(opened, request.isSSL()));
                case Sessions.Outcome.WrongRole wrong -> Uni.createFrom().item(wrongRole(wrong));
                case Sessions.Outcome.Unknown unknown -> {
                    attempts.wrong(address);
                    yield Uni.createFrom()
                            .item(problem(Status.UNAUTHORIZED, "logInWrongKey"))
                            .onItem()
                            .delayIt()
                            .by(LogInAttempts.DELAY);
                }
            };
        } catch (StoreFailure away) {
            return Uni.createFrom().item(problem(Status.SERVICE_UNAVAILABLE, "logInStoreAway"));
        }
    }

    @POST
    @Path("log-out")
    public Response logOut(@CookieParam(Console.COOKIE) String cookie, HttpServerRequest request) {
        Optional.ofNullable(cookie).ifPresent(sessions::close);
        return Response.seeOther(URI.create(Console.LOG_IN))
                .cookie(cookie(Console.COOKIE, "", 0, request.isSSL()))
                .build();
    }

    @POST
    @Path("language")
    public Response language(HttpServerRequest request) {
        String back = visit.form().text("back");
        return Response.seeOther(URI.create(isOurs(back) ? back : "/console/live"))
                .cookie(cookie(
                        Console.LANGUAGE_COOKIE,
                        Language.of(visit.form().text("to")).tag(),
                        LANGUAGE_SECONDS,
                        request.isSSL()))
                .build();
    }

    private Response opened(Sessions.Outcome.Opened opened, boolean secure) {
        int seconds = (int) Sessions.LENGTH.toSeconds();
        return Response.seeOther(URI.create("/console/live"))
                .cookie(cookie(Console.COOKIE, opened.cookie(), seconds, secure))
                .build();
    }

    private Response wrongRole(Sessions.Outcome.WrongRole wrong) {
        return Response.status(Status.FORBIDDEN)
                .entity(page(
                        visit.words().say("logInWrongRole", wrong.role().name().toLowerCase(Locale.ROOT))))
                .build();
    }

    private Response problem(Status status, String key) {
        return Response.status(status).entity(page(visit.words().say(key))).build();
    }

    private TemplateInstance page(String problem) {
        return visit.speaking(Pages.logIn(visit.page("log-in"), problem));
    }

    private static NewCookie cookie(String name, String value, int seconds, boolean secure) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/console")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.STRICT)
                .build();
    }

    /** Letters of our own paths only, so that nothing can lead elsewhere. */
    private static boolean isOurs(String path) {
        return path.matches("/console/[A-Za-z0-9/_-]{0,200}");
    }
}

package io.jingling.http.console;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Keeps and drops the visitor's own views of the cases. */
@Console
@Blocking
@Path(CaseFilter.HERE + "/views")
class CaseViewsPage {
    private static final int YEAR_SECONDS = 365 * 86_400;

    private final Visit visit;

    CaseViewsPage(Visit visit) {
        this.visit = visit;
    }

    @POST
    public Response keep(@CookieParam(SavedViews.COOKIE) String cookie, HttpServerRequest request) {
        Form form = visit.form();
        SavedViews saved = SavedViews.of(cookie);
        CaseFilter filter = CaseFilter.of(field -> form.all(field).isEmpty() ? null : form.text(field))
                .lasting();
        String name = form.text("name");
        return saved.mayTake(name, filter)
                ? back(filter, saved.with(name, filter), request)
                : back(filter, saved, request);
    }

    @POST
    @Path("remove")
    public Response remove(@CookieParam(SavedViews.COOKIE) String cookie, HttpServerRequest request) {
        return back(CaseFilter.ALL, SavedViews.of(cookie).without(visit.form().text("name")), request);
    }

    private static Response back(CaseFilter filter, SavedViews saved, HttpServerRequest request) {
        NewCookie cookie = new NewCookie.Builder(SavedViews.COOKIE)
                .value(saved.cookie())
                .path(CaseFilter.HERE)
                .maxAge(YEAR_SECONDS)
                .httpOnly(true)
                .secure(request.isSSL())
                .sameSite(SameSite.STRICT)
                .build();
        return Response.seeOther(URI.create(filter.address())).cookie(cookie).build();
    }
}

package io.jingling.http.console;

import io.jingling.custody.Denial;
import io.jingling.custody.Release;
import io.jingling.custody.Release.Answer;
import io.jingling.custody.Release.Wish;
import io.jingling.custody.Subject;
import io.jingling.http.console.ReleasesView.Shown;
import io.jingling.http.console.ReleasesView.Typed;
import io.jingling.platform.ApiKey;
import io.jingling.platform.Releases;
import io.jingling.platform.StoreFailure;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Full numbers for two people, as both see it. */
@Console
@Blocking
@Path("/console/releases")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class ReleasesPage {
    private static final int UNPROCESSABLE = 422;
    private static final int ROWS_MAX = 50;

    private final Releases releases;
    private final Visit visit;
    private final InstantSource clock;

    ReleasesPage(Releases releases, Visit visit, InstantSource clock) {
        this.releases = releases;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public TemplateInstance page(
            @QueryParam("about") @DefaultValue("decision") String about,
            @QueryParam("of") @DefaultValue("") String of,
            @QueryParam("caseId") @DefaultValue("") String caseId) {
        String reason = caseId.isEmpty() ? "" : visit.words().say("askWhyCase");
        Typed typed = new Typed(ReleasesView.choices(visit.words()), about, of, caseId, reason);
        return visit.speaking(Pages.releases(visit.page("releases"), view(typed, Shown.NONE, "", "")));
    }

    @POST
    public Response ask() {
        Form form = visit.form();
        Typed typed = new Typed(
                ReleasesView.choices(visit.words()),
                form.text("about"),
                form.text("of"),
                form.text("caseId"),
                form.text("reason"));
        Wish wish;
        try {
            wish = new Wish(Subject.of(typed.about(), typed.of()), typed.caseId(), typed.reason());
        } catch (IllegalArgumentException incomplete) {
            return notDone(typed, visit.words().say("askIncomplete"));
        }
        try {
            return answer(releases.ask(key(), wish, clock.instant()), typed, "savedAsked");
        } catch (NoSuchElementException none) {
            return notDone(typed, visit.words().say("askNoSuch"));
        }
    }

    @POST
    @Path("{id}/release")
    public Response release(@PathParam("id") UUID id) {
        return answer(() -> releases.release(id, key(), clock.instant()), "savedReleased");
    }

    @POST
    @Path("{id}/refuse")
    public Response refuse(@PathParam("id") UUID id) {
        String reason = visit.form().text("reason");
        if (reason.isEmpty()) {
            return notDone(empty(), visit.words().say("refuseWhy"));
        }
        return answer(() -> releases.refuse(id, key(), reason, clock.instant()), "savedRefused");
    }

    @POST
    @Path("{id}/read")
    public Response read(@PathParam("id") UUID id) {
        return switch (releases.read(id, key(), clock.instant())) {
            case Answer.Allowed(Release read) -> done(Shown.of(read, visit.words()), "");
            case Answer.Denied(Denial why) -> notDone(empty(), say(why));
        };
    }

    @ServerExceptionMapper
    public Response away(StoreFailure away) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .entity(visit.speaking(Pages.problem(
                        visit.page("releases"),
                        visit.words().say("storeAwayTitle"),
                        visit.words().say("releasesAway"))))
                .build();
    }

    @ServerExceptionMapper
    public Response unknown(NoSuchElementException unknown) {
        return notDone(empty(), visit.words().say("askNoSuch"));
    }

    private Response answer(Supplier<Answer> step, String said) {
        return answer(step.get(), empty(), said);
    }

    private Response answer(Answer answer, Typed typed, String said) {
        return switch (answer) {
            case Answer.Allowed allowed -> done(Shown.NONE, visit.words().say(said));
            case Answer.Denied(Denial why) -> notDone(typed, say(why));
        };
    }

    private Response done(Shown shown, String said) {
        return Response.ok(now(view(empty(), shown, "", said))).build();
    }

    private Response notDone(Typed typed, String problem) {
        return Response.status(UNPROCESSABLE)
                .entity(now(view(typed, Shown.NONE, problem, "")))
                .build();
    }

    private TemplateInstance now(ReleasesView view) {
        return visit.speaking(Pages.releasesNow(visit.page("releases"), view));
    }

    private ReleasesView view(Typed typed, Shown shown, String problem, String said) {
        boolean mayAudit = key().role() != ApiKey.Role.OFFICER;
        return new ReleasesView(
                typed,
                releases.latest(ROWS_MAX).stream()
                        .map(one -> ReleasesView.Row.of(one, visit.session(), clock.instant(), visit.words()))
                        .toList(),
                mayAudit,
                mayAudit
                        ? releases.accesses(ROWS_MAX).stream()
                                .map(one -> ReleasesView.Line.of(one, visit.words()))
                                .toList()
                        : List.of(),
                shown,
                problem,
                said);
    }

    private Typed empty() {
        return new Typed(ReleasesView.choices(visit.words()), "decision", "", "", "");
    }

    private String say(Denial why) {
        return visit.words().say("denial." + why.name().toLowerCase(Locale.ROOT));
    }

    private ApiKey key() {
        return visit.session().key();
    }
}

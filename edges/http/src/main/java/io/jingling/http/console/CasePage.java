package io.jingling.http.console;

import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Step;
import io.jingling.http.BadInput;
import io.jingling.http.StepSent;
import io.jingling.http.console.CaseAct.Sent;
import io.jingling.platform.ApiKey;
import io.jingling.platform.CaseStore;
import io.jingling.platform.CaseWork;
import io.jingling.platform.Exhibits;
import io.jingling.platform.Reported;
import io.jingling.platform.StoreFailure;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** One case: in the drawer beside the list, or as a page of its own where there are no scripts. */
@Console
@Blocking
@Path(CaseFilter.HERE + "/{caseNumber: [0-9-]+}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class CasePage {
    private static final String HERE = "cases";
    private static final String BY_SCRIPT = "HX-Request";
    private static final int UNPROCESSABLE = 422;
    private static final int REPORTS_SHOWN = 100;

    private final CaseStore cases;
    private final CaseWork work;
    private final Exhibits exhibits;
    private final Reported reported;
    private final Deadlines deadlines;
    private final Visit visit;
    private final InstantSource clock;

    CasePage(
            CaseStore cases,
            CaseWork work,
            Exhibits exhibits,
            Reported reported,
            Deadlines deadlines,
            Visit visit,
            InstantSource clock) {
        this.cases = cases;
        this.work = work;
        this.exhibits = exhibits;
        this.reported = reported;
        this.deadlines = deadlines;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public Response page(
            @PathParam("caseNumber") String written,
            @QueryParam("done") String done,
            @HeaderParam(BY_SCRIPT) String byScript) {
        String said = done != null && done.matches("hand_over|verify|act|tell|reply|note")
                ? visit.words().say("done." + done)
                : "";
        return shown(find(written), Sent.NOTHING, said, byScript != null, Response.Status.OK.getStatusCode());
    }

    @POST
    @Path("steps")
    public Response step(@PathParam("caseNumber") String written, @HeaderParam(BY_SCRIPT) String byScript) {
        if (!visit.session().mayChange()) {
            return problem(Response.Status.FORBIDDEN, "readOnlyTitle", "casesReadOnly");
        }
        Case before = find(written);
        Form form = visit.form();
        String word = form.text("step");
        Step step;
        try {
            step = new StepSent(
                            word,
                            form.text("to"),
                            form.text("toName"),
                            form.text("outcome"),
                            form.text("measure"),
                            form.text("text"))
                    .toStep(visit.session().key().id(), clock.instant());
        } catch (BadInput wrong) {
            String why = wrong.field().equals("text") ? "actReason" : "actChoose";
            return again(before, visit.words().say(why, Step.TEXT_MAX), wrong.field(), byScript);
        }
        Optional<Case.Refusal> early = before.refusal(step);
        if (early.isEmpty() && step instanceof Step.Told && !form.has("confirmed")) {
            return again(before, "", "", byScript);
        }
        return early.map(why -> again(before, why(why), "", byScript))
                .orElseGet(() -> taken(before, step, word, byScript));
    }

    private Response taken(Case before, Step step, String word, String byScript) {
        try {
            Case then = work.take(before.number(), step).orElseThrow(CasePage::noSuch);
            return byScript == null
                    ? Response.seeOther(URI.create(CaseFilter.HERE + "/" + then.number() + "?done=" + word))
                            .build()
                    : shown(then, Sent.NOTHING, visit.words().say("done." + word), true, 200);
        } catch (IllegalArgumentException meanwhile) {
            Case now = work.find(before.number()).orElseThrow(CasePage::noSuch);
            return again(
                    now,
                    now.refusal(step).map(this::why).orElseGet(() -> visit.words()
                            .say("actRefused")),
                    "",
                    byScript);
        }
    }

    private String why(Case.Refusal why) {
        return new CaseWords(visit.words()).of(why);
    }

    /** What was typed is kept. */
    private Response again(Case about, String problem, String wrong, String byScript) {
        Form form = visit.form();
        String chosen = form.text("to") + form.text("outcome") + form.text("measure");
        Sent sent = new Sent(form.text("step"), chosen, form.text("toName"), form.text("text"), problem, wrong);
        return shown(about, sent, "", byScript != null, UNPROCESSABLE);
    }

    /** Whatever it is, a browser is to keep it apart. */
    @GET
    @Path("files/{id}")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("caseNumber") String written, @PathParam("id") String id) {
        if (!visit.session().mayChange()) {
            return problem(Response.Status.FORBIDDEN, "readOnlyTitle", "casesReadOnly");
        }
        CaseNumber number = number(written);
        byte[] content =
                id.matches("[0-9a-f]{32}") ? exhibits.content(number, id).orElseThrow(CasePage::noSuch) : new byte[0];
        if (content.length == 0) {
            throw noSuch();
        }
        return Response.ok(content)
                .type(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment")
                .build();
    }

    private Case find(String written) {
        return work.find(number(written)).orElseThrow(CasePage::noSuch);
    }

    private static CaseNumber number(String written) {
        try {
            return CaseNumber.parse(written);
        } catch (IllegalArgumentException none) {
            throw noSuch();
        }
    }

    private static NoSuchElementException noSuch() {
        return new NoSuchElementException("case: got a number that nothing has, want one of a case");
    }

    private Response shown(Case about, Sent sent, String said, boolean isPart, int status) {
        Instant now = clock.instant();
        ApiKey me = visit.session().key();
        CaseDetail.Has has = new CaseDetail.Has(
                reported.weighed(about.about(), now),
                CaseReport.of(cases.reports(about.number(), REPORTS_SHOWN), visit.words()),
                deadlines.of(about),
                exhibits.of(about.number()));
        CaseDetail detail = CaseDetail.of(
                about,
                deadlines.next(about),
                has,
                visit.session().mayChange() ? CaseAct.of(about, sent, visit.words()) : List.of(),
                me.id(),
                now,
                said,
                visit.words());
        Page page = visit.page(HERE);
        TemplateInstance answer = isPart ? Pages.caseNow(page, detail) : Pages.casePage(page, detail);
        return Response.status(status).entity(visit.speaking(answer)).build();
    }

    private Response problem(Response.Status status, String title, String text) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .entity(visit.speaking(Pages.problem(
                        visit.page(HERE),
                        visit.words().say(title),
                        visit.words().say(text))))
                .build();
    }

    @ServerExceptionMapper
    public Response away(StoreFailure away) {
        return problem(Response.Status.SERVICE_UNAVAILABLE, "storeAwayTitle", "casesAway");
    }

    @ServerExceptionMapper
    public Response unknown(NoSuchElementException unknown) {
        return problem(Response.Status.NOT_FOUND, "caseNoneTitle", "caseNone");
    }
}
